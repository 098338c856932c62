package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import net.ixapi.auth.client.error.ApiTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One tick either side of each time at which something changes. */
class ServingTimesTest {
    @ParameterizedTest
    @CsvSource({
        "1000, 800",
        "1001, 800",
        "299999, 239999",
        "300000, 240000",
        "300001, 240001",
        "3600000, 3540000",
        "604800000, 604740000",
    })
    void aTokenIsRenewedAMinuteOrAFifthOfItsLifetimeBeforeItExpires(long lifetime, long stale) {
        Stage stage = Stage.byHand();
        String first = stage.obtains(stage.pair(lifetime)).accessToken();
        assertThat(stage.tokenAt(stale - 1)).isEqualTo(first);
        assertThat(stage.executor.waiting()).isZero();
        assertThat(stage.tokenAt(stale)).isEqualTo(first);
        assertThat(stage.executor.waiting()).isOne();
    }

    @ParameterizedTest
    @CsvSource({"60000, 0.5, 540000", "60000, 0.05, 570000", "1, 0.9, 599999", "86400000, 0.9, 60000"})
    void theSettingAndTheFractionAreSettings(long margin, double fraction, long stale) {
        Stage stage =
                Stage.atOnce(settings -> Stage.tuned(settings, fraction, Duration.ofSeconds(1), Duration.ofSeconds(60))
                        .margin(Duration.ofMillis(margin))
                        .refreshTimeout(Duration.ofSeconds(30)));
        stage.obtains(stage.pair());
        stage.tokenAt(stale - 1);
        assertThat(stage.source.calls()).isEmpty();
        stage.tokenAt(stale);
        assertThat(stage.source.calls()).containsExactly("r1");
    }

    @ParameterizedTest
    @CsvSource({"1000", "600000", "259200000"})
    void aTokenIsServedUntilTheTickBeforeItExpires(long lifetime) {
        Stage stage = Stage.byHand();
        String first = stage.obtains(stage.pair(lifetime)).accessToken();
        assertThat(stage.tokenAt(lifetime - 1)).isEqualTo(first);
        stage.clock.at(lifetime);
        Caller caller = Caller.of(stage.session);
        caller.awaitWaiting();
        stage.executor.run();
        assertThat(caller.token()).isNotEqualTo(first);
    }

    @Test
    void jitterRenewsATenthOfTheMarginLaterAtMost() {
        Stage stage = Stage.byHand();
        SessionBuilder builder =
                new SessionBuilder(stage.source).clock(stage.clock).executor(Runnable::run);
        builder.jitter = () -> 1;
        Session session = builder.build();
        session.accessToken();
        stage.clock.at(Stage.EXPIRED - 54_000 - 1);
        session.accessToken();
        assertThat(stage.source.calls()).hasSize(1);
        stage.clock.at(Stage.EXPIRED - 54_000);
        session.accessToken();
        assertThat(stage.source.calls()).hasSize(2);
    }

    @Test
    void aLifetimeIsCountedFromBeforeTheRequestWasSent() {
        Stage stage = Stage.byHand();
        stage.source.logsIn(() -> {
            stage.clock.move(Duration.ofSeconds(10));
            return stage.pair();
        });
        Caller caller = Caller.of(stage.session);
        caller.awaitWaiting();
        stage.executor.run();
        assertThat(stage.tokenAt(Stage.EXPIRED - 1)).isEqualTo(caller.token());
        stage.clock.at(Stage.EXPIRED);
        Caller late = Caller.of(stage.session);
        late.awaitWaiting();
        stage.executor.run();
        assertThat(late.token()).isNotEqualTo(caller.token());
    }

    /** The log-in was sent ten seconds after the refresh, which failed so late. */
    @Test
    void aRefreshThatFailedSlowlyDoesNotShortenTheLifetimeOfWhatTheLogInBrings() {
        Stage stage = Stage.atOnce();
        stage.obtains(stage.pair());
        stage.source.refreshes(() -> {
            stage.clock.move(Duration.ofSeconds(10));
            throw Refusals.status(502);
        });
        String second = stage.tokenAt(Stage.EXPIRED);
        stage.source.fails(Refusals.status(503));
        assertThat(stage.tokenAt(Stage.EXPIRED * 2 + 9_999)).isEqualTo(second);
        assertThat(catchThrowable(() -> stage.tokenAt(Stage.EXPIRED * 2 + 10_000)))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource({"599999, r1", "600000, log in", "600001, log in"})
    void aRefreshTokenIsUsedUntilTheTickBeforeItExpires(long time, String call) {
        Stage stage = Stage.atOnce();
        String refreshToken = Jwts.expiring(MutableClock.START + 600_000);
        stage.obtains(new TokenPair(stage.pair(60_000).accessToken(), refreshToken));
        stage.tokenAt(time);
        assertThat(stage.source.calls()).containsExactly(call.equals("r1") ? refreshToken : call);
    }

    /** Two requests at the same time of a clock that a test moves say nothing about tokens without an {@code iat}. */
    @Test
    void aTokenThatDoesNotSayWhenItWasIssuedExpiresWhenItSaysSo() {
        Stage stage = Stage.atOnce();
        stage.source.logsIn(() -> new TokenPair(Jwts.expiring(MutableClock.START + 60_000), null));
        String first = stage.session.accessToken();
        stage.session.invalidate(first);
        String second = stage.session.accessToken();
        assertThat(stage.tokenAt(60_000)).isNotIn(first, second);
    }

    /** A renewal that takes longer than the token lives. */
    @Test
    void aTokenThatExpiredOnItsWayIsNotServed() {
        Stage stage = Stage.atOnce();
        stage.source.logsIn(() -> {
            TokenPair pair = stage.pair(1_000);
            stage.clock.move(Duration.ofSeconds(1));
            return pair;
        });
        assertThat(Caller.of(stage.session).failure())
                .isExactlyInstanceOf(ApiTimeoutException.class)
                .hasMessageStartingWith("access_token: ");
    }
}
