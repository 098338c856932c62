package net.ixapi.auth.stub;

import static net.ixapi.auth.stub.Credentials.KEY;
import static net.ixapi.auth.stub.Credentials.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What the command says where it does not serve. */
@Timeout(60)
class StubCommandTest {
    private record Result(int exitCode, String out, String err) {}

    private static Result run(Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = StubCommand.command(environment);
        int exitCode = command.setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Result(exitCode, out.toString(), err.toString());
    }

    private static void assertUsage(Result result, String line) {
        assertThat(result.exitCode()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith(line + System.lineSeparator() + "Usage: ixapi-auth-stub [-hV] ");
        assertThat(result.err()).doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--frob                | Unknown option: '--frob'",
                "extra                 | Unmatched argument at index 0: 'extra'",
                "--port=x              | Invalid value for option '--port': 'x' is not an int",
                "--port=               | Invalid value for option '--port': '' is not an int",
                "--port=99999999999    | Invalid value for option '--port': '99999999999' is not an int",
                "--port                | Missing required parameter for option '--port' (<port>)",
                "--port=65536          | The port must be between 0 and 65535, but is 65536.",
                "--port=-1             | The port must be between 0 and 65535, but is -1.",
                "--api-key=short       | The API key must have 16 characters, but has 5.",
                "--api-key=            | The API key must have 16 characters, but has 0.",
                "--api-secret=short    | The API secret must have 86 characters, but has 5.",
                "--api-secret=         | The API secret must have 86 characters, but has 0.",
                "--access-lifetime=15  | Invalid value for option '--access-lifetime': '15' is not a duration such as PT15M",
                "--access-lifetime=    | Invalid value for option '--access-lifetime': '' is not a duration such as PT15M",
                "--access-lifetime=PT0S   | The access lifetime must be between a second and 36500 days, such as PT15M.",
                "--access-lifetime=PT-1S  | The access lifetime must be between a second and 36500 days, such as PT15M.",
                "--refresh-lifetime=PT0.9S | The refresh lifetime must be between a second and 36500 days, such as PT15M.",
                "--refresh-lifetime=P99999999D | The refresh lifetime must be between a second and 36500 days, such as PT15M.",
                "--refresh-lifetime=1 day | Invalid value for option '--refresh-lifetime': '1 day' is not a duration such as PT15M"
            })
    void saysWhatIsWrongWithItsArguments(String argument, String line) {
        assertUsage(run(Map.of(), argument), line);
    }

    @ParameterizedTest
    @CsvSource({
        "IX_API_KEY, The API key must have 16 characters",
        "IX_API_SECRET, The API secret must have 86 characters"
    })
    void saysWhatIsWrongWithItsEnvironment(String variable, String line) {
        Result result = run(Map.of(variable, "canary"), "--port=0");

        assertUsage(result, line + ", but has 6.");
        assertThat(result.err()).doesNotContain("canary");
    }

    @Test
    void explainsItselfWithoutWhatTheEnvironmentHolds() {
        Result result = run(Map.of("IX_API_KEY", KEY, "IX_API_SECRET", SECRET), "--help");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith("Usage: ixapi-auth-stub [-hV] ")
                .contains("--port", "(default: 8080)", "--api-key", "IX_API_KEY", "--api-secret", "IX_API_SECRET")
                .contains("--access-lifetime", "(default: PT15M)", "--refresh-lifetime", "(default: P1D)")
                .contains("Exit codes: 1 the server cannot start, 2 wrong usage.")
                .doesNotContain(KEY, SECRET, "DEFAULT", "${");
    }

    @Test
    void saysItsVersion() {
        Result result = run(Map.of(), "--version");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).matches("ixapi-auth-stub \\S.*\\R");
    }

    @Test
    void saysThatItCannotStart() {
        try (StubServer other = StubServer.builder().start()) {
            int port = other.baseUri().getPort();
            Result result = run(Map.of(), "--port=" + port);

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.out()).isEmpty();
            assertThat(result.err().lines())
                    .singleElement()
                    .asString()
                    .startsWith("The stub cannot start: ")
                    .contains(String.valueOf(port))
                    .doesNotContain("Exception");
        }
    }
}
