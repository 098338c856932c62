package net.ixapi.auth.stub.command;

import static net.ixapi.auth.stub.Credentials.KEY;
import static net.ixapi.auth.stub.Credentials.SECRET;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Map;
import net.ixapi.auth.stub.StubServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** What the command says where it does not serve. */
@Timeout(60)
class StubCommandTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--frob                | Unknown option: '--frob'",
                "extra                 | Unmatched argument at index 0 (not repeated: it may be a secret)",
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
                "--access-lifetime=15  | Invalid value for option '--access-lifetime': '15' is not a duration such as 5s or 1m",
                "--access-lifetime=    | Invalid value for option '--access-lifetime': '' is not a duration such as 5s or 1m",
                "--access-lifetime=PT0S   | The access lifetime must be between a second and 36500 days, such as PT15M.",
                "--access-lifetime=PT-1S  | The access lifetime must be between a second and 36500 days, such as PT15M.",
                "--refresh-lifetime=PT0.9S | The refresh lifetime must be between a second and 36500 days, such as PT15M.",
                "--refresh-lifetime=P99999999D | The refresh lifetime must be between a second and 36500 days, such as PT15M.",
                "--refresh-policy=twice | Invalid value for option '--refresh-policy': 'twice' is not reusable, one-time or reuse-revokes-family",
                "--algorithm=none | Invalid value for option '--algorithm': expected one of [HS256, RS256, ES256, EdDSA] (case-insensitive) but was 'none'",
                "--fixed-at=noon | Invalid value for option '--fixed-at': 'noon' is not a time such as 2026-01-01T00:00:00Z",
                "--fixed-at=9999-01-01T00:00:00Z | The clock shows the years 1970 to 8999 only.",
                "--signing-key=no.jwk | The signing key no.jwk cannot be read.",
                "--claim=sub=me | The stub sets the claim sub itself.",
                "--host=no such host | There is no host no such host.",
                "--host=0.0.0.0 | At 0.0.0.0 others can reach the stub, and everybody knows the credentials of the contract's example: give it others, or let it listen at 127.0.0.1.",
                "--resource=accounts=[] | A path must be such as /accounts: letters, digits, and . _ ~ - between slashes.",
                "--oauth2-path=token | A path must be such as /accounts: letters, digits, and . _ ~ - between slashes.",
                "--resource=/a=[ | The resource /a must be JSON, such as [].",
                "--oauth2-path=/auth/token | POST /api/v2/auth/token is an operation already: choose another path.",
                "--admin-port=70000 | The admin port must be between 0 and 65535, but is 70000.",
                "--admin-token=short | The admin token must have at least 16 characters, but has 5.",
                "--fault={\"fault\": \"status\"} | Invalid value for option '--fault': status is required",
                "--refresh-lifetime=1 day | Invalid value for option '--refresh-lifetime': '1 day' is not a duration such as 5s or 1m"
            })
    void saysWhatIsWrongWithItsArguments(String argument, String line) {
        CommandRun.of(Map.of("IX_STUB_PORT", "0"), argument).assertUsage(line);
    }

    @ParameterizedTest
    @CsvSource({
        "IX_API_KEY, The API key must have 16 characters",
        "IX_API_SECRET, The API secret must have 86 characters"
    })
    void saysWhatIsWrongWithItsEnvironment(String variable, String line) {
        CommandRun result = CommandRun.of(Map.of(variable, "canary"), "--port=0");

        result.assertUsage(line + ", but has 6.");
        assertThat(result.err()).doesNotContain("canary");
    }

    @Test
    void explainsItselfWithoutWhatTheEnvironmentHolds() {
        CommandRun result = CommandRun.of(Map.of("IX_API_KEY", KEY, "IX_API_SECRET", SECRET), "--help");

        assertThat(result.exitCode()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith("Usage: ixapi-auth-stub [-hV] ")
                .contains("--port", "(default: 8080)", "--api-key", "IX_API_KEY", "--api-secret", "IX_API_SECRET")
                .contains("--access-lifetime", "(default: PT15M)", "--refresh-lifetime", "(default: P1D)")
                .contains("Exit codes: 1 the server cannot start, or does not answer as it should; 2 wrong")
                .doesNotContain(KEY, SECRET, "DEFAULT", "${");
    }

    @Test
    void saysItsVersion() {
        CommandRun result = CommandRun.of(Map.of(), "--version");

        assertThat(result.exitCode()).isZero();
        assertThat(result.out()).matches("ixapi-auth-stub \\S.*\\R");
    }

    @Test
    void tellsWhetherAStubServes() {
        StubServer stub = StubServer.builder().start();
        String port = "--port=" + stub.baseUri().getPort();
        try (stub) {
            CommandRun result = CommandRun.of(Map.of(), "--health-check", port);
            assertThat(result.out()).matches("ixapi-auth stub at http://127\\.0\\.0\\.1:\\d+ serves\\R");
            assertThat(result.exitCode()).isZero();
            stub.journal().assertNoRequests();
        }
        CommandRun result = CommandRun.of(Map.of("IX_STUB_HEALTH_CHECK", "true"), port);
        assertThat(result.out()).matches("ixapi-auth stub at http://127\\.0\\.0\\.1:\\d+ does not answer\\R");
        assertThat(result.exitCode()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "65536", "99999"})
    void checksNoHealthWithoutAPort(String port) {
        CommandRun.of(Map.of(), "--health-check", "--port=" + port)
                .assertUsage("A health check needs the --host and the --port that the stub listens on.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"::1", "[::1]"})
    void checksTheHealthAtAnyAddress(String host) {
        try (StubServer stub = StubServer.builder().host("::1").start()) {
            CommandRun result = CommandRun.of(
                    Map.of(),
                    "--health-check",
                    "--host=" + host,
                    "--port=" + stub.baseUri().getPort());

            assertThat(result.out()).endsWith(" serves" + System.lineSeparator());
        }
    }

    @Test
    void asksOverHttpsToo() {
        try (StubServer stub = StubServer.builder().tls(true).start()) {
            CommandRun run = CommandRun.of(
                    Map.of(),
                    "--health-check",
                    "--tls",
                    "--port=" + stub.baseUri().getPort());

            assertThat(run.out()).matches("ixapi-auth stub at https://127\\.0\\.0\\.1:\\d+ serves\\R");
        }
    }

    @Test
    void testsItselfOverHttps() {
        assertThat(CommandRun.of(Map.of(), "--self-test", "--tls", "--port=0").out())
                .startsWith("ixapi-auth stub works");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void needsAHost(String host) {
        CommandRun.of(Map.of(), "--host", host, "--port=0")
                .assertUsage("The host must be a name or an address, such as 127.0.0.1.");
        CommandRun.of(Map.of(), "--health-check", "--host", host)
                .assertUsage("A health check needs the --host and the --port that the stub listens on.");
    }

    /** A variable can only be set, or not: a flag has a value there. */
    @Test
    void leavesAFlagThatIsFalse() {
        CommandRun result =
                CommandRun.of(Map.of("IX_STUB_HEALTH_CHECK", "false", "IX_STUB_TLS", ""), "--self-test", "--port=0");

        assertThat(result.out()).startsWith("ixapi-auth stub works");
    }

    /** What a flag is given in the environment, {@code --tls} is given too; nobody means a file of that name. */
    @ParameterizedTest
    @CsvSource({"true, https, ''", "false, http,"})
    void takesTlsForAFlag(String value, String scheme, String file) {
        CommandSpec spec = CommandSpec.create();
        StubOptions options = new StubOptions(spec, Map.of("IX_STUB_TLS", value), line -> {});
        new CommandLine(spec).setCaseInsensitiveEnumValuesAllowed(true).parseArgs();

        assertThat(options.origin()).hasScheme(scheme);
        assertThat(options.<String>value("--tls")).isEqualTo(file);
    }

    @Test
    void testsItself() {
        CommandRun result =
                CommandRun.of(Map.of("IX_API_KEY", KEY, "IX_API_SECRET", SECRET), "--self-test", "--port=0");

        assertThat(result.out())
                .isEqualTo("ixapi-auth stub works: one can log in and refresh" + System.lineSeparator());
        assertThat(result.exitCode()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"fault\": \"status\", \"status\": 503} | /api/v2/auth/token brings 503",
                "{\"fault\": \"status\", \"status\": 503, \"operation\": \"auth_token_refresh\"} | /api/v2/auth/refresh brings 503",
                "{\"fault\": \"malformed-body\"} | /api/v2/auth/token brings no pair of tokens",
                "{\"fault\": \"status\", \"status\": 201, \"body\": \"null\"} | /api/v2/auth/token brings no pair of tokens",
                "{\"fault\": \"connection-reset\"} | /api/v2/auth/token brings no response"
            })
    void saysWhatItsTestOfItselfHasFound(String fault, String found) {
        CommandRun result = CommandRun.of(Map.of(), "--self-test", "--port=0", "--fault=" + fault);

        assertThat(result.out()).isEqualTo("ixapi-auth stub does not work: " + found + System.lineSeparator());
        assertThat(result.exitCode()).isEqualTo(1);
    }

    /** The JVM would print a stack trace. */
    @Test
    void saysOfAnErrorThatItCannotStart() {
        StringWriter err = new StringWriter();
        PrintWriter out = new PrintWriter(Writer.nullWriter()) {
            @Override
            public void println(Object line) {
                throw new StackOverflowError("planned");
            }
        };

        assertThat(StubCommand.run(Map.of(), out, new PrintWriter(err), "--health-check", "--port=1"))
                .isEqualTo(1);
        assertThat(err).hasToString("The stub cannot start: planned" + System.lineSeparator());
    }

    @Test
    void saysThatItCannotStart() {
        try (StubServer other = StubServer.builder().start()) {
            int port = other.baseUri().getPort();
            CommandRun result = CommandRun.of(Map.of(), "--port=" + port);

            assertThat(result.exitCode()).isEqualTo(1);
            assertThat(result.out()).isEmpty();
            assertThat(result.err().lines())
                    .singleElement()
                    .asString()
                    .isEqualTo("The stub cannot start: port " + port
                            + " at 127.0.0.1 is taken. Choose another with --port, or 0 for a free one.");
        }
    }
}
