package net.ixapi.auth.client.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import net.ixapi.auth.client.runtime.Failures;
import org.junit.jupiter.api.Test;

/** A session says none of its tokens, whatever happens. */
class SessionCanaryTest {
    private static final String CANARY = "canary-5f1d";
    private static final TokenPair PAIR = new TokenPair(CANARY, CANARY);

    private final Stage stage = Stage.atOnce();

    @Test
    void nothingSaysThem() {
        stage.obtains(PAIR);
        SessionBuilder builder = new SessionBuilder(stage.source).pair(PAIR);
        assertThat(stage.session.accessToken()).isEqualTo(CANARY);
        assertThat(new Object[] {stage.session, builder, builder.build(), stage.session.pair()})
                .allSatisfy(each -> assertThat(each.toString()).doesNotContain(CANARY));
        assertThat(PAIR).hasToString("TokenPair[accessToken=*, refreshToken=*, expiresAt=null]");
        assertThat(new Credentials(CANARY, CANARY)).hasToString("Credentials[apiKey=*, apiSecret=*]");
    }

    @Test
    void noFailureSaysThem() {
        stage.obtains(PAIR);
        stage.session.invalidate(CANARY);
        stage.source.fails(Refusals.status(401));
        assertThat(Failures.saidBy(catchThrowable(stage.session::accessToken)))
                .contains("HTTP 401")
                .doesNotContain(CANARY);
    }

    @Test
    void noTimeoutSaysThem() {
        Session session = new SessionBuilder(stage.source)
                .refreshTimeout(Duration.ofMillis(1))
                .executor(stage.executor)
                .pair(PAIR)
                .build();
        session.invalidate(CANARY);
        assertThat(Failures.saidBy(catchThrowable(session::accessToken)))
                .contains("access_token")
                .doesNotContain(CANARY);
    }

    @Test
    void theLogDoesNotSayWhatAListenerSaid() {
        Stage told = Stage.told(pair -> {
            throw new IllegalStateException("cannot store " + pair.accessToken());
        });
        assertThat(logOf(() -> told.obtains(PAIR)))
                .contains(
                        "net.ixapi.auth.client.session.Session - A listener of new tokens failed: java.lang.IllegalStateException")
                .doesNotContain(CANARY);
    }

    private static String logOf(Runnable action) {
        PrintStream usual = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        System.setErr(new PrintStream(log, true, UTF_8));
        try {
            action.run();
        } finally {
            System.setErr(usual);
        }
        return log.toString(UTF_8);
    }
}
