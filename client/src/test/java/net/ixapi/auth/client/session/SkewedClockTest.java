package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The client's clock, or the server's, is wrong. Tokens live fifteen minutes, refresh tokens an hour. */
class SkewedClockTest {
    private static final long SECOND = 1_000;
    private static final long HOUR = 3_600 * SECOND;

    static LongStream clientAhead() {
        return LongStream.concat(
                LongStream.rangeClosed(890, 905), LongStream.of(-86_400, -900, -60, 0, 60, 600, 3_599, 3_601, 86_400));
    }

    /** With the times in the token alone, as of a server whose responses have no date. */
    @ParameterizedTest
    @MethodSource("clientAhead")
    void renewsAtMostTwiceAsOftenAsARightOne(long clientAhead) {
        Stage stage = stage(clientAhead);
        for (long time = 0; time < HOUR; time += SECOND) {
            stage.tokenAt(time);
        }
        assertThat(stage.source.calls()).hasSizeBetween(5, 8);
    }

    @ParameterizedTest
    @MethodSource("clientAhead")
    void sendsTheCredentialsOnce(long clientAhead) {
        Stage stage = stage(clientAhead);
        for (long time = 0; time < 3 * HOUR; time += 5 * SECOND) {
            stage.tokenAt(time);
        }
        assertThat(stage.source.calls()).containsOnlyOnce(FakeTokens.LOG_IN);
    }

    /** A server that gives the same token to all who ask issues the next one when the last nears its expiry. */
    @ParameterizedTest
    @ValueSource(longs = {60, 300, 890})
    void doesNotStretchATokenThatWasIssuedEarlier(long issuedAgo) {
        Stage stage = Stage.atOnce();
        stage.source.logsIn(() -> {
            long now = stage.clock.millis();
            return new TokenPair(Jwts.issued(now - issuedAgo * SECOND, now + (900 - issuedAgo) * SECOND), null);
        });
        String first = stage.session.accessToken();
        assertThat(stage.tokenAt((900 - issuedAgo) * SECOND)).isNotEqualTo(first);
    }

    private static Stage stage(long clientAhead) {
        Stage stage = Stage.atOnce();
        stage.source.logsIn(() -> pair(stage, clientAhead));
        stage.source.refreshes(() -> pair(stage, clientAhead));
        return stage;
    }

    private static TokenPair pair(Stage stage, long clientAhead) {
        long server = Math.floorDiv(stage.clock.millis(), SECOND) * SECOND - clientAhead * SECOND;
        return new TokenPair(Jwts.issued(server, server + 900 * SECOND), Jwts.issued(server, server + HOUR));
    }
}
