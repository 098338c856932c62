package net.ixapi.auth.contract.clients;

import static net.ixapi.auth.contract.clients.SampleClients.wrong;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.clients.SampleClients.Sample;
import net.ixapi.auth.contract.report.ConsoleReport;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.ReportedFinding;
import net.ixapi.auth.contract.report.Verdict;
import net.ixapi.auth.contract.requirements.Requirement;
import net.ixapi.auth.contract.requirements.Requirements;
import net.ixapi.auth.contract.requirements.Side;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients that do one thing wrong fail for that, and clients that do things differently do not. */
class SmallClientsTest {
    @ParameterizedTest
    @MethodSource("net.ixapi.auth.contract.clients.SampleClients#quick")
    void failsForWhatItDoesWrong(Sample client) throws InterruptedException {
        Report report = client.report();
        assertThat(broken(report)).as(new ConsoleReport(false).text(report)).isEqualTo(client.broken());
    }

    @Test
    void findingsShowNoSecretThatStandsInAHeader() throws InterruptedException {
        Sample client = wrong("", "many-calls", "", habits -> habits.contentType = "IX_API_SECRET");
        assertThat(new ConsoleReport(false).text(client.report()))
                .contains("POST /auth/token (at ", ", $IX_API_SECRET, 415) is not application/json")
                // Credentials are random. Nothing else has so many letters and digits in a row.
                .doesNotContainPattern("[A-Za-z0-9]{60}");
    }

    @Test
    void findingsSayWhereASecretIs() throws InterruptedException {
        Sample client = wrong("", "many-calls", "", habits -> habits.loginQuery = "secret=");
        assertThat(new ConsoleReport(false).text(client.report()))
                .contains("POST /auth/token (at ", " has $IX_API_SECRET in its URL");
    }

    @Test
    void aClientMayCallTheServerByItsOtherName() throws InterruptedException {
        Sample right = wrong("", "redirected-login redirected-call", "", habits -> habits.callsLocalhost = true);
        Sample wrong = wrong("", "redirected-login redirected-call", "", habits -> {
            habits.callsLocalhost = true;
            habits.followsRedirects = true;
        });
        assertThat(broken(right.report())).isEmpty();
        assertThat(broken(wrong.report())).containsExactly("SECRET-002", "SECRET-003");
    }

    @Test
    void aRequestThatIsNeverAnsweredCounts() throws InterruptedException {
        Report report = wrong("", "silent-login", "", habits -> habits.timeout = Duration.ofMillis(500))
                .report();
        assertThat(report.run().calls()).isEqualTo(1);
        assertThat(report.verdict()).isEqualTo(Verdict.CONFORMANT);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("net.ixapi.auth.contract.clients.SampleClients#slow")
    @Execution(ExecutionMode.CONCURRENT)
    void failsForWhatItDoesWrongInTime(Sample client) throws InterruptedException {
        Report report = client.report();
        assertThat(broken(report)).as(new ConsoleReport(false).text(report)).isEqualTo(client.broken());
    }

    /** Which requirements are not kept, without what all ids begin with. */
    private static Set<String> broken(Report report) {
        return report.findings().stream()
                .map(ReportedFinding::requirement)
                .map(id -> id.replace("CLIENT-", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyRequirementHasAClientThatBreaksIt() {
        Set<String> broken = Stream.concat(SampleClients.quick(), SampleClients.slow())
                .flatMap(client -> client.broken().stream())
                .map(id -> "CLIENT-" + id)
                .collect(Collectors.toSet());
        assertThat(Requirements.ofTheContract())
                .filteredOn(requirement -> requirement.side() == Side.CLIENT)
                .extracting(Requirement::id)
                .allMatch(broken::contains);
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("net.ixapi.auth.contract.clients.SampleClients#right")
    @Execution(ExecutionMode.CONCURRENT)
    void passes(Sample client) throws InterruptedException {
        Report report = client.report();
        assertThat(report.verdict()).as(new ConsoleReport(false).text(report)).isEqualTo(Verdict.CONFORMANT);
    }
}
