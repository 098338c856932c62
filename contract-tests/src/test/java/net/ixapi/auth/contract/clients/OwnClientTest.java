package net.ixapi.auth.contract.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import net.ixapi.auth.contract.baseline.Baseline;
import net.ixapi.auth.contract.requirements.Requirement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** This project's client keeps all requirements. */
class OwnClientTest {
    @Test
    @Tag("long")
    void keepsAllRequirements() throws InterruptedException {
        assertThat(run(Set.of(Requirement.ALL)).verdict()).isEqualTo(ClientReport.Verdict.CONFORMANT);
    }

    @Test
    void keepsASample() throws InterruptedException {
        ClientReport report = run(Set.of("many-calls", "early-expiry", "refused-refresh"));
        assertThat(report.verdict()).isEqualTo(ClientReport.Verdict.CONFORMANT);
        assertThat(report.count("kept")).isGreaterThan(10);
    }

    private static ClientReport run(Set<String> scenarios) throws InterruptedException {
        ClientRun.Settings settings = new ClientRun.Settings(
                Scenario.named(scenarios), true, new Baseline(List.of()), 6, 0, Duration.ofSeconds(20), false);
        ClientReport report = new ClientRun(OwnClient.program(), settings, Clock.systemUTC(), progress -> {}).run();
        assertThat(report.findings()).as(ClientReports.text(report)).isEmpty();
        return report;
    }
}
