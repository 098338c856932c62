package net.ixapi.auth.stub.command;

import static net.ixapi.auth.stub.Credentials.KEY;
import static net.ixapi.auth.stub.Credentials.SECRET;
import static net.ixapi.auth.stub.StubPeer.assertProblem;
import static net.ixapi.auth.stub.StubPeer.pair;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.server.runtime.RawPeer;
import net.ixapi.auth.stub.JavaProcess;
import net.ixapi.auth.stub.StubPeer;
import net.ixapi.auth.stub.StubServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command as users run it: a process with an environment, an exit code and two streams. Each test starts a JVM, which takes
 * two seconds of a processor; those with the tag "long" run in CI.
 */
class StubProcessTest {
    private static final String READY = "ixapi-auth stub is ready at ";

    /** The example in the contract. */
    private static final String DEFAULT_KEY = "exampleApiKey001";

    private static final String DEFAULT_SECRET = "exampleApiSecret" + "0".repeat(69) + "1";

    private static JavaProcess start(Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(StubCommand.class.getName()));
        command.addAll(List.of(arguments));
        return JavaProcess.start(environment, command);
    }

    private static StubPeer peer(String line) {
        assertThat(line).matches(READY + "http://127\\.0\\.0\\.1:[1-9]\\d{0,4}/api/v2");
        return new StubPeer(URI.create(line.substring(READY.length())));
    }

    @Test
    @Tag("long")
    void saysOneLineAndServesTheExampleOfTheContractUntilItIsStopped() throws Exception {
        try (JavaProcess stub = start(Map.of(), "--port", "0")) {
            StubPeer peer = peer(stub.line());
            pair(peer.login(DEFAULT_KEY, DEFAULT_SECRET));
            assertProblem(peer.login(KEY, SECRET), 401, "authentication-error.html");
            stub.terminate();

            assertThat(stub.rest())
                    .matches(
                            "  to try it:  http://127\\.0\\.0\\.1:\\d+/docs, log in with the contract's example, exampleApiKey001");
            assertThat(stub.err()).isEmpty();
            // 128 and the number of SIGTERM.
            assertThat(stub.exitCode()).isEqualTo(143);
        }
    }

    @Test
    @Tag("long")
    void takesItsCredentialsFromTheEnvironment() throws Exception {
        try (JavaProcess stub = start(Map.of("IX_API_KEY", KEY, "IX_API_SECRET", SECRET), "--port", "0")) {
            StubPeer peer = peer(stub.line());

            pair(peer.login(KEY, SECRET));
            assertProblem(peer.login(DEFAULT_KEY, DEFAULT_SECRET), 401, "authentication-error.html");
        }
    }

    @Test
    @Tag("long")
    void prefersItsArgumentsToTheEnvironment() throws Exception {
        Map<String, String> environment = Map.of("IX_API_KEY", DEFAULT_KEY, "IX_API_SECRET", DEFAULT_SECRET);
        try (JavaProcess stub = start(environment, "--port", "0", "--api-key", KEY, "--api-secret", SECRET)) {
            pair(peer(stub.line()).login(KEY, SECRET));
        }
    }

    /** What a shell or picocli would replace. */
    @Test
    @Tag("long")
    void takesTheEnvironmentLiterally() throws Exception {
        String key = "$${x}\"'`\\n%A%~!$";
        String secret = "${sys:user.home}".repeat(5) + "$$$$$$";
        try (JavaProcess stub = start(Map.of("IX_API_KEY", key, "IX_API_SECRET", secret), "--port", "0")) {
            pair(peer(stub.line()).login(key, secret));
        }
    }

    @Test
    @Tag("long")
    void takesAnEmptyVariableForNone() throws Exception {
        try (JavaProcess stub = start(Map.of("IX_API_KEY", "", "IX_API_SECRET", ""), "--port", "0")) {
            pair(peer(stub.line()).login(DEFAULT_KEY, DEFAULT_SECRET));
        }
    }

    /** The command line and its file go before the environment. */
    @Test
    void takesItsSettingsFromEverywhere(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("stub.conf"), """
                --admin
                --admin-port=0
                --fixed-at=2026-01-01T00:00:00Z
                --refresh-lifetime=2m
                --account=second=%s:%s
                """.formatted(KEY, SECRET));
        Map<String, String> environment = Map.of(
                "IX_STUB_PORT",
                "1",
                "IX_STUB_REFRESH_LIFETIME",
                "PT1M",
                "IX_STUB_ACCESS_LIFETIME",
                "PT3M",
                "IX_API_KEY",
                DEFAULT_KEY,
                "IX_API_SECRET",
                DEFAULT_SECRET);
        try (JavaProcess stub = start(
                environment,
                "@" + file,
                "--port=0",
                "--log-requests",
                "--fault={\"fault\": \"status\", \"status\": 503}")) {
            StubPeer peer = peer(stub.line());
            assertThat(stub.line()).endsWith("/docs, log in with the contract's example, exampleApiKey001");
            String admin = stub.line().replace("  to control: ", "");
            assertProblem(peer.login(KEY, SECRET), 503, "about:blank");
            AuthToken pair = pair(peer.login(KEY, SECRET));
            pair(peer.login(DEFAULT_KEY, DEFAULT_SECRET));

            assertThat(expiry(pair.getAccessToken())).isEqualTo("2026-01-01T00:03:00Z");
            assertThat(expiry(pair.getRefreshToken())).isEqualTo("2026-01-01T00:02:00Z");
            assertThat(stub.line()).isEqualTo("2026-01-01T00:00:00Z POST /api/v2/auth/token 503 (fault: status 503)");
            assertThat(stub.line()).isEqualTo("2026-01-01T00:00:00Z POST /api/v2/auth/token 201");
            StubPeer other = new StubPeer(URI.create(admin));
            assertThat(other.send(other.to("/clock")).body())
                    .isEqualTo("{\"now\":\"2026-01-01T00:00:00Z\",\"stopped\":true}");
            stub.terminate();
            assertThat(stub.err()).isEmpty();
            // 128 and the number of SIGTERM.
            assertThat(stub.exitCode()).isEqualTo(143);
        }
    }

    /** What picocli would replace, and what it cannot repeat. */
    @Test
    @Tag("long")
    void takesClaimsLiterally(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("stub.conf"), """
                --claim=home=${env:IX_API_KEY}
                --claim=dollars=$$a=\\b
                """);
        Map<String, String> environment =
                Map.of("IX_STUB_API_KEY", KEY, "IX_API_KEY", DEFAULT_KEY, "IX_STUB_API_SECRET", SECRET);
        try (JavaProcess stub = start(environment, "--port=0", "@" + file, "--claim=user=${sys:user.home}")) {
            Map<String, Object> claims = claims(pair(peer(stub.line()).login(KEY, SECRET)));

            assertThat(claims)
                    .containsEntry("home", "${env:IX_API_KEY}")
                    .containsEntry("user", "${sys:user.home}")
                    .containsEntry("dollars", "$$a=\\b");
        }
    }

    private static Map<String, Object> claims(AuthToken pair) throws ParseException {
        return SignedJWT.parse(pair.getAccessToken()).getJWTClaimsSet().getClaims();
    }

    /** Jetty would: it may be a secret in the wrong place. */
    @Test
    @Tag("long")
    void saysNothingOfWhatIsNoHttp() throws Exception {
        try (JavaProcess stub = start(Map.of(), "--port=0")) {
            int port = peer(stub.line()).to("").build().uri().getPort();
            RawPeer.exchange(port, "GET / HTTP/1.1\r\nHost: [canary\r\nConnection: close\r\n\r\n");
            RawPeer.exchange(port, "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: canary\r\n\r\n");
            RawPeer.exchange(port, "canary\r\n\r\n");
            stub.terminate();

            assertThat(stub.rest()).startsWith("  to try it: ").doesNotContain("canary");
            assertThat(stub.err()).isEmpty();
        }
    }

    private static String expiry(String token) throws ParseException {
        return SignedJWT.parse(token)
                .getJWTClaimsSet()
                .getExpirationTime()
                .toInstant()
                .toString();
    }

    @Test
    @Tag("long")
    void endsWithTheCodeOfItsError() throws Exception {
        try (JavaProcess stub = start(Map.of(), "--frob")) {
            assertThat(stub.exitCode()).isEqualTo(2);
            assertThat(stub.rest()).isEmpty();
            assertThat(stub.err()).startsWith("Unknown option: '--frob'");
        }
    }

    @Test
    @Tag("long")
    void endsWhereItCannotStart() throws Exception {
        try (StubServer other = StubServer.builder().start();
                JavaProcess stub =
                        start(Map.of(), "--port", String.valueOf(other.baseUri().getPort()))) {
            assertThat(stub.exitCode()).isEqualTo(1);
            assertThat(stub.rest()).isEmpty();
            assertThat(stub.err().lines()).singleElement().asString().startsWith("The stub cannot start: port ");
        }
    }
}
