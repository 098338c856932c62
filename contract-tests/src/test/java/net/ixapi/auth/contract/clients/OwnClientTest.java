package net.ixapi.auth.contract.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import net.ixapi.auth.contract.report.About;
import net.ixapi.auth.contract.report.Baseline;
import net.ixapi.auth.contract.report.ConsoleReport;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.Verdict;
import net.ixapi.auth.contract.requirements.Requirement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** This project's client keeps all requirements. */
class OwnClientTest {
    @Test
    @Tag("long")
    void keepsAllRequirements() throws InterruptedException {
        assertThat(run(Set.of(Requirement.ALL)).verdict()).isEqualTo(Verdict.CONFORMANT);
    }

    @Test
    void keepsASample() throws InterruptedException {
        Report report = run(Set.of("many-calls", "early-expiry", "refused-refresh"));
        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
        assertThat(new ConsoleReport(false).text(report))
                .containsPattern("info\\. [1-9]\\d requirements kept, 0 not kept, ");
    }

    private static Report run(Set<String> scenarios) throws InterruptedException {
        ClientRun.Settings settings =
                new ClientRun.Settings(Scenario.named(scenarios), 6, 0, Duration.ofSeconds(20), false);
        ClientRun run = new ClientRun(OwnClient.program(), settings, Clock.systemUTC(), progress -> {});
        Report report = new Report(run.run(), Baseline.EMPTY, true, About.NOTHING);
        assertThat(report.findings()).as(new ConsoleReport(false).text(report)).isEmpty();
        return report;
    }
}
