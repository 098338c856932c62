package net.ixapi.auth.stub;

import static net.ixapi.auth.stub.Credentials.KEY;
import static net.ixapi.auth.stub.Credentials.SECRET;
import static net.ixapi.auth.stub.StubPeer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.stub.command.StubCommand;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a stub logs when it is asked to log everything. */
class LogSecretsTest {
    private static final String DEBUG = "-Dorg.slf4j.simpleLogger.defaultLogLevel=debug";

    /** Which bytes are on the wire it does not know. It shows that the level is what the tests think. */
    private static final String COMPONENTS = "-Dorg.slf4j.simpleLogger.log.org.eclipse.jetty.util.component=debug";

    /** Jetty's own debug log holds the bytes on the wire; whoever asks for it gets them. */
    private static final String BUT_JETTY = "-Dorg.slf4j.simpleLogger.log.org.eclipse.jetty=info";

    private static void ask(StubPeer peer) throws Exception {
        peer.login("canary-canary-16", SECRET);
        peer.login(KEY, "canary");
        peer.refresh("canary");
        peer.post("/auth/refresh", "{\"refresh_token\": [\"canary\"]}");
        peer.post("/auth/canary?canary=canary", "{\"canary\": \"canary");
        peer.send(peer.to("/auth/token")
                .header("Authorization", "Bearer canary")
                .POST(BodyPublishers.ofString("canary")));
    }

    @Test
    @Tag("long")
    void tellsNoSecretWhateverItsLevel() throws Exception {
        try (JavaProcess stub =
                JavaProcess.start(Map.of(), List.of(DEBUG, BUT_JETTY, COMPONENTS, LogProbe.class.getName()))) {
            StubPeer peer = new StubPeer(URI.create(stub.line()));
            AuthToken pair = peer.login();
            peer.refresh(pair.getRefreshToken());
            ask(peer);
            assertProblem(peer.login(KEY, SECRET), 500, "about:blank");
            stub.terminate();

            assertThat(stub.rest() + stub.err())
                    .contains(" DEBUG ", " INFO io.javalin.Javalin ")
                    .contains(
                            "POST /api/v2/auth/token failed: java.lang.IllegalStateException: the clock has failed\n\tat ")
                    .doesNotContain("canary", KEY, SECRET, pair.getAccessToken(), pair.getRefreshToken());
        }
    }

    @Test
    @Tag("long")
    void tellsNothingAtAllFromTheCommandLine() throws Exception {
        List<String> command = List.of(DEBUG, StubCommand.class.getName(), "--port", "0");
        Map<String, String> environment = Map.of("IX_API_KEY", KEY, "IX_API_SECRET", SECRET);
        try (JavaProcess stub = JavaProcess.start(environment, command)) {
            StubPeer peer = new StubPeer(URI.create(stub.line().replaceAll(".* ", "")));
            peer.refresh(peer.login().getRefreshToken());
            ask(peer);
            stub.terminate();

            assertThat(stub.rest()).startsWith("  to try it: ").doesNotContain("\n", "canary", KEY, SECRET);
            assertThat(stub.err()).isEmpty();
        }
    }
}
