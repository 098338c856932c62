package net.ixapi.auth.stub;

import static net.ixapi.auth.stub.Credentials.KEY;
import static net.ixapi.auth.stub.Credentials.SECRET;
import static net.ixapi.auth.stub.StubPeer.assertProblem;
import static net.ixapi.auth.stub.StubPeer.pair;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The command as users run it: a process with an environment, an exit code and two streams. */
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
    void saysOneLineAndServesTheExampleOfTheContractUntilItIsStopped() throws Exception {
        try (JavaProcess stub = start(Map.of(), "--port", "0")) {
            StubPeer peer = peer(stub.line());
            pair(peer.login(DEFAULT_KEY, DEFAULT_SECRET));
            assertProblem(peer.login(KEY, SECRET), 401, "authentication-error.html");
            stub.terminate();

            assertThat(stub.rest()).isEmpty();
            assertThat(stub.err()).isEmpty();
            // 128 and the number of SIGTERM.
            assertThat(stub.exitCode()).isEqualTo(143);
        }
    }

    @Test
    void takesItsCredentialsFromTheEnvironment() throws Exception {
        try (JavaProcess stub = start(Map.of("IX_API_KEY", KEY, "IX_API_SECRET", SECRET), "--port", "0")) {
            StubPeer peer = peer(stub.line());

            pair(peer.login(KEY, SECRET));
            assertProblem(peer.login(DEFAULT_KEY, DEFAULT_SECRET), 401, "authentication-error.html");
        }
    }

    @Test
    void prefersItsArgumentsToTheEnvironment() throws Exception {
        Map<String, String> environment = Map.of("IX_API_KEY", DEFAULT_KEY, "IX_API_SECRET", DEFAULT_SECRET);
        try (JavaProcess stub = start(environment, "--port", "0", "--api-key", KEY, "--api-secret", SECRET)) {
            pair(peer(stub.line()).login(KEY, SECRET));
        }
    }

    /** What a shell or picocli would replace. */
    @Test
    void takesTheEnvironmentLiterally() throws Exception {
        String key = "$${x}\"'`\\n%A%~!$";
        String secret = "${sys:user.home}".repeat(5) + "$$$$$$";
        try (JavaProcess stub = start(Map.of("IX_API_KEY", key, "IX_API_SECRET", secret), "--port", "0")) {
            pair(peer(stub.line()).login(key, secret));
        }
    }

    @Test
    void takesAnEmptyVariableForNone() throws Exception {
        try (JavaProcess stub = start(Map.of("IX_API_KEY", "", "IX_API_SECRET", ""), "--port", "0")) {
            pair(peer(stub.line()).login(DEFAULT_KEY, DEFAULT_SECRET));
        }
    }

    @Test
    void endsWithTheCodeOfItsError() throws Exception {
        try (JavaProcess stub = start(Map.of(), "--frob")) {
            assertThat(stub.exitCode()).isEqualTo(2);
            assertThat(stub.rest()).isEmpty();
            assertThat(stub.err()).startsWith("Unknown option: '--frob'");
        }
    }

    @Test
    void endsWhereItCannotStart() throws Exception {
        try (StubServer other = StubServer.builder().start();
                JavaProcess stub =
                        start(Map.of(), "--port", String.valueOf(other.baseUri().getPort()))) {
            assertThat(stub.exitCode()).isEqualTo(1);
            assertThat(stub.rest()).isEmpty();
            assertThat(stub.err()).contains("The stub cannot start: ").doesNotContain("\tat ");
        }
    }
}
