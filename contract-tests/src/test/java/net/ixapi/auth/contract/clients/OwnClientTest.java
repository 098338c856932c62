package net.ixapi.auth.contract.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** This project's client keeps all requirements. */
class OwnClientTest {
    private static final ClientRun.Settings SETTINGS = ClientRun.Settings.DEFAULT.withLimit(Duration.ofSeconds(20));

    @Test
    @Tag("long")
    void keepsAllRequirements() throws InterruptedException {
        ClientReport report = new ClientRun(OwnClient.program(), SETTINGS, System.out::println).run();
        System.out.println(report.took());
        report.requirements().forEach(r -> System.out.println(r.requirement().id() + " " + r.state()));
        assertThat(report.findings()).isEmpty();
        assertThat(report.provesTooLittle()).isFalse();
    }

    @Test
    void keepsASample() throws InterruptedException {
        Set<String> quick = Set.of("many-calls", "early-expiry", "refused-refresh");
        ClientReport report = new ClientRun(OwnClient.program(), SETTINGS.withOnly(quick), name -> {}).run();
        assertThat(report.findings()).isEmpty();
        assertThat(report.count(ClientReport.State.KEPT)).isGreaterThan(10);
    }
}
