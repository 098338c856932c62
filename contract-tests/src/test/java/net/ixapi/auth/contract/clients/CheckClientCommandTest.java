package net.ixapi.auth.contract.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Scanner;
import java.util.concurrent.CancellationException;
import net.ixapi.auth.contract.report.JsonReportTest;
import net.ixapi.auth.contract.run.ContractCommand;
import net.ixapi.auth.openapi.document.PlainJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** The subcommand, from its options to its exit codes and reports. */
class CheckClientCommandTest {
    private static final Duration LIMIT = Duration.ofSeconds(75);

    private record Outcome(int exitCode, String out, String err) {}

    private static Outcome run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = ContractCommand.commandLine();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = new String[arguments.length + 1];
        all[0] = "check-client";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return new Outcome(command.execute(all), out.toString(), err.toString());
    }

    @Test
    void listsScenariosAndRequirements() {
        Outcome outcome = run("--list");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).contains("many-calls ", "CLIENT-REFRESH-006 ", "[one-time-refresh, cut-refresh]");
    }

    @Test
    void saysThatAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            Outcome outcome = run("--only", "many-calls", "--port", port, "--", "true");

            assertThat(outcome.exitCode()).isEqualTo(2);
            assertThat(outcome.err())
                    .startsWith("Port " + port + " is taken, or not for every user: choose another with --port");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--only nothing -- true | There is no scenario or requirement 'nothing'",
                "--port 70000 -- true | --port must be between 0 and 65535",
                "--jobs 0 -- true | --jobs between 1 and 64",
                "--timeout 0s -- true | --timeout between 1s and 1h",
                "--timeout long -- true | is not a duration",
                "--report pom.xml -- true | --report must be a folder",
                "--write-baseline -- true | --write-baseline needs --baseline FILE",
                "--baseline /no/such/file -- true | The file of --baseline cannot be read",
                "-- /no/such/client | The client cannot be started",
                "--repot x -- true | Unknown option: '--repot'. Did you mean --report?",
            })
    void saysInOneLineWhatIsWrong(String arguments, String message) {
        Outcome outcome = run(arguments.split(" "));
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.err()).contains(message).hasLineCount(1);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void saysSoWhereNothingIsSent(@TempDir Path folder) {
        Path baseline = folder.resolve("baseline.yaml");
        Outcome outcome = run("--write-baseline", "--baseline", baseline.toString(), "--", "true");
        assertThat(outcome.exitCode()).isEqualTo(3);
        assertThat(baseline).doesNotExist();
        assertThat(outcome.err()).contains("The client sent nothing to the server at IX_API_HOST");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void reportsNoSecrets(@TempDir Path folder) throws Exception {
        // It prints its secret as it is and in Base64.
        String script = "echo \"secret $IX_API_SECRET\"; printf %s \"$IX_API_SECRET\" | base64 -w 0; exit 0";
        Outcome outcome =
                run("--only", "untrusted-certificate", "--report", folder.toString(), "--", "sh", "-c", script);
        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).contains("CLIENT-TLS-002", "CLIENT-SECRET-006", "printed    secret $IX_API_SECRET");
        String json = Files.readString(folder.resolve("report.json"));
        assertThat(PlainJson.read(json).path("verdict").asText()).isEqualTo("not_conformant");
        assertThat(JsonReportTest.errors(json)).isEmpty();
        assertThat(Files.readString(folder.resolve("index.html")))
                .contains("The client does not keep the contract.", "check-untrusted-certificate", "AUTH-LOGIN-001");
        assertThat(Files.readString(folder.resolve("junit.xml"))).contains("<failure type=\"violation\"");
        // Credentials are random. But for checksums and sources, nothing else has so many letters and digits in a row.
        String told = (outcome.out() + json).replaceAll("\"(sha256|source)\" : \"[^\"]+\"", "");
        assertThat(told).doesNotContainPattern("[A-Za-z0-9+/]{60}");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void acceptsWhatTheBaselineAccepts(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("baseline.yaml");
        assertThat(check(file, "0", "--write-baseline").exitCode()).isEqualTo(1);
        String written = Files.readString(file);
        assertThat(written)
                .contains("CLIENT-EXIT-001", "CLIENT-TLS-002", "scenario: untrusted-certificate")
                .doesNotContain("operation:");
        assertThat(check(file, "0").err()).contains("CLIENT-EXIT-001 untrusted-certificate: it has no reason");

        Files.writeString(file, written.replace("reason: ''", "reason: ticket 7"));
        Outcome accepted = check(file, "0", "--report", folder.toString());
        assertThat(accepted.exitCode()).isZero();
        assertThat(accepted.out())
                .contains("accepted CLIENT-TLS-002", "(ticket 7)", "0 not kept, 2 accepted, ")
                .contains("each violation is accepted by the baseline.");
        assertThat(Files.readString(folder.resolve("index.html"))).contains("<dt>accepted</dt><dd>ticket 7</dd>");
        assertThat(Files.readString(folder.resolve("junit.xml"))).doesNotContain("<failure");
        assertThat(PlainJson.read(Files.readString(folder.resolve("report.json")))
                        .path("verdict")
                        .asText())
                .isEqualTo("accepted");

        Outcome needless = check(file, "1", "--report", folder.toString());
        assertThat(needless.exitCode()).isEqualTo(1);
        assertThat(needless.out())
                .contains("! baseline: CLIENT-TLS-002 untrusted-certificate is not found any more", "out of date.");
        assertThat(Files.readString(folder.resolve("junit.xml"))).containsOnlyOnce("<failure type=\"baseline\"");

        Files.writeString(
                file, "- {requirement: CLIENT-TLS-002, scenario: many-calls, reason: x, until: '2999-01-01'}");
        assertThat(check(file, "1").err()).contains("a scenario that tests it");
    }

    private static Outcome check(Path baseline, String exitCode, String... options) {
        List<String> all =
                new ArrayList<>(List.of("--only", "untrusted-certificate", "--baseline", baseline.toString()));
        all.addAll(List.of(options));
        all.addAll(List.of("--", "sh", "-c", "exit " + exitCode));
        return run(all.toArray(String[]::new));
    }

    @Test
    void guidesAPerson() {
        StringWriter out = new StringWriter();
        GuidedClient client = new GuidedClient(new Scanner("\nwhat?\n1 \nhangs\nskip\n"), new PrintWriter(out, true));
        Map<String, String> task = Map.of("IX_CHECK_CALLS", "2");
        assertThat(client.run("All is well.", task, LIMIT).exitCode()).isEqualTo(OptionalInt.of(1));
        assertThat(out.toString())
                .contains("All is well.", "  export IX_CHECK_CALLS=2", "'hangs' if it has not ended after 75 s")
                .containsOnlyOnce("export");
        assertThat(client.run("All is well.", task, LIMIT).exitCode()).isEmpty();
        // The person skips the next, and then has gone.
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> client.run("All is well.", task, LIMIT)).isInstanceOf(CancellationException.class);
        }
    }
}
