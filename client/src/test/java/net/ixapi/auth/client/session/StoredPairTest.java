package net.ixapi.auth.client.session;

import static net.ixapi.auth.client.session.FakeTokens.LOG_IN;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A session that starts with a pair of an earlier run. */
class StoredPairTest {
    private final Stage stage = Stage.byHand();

    /** Issued at the clock's start, ten minutes of lifetime; restored so long after. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "539999, 0",
        "540000, 1",
        "599999, 1",
    })
    void aPairThatIsValidIsServedAndRenewedWhenItIsStale(long restored, int renewals) {
        TokenPair stored = stage.pair();
        stage.clock.at(restored);
        Session session = session(stored);
        assertThat(session.pair()).contains(stored);
        assertThat(session.accessToken()).isEqualTo(stored.accessToken());
        assertThat(stage.executor.waiting()).isEqualTo(renewals);
    }

    @ParameterizedTest
    @ValueSource(longs = {600_000, 600_001, 1_199_999, 86_400_000})
    void aPairThatHasExpiredIsRefreshedFirst(long restored) {
        TokenPair stored = stage.pair();
        stage.clock.at(restored);
        assertRefreshed(stored);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 86_400_000})
    void soIsOneThatDoesNotSayWhenItWasIssued(long ago) {
        assertRefreshed(new TokenPair(Jwts.expiring(MutableClock.START - ago), "r1"));
    }

    /** Nobody knows its lifetime; what is left of it serves instead. */
    @Test
    void oneThatIsStillValidIsRenewedWhenItIsStale() {
        Session session = session(new TokenPair(Jwts.expiring(MutableClock.START + Stage.EXPIRED), "r1"));
        stage.clock.at(Stage.STALE - 1);
        session.accessToken();
        assertThat(stage.executor.waiting()).isZero();
        stage.clock.at(Stage.STALE);
        session.accessToken();
        assertThat(stage.executor.waiting()).isOne();
    }

    @Test
    void oneThatHasExpiredIsNotServedThoughTheClockIsSetBack() {
        String expired = Jwts.expiring(MutableClock.START - 3_600_000);
        Session session = session(new TokenPair(expired, "r1"));
        stage.clock.at(-3_600_000);
        Caller caller = Caller.of(session);
        caller.awaitWaitingOrDone();
        stage.executor.run();
        assertThat(caller.token()).isNotEqualTo(expired);
    }

    @Test
    void aTokenThatDoesNotSayWhenItExpiresIsServedUntilRefused() {
        Session session = session(new TokenPair("opaque", "r1"));
        stage.clock.at(86_400_000);
        assertThat(session.accessToken()).isEqualTo("opaque");
        assertThat(stage.executor.waiting()).isZero();
        session.invalidate("opaque");
        Caller caller = Caller.of(session);
        caller.awaitWaiting();
        stage.executor.run();
        assertThat(caller.token()).isNotEqualTo("opaque");
    }

    @Test
    void withoutARefreshTokenThatIsStillGoodTheSessionLogsIn() {
        TokenPair stored = new TokenPair(stage.pair().accessToken(), Jwts.expiring(MutableClock.START + 600_000));
        stage.clock.at(600_000);
        Caller caller = Caller.of(session(stored));
        caller.awaitWaiting();
        stage.executor.run();
        assertThat(caller.token()).isNotEqualTo(stored.accessToken());
        assertThat(stage.source.calls()).containsExactly(LOG_IN);
    }

    /** A lifetime bounds what a wrong clock of the server's can do. */
    @Test
    void aPairFromTheFutureIsServedForItsLifetime() {
        long future = MutableClock.START + 3_600_000;
        String token = Jwts.issued(future, future + 600_000);
        Session session = session(new TokenPair(token, "r1"));
        stage.clock.at(599_999);
        assertThat(session.accessToken()).isEqualTo(token);
        stage.clock.at(600_000);
        Caller caller = Caller.of(session);
        caller.awaitWaiting();
        stage.executor.run();
        assertThat(caller.token()).isNotEqualTo(token);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = "elsewhere")
    void aPairOfAnotherOriginIsNotUsed(String origin) {
        stage.source.hasOrigin("here");
        Session session = session(new TokenPair(stage.pair().accessToken(), "r1", null, origin));
        assertThat(session.pair()).isEmpty();
        Caller caller = Caller.of(session);
        caller.awaitWaiting();
        stage.executor.run();
        caller.token();
        assertThat(stage.source.calls()).containsExactly(LOG_IN);
    }

    @Test
    void aPairOfTheSameOriginIsAndHandsItOn() {
        stage.source.hasOrigin("here");
        TokenPair stored = new TokenPair(stage.pair().accessToken(), "r1", null, "here");
        Session session = session(stored);
        assertThat(session.accessToken()).isEqualTo(stored.accessToken());
        stage.clock.at(Stage.STALE);
        session.accessToken();
        stage.executor.run();
        assertThat(session.pair().orElseThrow().origin()).isEqualTo("here");
        assertThat(stage.source.calls()).containsExactly("r1");
    }

    @Test
    void whatItSaysOfItsExpiryGoesBeforeWhatTheTokenSays() {
        TokenPair pair = stage.pair();
        Session session = session(
                new TokenPair(pair.accessToken(), "r1", Instant.ofEpochMilli(MutableClock.START + 300_000), null));
        stage.clock.at(299_999);
        assertThat(session.accessToken()).isEqualTo(pair.accessToken());
        stage.clock.at(300_000);
        Caller caller = Caller.of(session);
        caller.awaitWaiting();
        stage.executor.run();
        assertThat(caller.token()).isNotEqualTo(pair.accessToken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "a\r\nX-Admin: 1"})
    void anAccessTokenThatCannotBeSentIsNeverServed(String stored) {
        assertRefreshed(new TokenPair(stored, "r1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anEmptyRefreshTokenIsNone(String stored) {
        assertThat(new TokenPair("a", stored)).isEqualTo(new TokenPair("a", null));
    }

    private void assertRefreshed(TokenPair stored) {
        Caller caller = Caller.of(session(stored));
        caller.awaitWaiting();
        stage.executor.run();
        assertThat(caller.token()).isNotEqualTo(stored.accessToken());
        assertThat(stage.source.calls()).containsExactly("r1");
    }

    private Session session(TokenPair stored) {
        SessionBuilder builder = new SessionBuilder(stage.source)
                .clock(stage.clock)
                .executor(stage.executor)
                .pair(stored);
        builder.jitter = () -> 0;
        return builder.build();
    }
}
