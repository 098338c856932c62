package net.ixapi.auth.contract.clients;

import static net.ixapi.auth.contract.report.Verdict.ACCEPTED;
import static net.ixapi.auth.contract.report.Verdict.BASELINE_OUTDATED;
import static net.ixapi.auth.contract.report.Verdict.CONFORMANT;
import static net.ixapi.auth.contract.report.Verdict.NOT_CONFORMANT;
import static net.ixapi.auth.contract.report.Verdict.PROVED_TOO_LITTLE;
import static net.ixapi.auth.contract.report.Verdict.UNREACHABLE;
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
import net.ixapi.auth.contract.report.About;
import net.ixapi.auth.contract.report.Baseline;
import net.ixapi.auth.contract.report.BaselineEntry;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.ReportFiles;
import net.ixapi.auth.contract.report.ReportedFinding;
import net.ixapi.auth.contract.report.RunResult;
import net.ixapi.auth.contract.report.TestCase;
import net.ixapi.auth.contract.requirements.Requirements;
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
    void oneRequirementIsOneFindingOfAllItsScenarios() {
        Report report = report(List.of(
                result("renewal", MUST, BROKEN),
                result("early-expiry", MUST, KEPT),
                result("many-calls", MUST, BROKEN)));

        assertThat(report.findings())
                .extracting(ReportedFinding::headline)
                .containsExactly("renewal, many-calls: a wrong token");
        assertThat(ReportFiles.summary(report)).contains("The client does not keep the contract.", "in 3 scenarios");
        assertThat(TestCase.of(report)).anySatisfy(test -> {
            assertThat(test.name()).isEqualTo(MUST);
            assertThat(test.problems()).hasSize(1);
        });
    }

    @Test
    void anAcceptedWeaknessIsNoViolation() {
        assertThat(report(List.of(result("renewal", SHOULD, BROKEN)), entry(SHOULD, "renewal"))
                        .verdict())
                .isEqualTo(CONFORMANT);
    }

    @Test
    void whatIsKeptNeedsNoEntry() {
        Report report = report(List.of(result("renewal", MUST, KEPT)), entry(MUST, "renewal"));

        assertThat(report.verdict()).isEqualTo(BASELINE_OUTDATED);
        assertThat(report.outdated())
                .containsExactly("CLIENT-REFRESH-002 renewal is not found any more: delete the entry");
    }

    @Test
    void whatWasNotSeenOrNotRunMayStillBeThere() {
        BaselineEntry entry = entry(MUST, "renewal");
        ScenarioResult notRun = ScenarioResult.notRun(scenario("renewal"));

        assertThat(report(List.of(result("renewal", MUST, NOT_SEEN)), entry).verdict())
                .isEqualTo(CONFORMANT);
        assertThat(report(List.of(result("many-calls", MUST, KEPT)), entry).verdict())
                .isEqualTo(CONFORMANT);
        assertThat(report(List.of(notRun), entry).verdict()).isEqualTo(PROVED_TOO_LITTLE);
    }

    @Test
    void saysWhenTheRunBegan() throws InterruptedException {
        Report report = run((title, environment, limit) -> new ClientProgram.Ending(OptionalInt.of(0), ""));

        assertThat(report.run().started()).isEqualTo(NOON);
        assertThat(report.verdict()).isEqualTo(UNREACHABLE);
    }

    @Test
    void aScenarioThatIsSkippedProvesNothing() throws InterruptedException {
        Report report = run((title, environment, limit) -> {
            assertThat(title).startsWith("Scenario 1 of 1, many-calls: Ten calls");
            throw new CancellationException();
        });

        assertThat(report.verdict()).isEqualTo(PROVED_TOO_LITTLE);
    }

    private static Report run(ClientProgram client) throws InterruptedException {
        ClientRun.Settings settings =
                new ClientRun.Settings(Scenario.named(Set.of("many-calls")), 1, 0, Duration.ofSeconds(1), false);
        ClientRun run = new ClientRun(client, settings, Clock.fixed(NOON, ZoneOffset.UTC), progress -> {});
        return new Report(run.run(), Baseline.EMPTY, false, About.NOTHING);
    }

    private static ScenarioResult result(String scenario, String requirement, Judgement.Outcome outcome) {
        return new ScenarioResult(
                scenario(scenario),
                "exit code 0",
                2,
                List.of(),
                Map.of(Requirements.named(requirement).orElseThrow(), outcome));
    }

    private static Scenario scenario(String name) {
        return Scenario.named(Set.of(name)).get(0);
    }

    private static BaselineEntry entry(String requirement, String scenario) {
        return new BaselineEntry(requirement, "", scenario, "ticket 7", "2026-11-26");
    }

    private static Report report(List<ScenarioResult> results, BaselineEntry... accepted) {
        RunResult run = ClientResult.of(results, NOON, Duration.ofSeconds(1));
        return new Report(run, new Baseline(List.of(accepted)), false, About.NOTHING);
    }
}
