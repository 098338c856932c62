package net.ixapi.auth.contract.clients;

import static net.ixapi.auth.contract.clients.ClientReport.Verdict.ACCEPTED;
import static net.ixapi.auth.contract.clients.ClientReport.Verdict.BASELINE_OUTDATED;
import static net.ixapi.auth.contract.clients.ClientReport.Verdict.CONFORMANT;
import static net.ixapi.auth.contract.clients.ClientReport.Verdict.NOT_CONFORMANT;
import static net.ixapi.auth.contract.clients.ClientReport.Verdict.PROVED_TOO_LITTLE;
import static net.ixapi.auth.contract.clients.ClientReport.Verdict.SENT_NOTHING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;
import net.ixapi.auth.contract.baseline.Baseline;
import net.ixapi.auth.contract.baseline.BaselineEntry;
import org.junit.jupiter.api.Test;

/** What a run comes to in the light of a baseline. */
class ClientReportTest {
    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final String MUST = "CLIENT-REFRESH-002";
    private static final String SHOULD = "CLIENT-REFRESH-001";
    private static final Judgement.Outcome BROKEN = new Judgement.Outcome(true, "a wrong token");
    private static final Judgement.Outcome KEPT = new Judgement.Outcome(true, "");
    private static final Judgement.Outcome NOT_SEEN = new Judgement.Outcome(false, "");

    @Test
    void aFindingIsAcceptedWhereItWasFound() {
        ScenarioResult renewal = result("renewal", MUST, BROKEN);

        assertThat(report(List.of(renewal)).verdict()).isEqualTo(NOT_CONFORMANT);
        assertThat(report(List.of(renewal), entry(MUST, "renewal")).verdict()).isEqualTo(ACCEPTED);
        assertThat(report(List.of(renewal, result("one-time-refresh", MUST, BROKEN)), entry(MUST, "renewal"))
                        .verdict())
                .isEqualTo(NOT_CONFORMANT);
    }

    @Test
    void anAcceptedWeaknessIsNoViolation() {
        assertThat(report(List.of(result("renewal", SHOULD, BROKEN)), entry(SHOULD, "renewal"))
                        .verdict())
                .isEqualTo(CONFORMANT);
    }

    @Test
    void whatIsKeptNeedsNoEntry() {
        ClientReport report = report(List.of(result("renewal", MUST, KEPT)), entry(MUST, "renewal"));

        assertThat(report.verdict()).isEqualTo(BASELINE_OUTDATED);
        assertThat(report.outdated())
                .containsExactly("CLIENT-REFRESH-002 renewal is not found any more: delete the entry");
    }

    @Test
    void whatWasNotSeenOrNotRunMayStillBeThere() {
        BaselineEntry entry = entry(MUST, "renewal");
        ScenarioResult notRun = ScenarioResult.notRun(Scenario.all().stream()
                .filter(scenario -> scenario.name().equals("renewal"))
                .findFirst()
                .orElseThrow());

        assertThat(report(List.of(result("renewal", MUST, NOT_SEEN)), entry).verdict())
                .isEqualTo(CONFORMANT);
        assertThat(report(List.of(result("many-calls", MUST, KEPT)), entry).verdict())
                .isEqualTo(CONFORMANT);
        assertThat(report(List.of(notRun), entry).verdict()).isEqualTo(PROVED_TOO_LITTLE);
    }

    @Test
    void saysWhenTheRunBegan() throws InterruptedException {
        ClientReport report = run((title, environment, limit) -> new ClientProgram.Ending(OptionalInt.of(0), ""));

        assertThat(report.started()).isEqualTo(NOON);
        assertThat(report.verdict()).isEqualTo(SENT_NOTHING);
    }

    @Test
    void aScenarioThatIsSkippedProvesNothing() throws InterruptedException {
        ClientReport report = run((title, environment, limit) -> {
            assertThat(title).startsWith("Scenario 1 of 1, many-calls: Ten calls");
            throw new CancellationException();
        });

        assertThat(report.verdict()).isEqualTo(PROVED_TOO_LITTLE);
    }

    private static ClientReport run(ClientProgram client) throws InterruptedException {
        return new ClientRun(client, settings("many-calls"), Clock.fixed(NOON, ZoneOffset.UTC), progress -> {}).run();
    }

    private static ScenarioResult result(String scenario, String requirement, Judgement.Outcome outcome) {
        ScenarioResult.Observation observation =
                new ScenarioResult.Observation(outcome, scenario, "exit code 0", List.of(), "");
        return new ScenarioResult(scenario, "a title", "exit code 0", 2, false, Map.of(requirement, observation));
    }

    private static BaselineEntry entry(String requirement, String scenario) {
        return new BaselineEntry(requirement, "", scenario, "ticket 7", "2026-11-26");
    }

    private static ClientReport report(List<ScenarioResult> results, BaselineEntry... accepted) {
        return ClientReport.of(
                settings("", accepted), Instant.parse("2026-11-26T12:00:00Z"), Duration.ofSeconds(1), results);
    }

    private static ClientRun.Settings settings(String scenario, BaselineEntry... accepted) {
        return new ClientRun.Settings(
                Scenario.named(Set.of(scenario)),
                false,
                new Baseline(List.of(accepted)),
                1,
                0,
                Duration.ofSeconds(1),
                false);
    }
}
