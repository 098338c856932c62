package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import net.ixapi.auth.client.error.ApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** After a renewal that did not help. */
class BackoffTest {
    private final Stage stage =
            Stage.atOnce(settings -> Stage.tuned(settings, 0.5, Duration.ofSeconds(1), Duration.ofSeconds(10))
                    .margin(Duration.ofMinutes(5))
                    .refreshTimeout(Duration.ofSeconds(30)));

    @ParameterizedTest
    @ValueSource(ints = {429, 503})
    void itDoublesUpToTheLongest(int status) {
        String token = stage.obtains(stage.pair()).accessToken();
        stage.source.fails(Refusals.status(status));
        long time = 300_000;
        assertThat(stage.tokenAt(time)).isEqualTo(token);
        assertThat(stage.source.calls()).hasSize(1);
        int calls = 1;
        for (long pause : new long[] {1, 2, 4, 8, 10, 10, 10}) {
            time += pause * 1000;
            assertThat(stage.tokenAt(time - 1)).isEqualTo(token);
            assertThat(stage.source.calls()).as("before %d s", pause).hasSize(calls);
            assertThat(stage.tokenAt(time)).isEqualTo(token);
            assertThat(stage.source.calls()).as("after %d s", pause).hasSize(++calls);
        }
        assertThat(stage.source.calls()).containsOnly("r1");
    }

    @Test
    void itIsCountedFromTheFailureNotFromTheRequest() {
        stage.obtains(stage.pair());
        stage.source.refreshes(() -> {
            stage.clock.move(Duration.ofSeconds(3));
            throw Refusals.status(503);
        });
        stage.tokenAt(300_000);
        stage.tokenAt(303_999);
        assertThat(stage.source.calls()).hasSize(1);
        stage.tokenAt(304_000);
        assertThat(stage.source.calls()).hasSize(2);
    }

    @Test
    void aSuccessEndsIt() {
        stage.obtains(stage.pair());
        stage.source.fails(Refusals.status(503));
        stage.tokenAt(300_000);
        stage.tokenAt(301_000);
        stage.source.refreshes(stage::pair);
        stage.tokenAt(303_000);
        assertThat(stage.source.calls()).hasSize(3);
        stage.source.fails(Refusals.status(503));
        stage.tokenAt(603_000);
        stage.tokenAt(604_000);
        assertThat(stage.source.calls()).containsExactly("r1", "r1", "r1", "r2", "r2");
    }

    @Test
    void itLastsAMillisecondAtLeast() {
        Stage hasty = failing(Duration.ofNanos(1));
        hasty.tokenAt(300_000);
        hasty.tokenAt(300_000);
        assertThat(hasty.source.calls()).hasSize(1);
        hasty.tokenAt(300_001);
        assertThat(hasty.source.calls()).hasSize(2);
    }

    @Test
    void whoHasNoValidTokenGetsTheLastFailureAtOnce() {
        ApiException failure = Refusals.status(503);
        stage.source.fails(failure);
        Throwable first = catchThrowable(() -> stage.tokenAt(0));
        Throwable second = catchThrowable(() -> stage.tokenAt(999));
        assertThat(List.of(first, second))
                .allSatisfy(thrown -> assertThat(thrown)
                        .isExactlyInstanceOf(failure.getClass())
                        .isNotSameAs(failure)
                        .hasMessage(failure.getMessage())
                        .hasCause(failure));
        assertThat(first).isNotSameAs(second);
        assertThat(stage.source.calls()).hasSize(1);
        stage.source.logsIn(stage::pair);
        assertThat(stage.tokenAt(1000)).isNotEmpty();
    }

    @Test
    void itLastsAsLongAsTheServerAsksButAnHourAtMost() {
        for (long asked : new long[] {120, 3600, 999_999}) {
            Stage busy = Stage.atOnce();
            busy.source.fails(Refusals.retryAfter(asked));
            long end = 1000 * Math.min(asked, 3600);
            catchThrowable(() -> busy.tokenAt(0));
            catchThrowable(() -> busy.tokenAt(end - 1));
            assertThat(busy.source.calls()).hasSize(1);
            catchThrowable(() -> busy.tokenAt(end));
            assertThat(busy.source.calls()).hasSize(2);
        }
    }

    /** By 99 % of what is left, a token that is repeated would be stale again after 1 % of it. */
    @Test
    void aServerThatRepeatsItsTokenIsNotAskedAtEachCall() {
        Stage repeating =
                Stage.atOnce(settings -> Stage.tuned(settings, 0.99, Duration.ofSeconds(1), Duration.ofSeconds(10))
                        .margin(Duration.ofMinutes(5))
                        .refreshTimeout(Duration.ofSeconds(30)));
        TokenPair repeated = repeating.obtains(repeating.pair());
        repeating.source.refreshes(() -> repeated);
        for (long time = 300_000; time < 600_000; time += 10) {
            assertThat(repeating.tokenAt(time)).isEqualTo(repeated.accessToken());
        }
        assertThat(repeating.source.calls()).hasSizeBetween(2, 40);
    }

    @Test
    void aRenewalThatBringsNoLaterExpiryIsFollowedByIt() {
        stage.obtains(stage.pair());
        stage.source.refreshes(() -> new TokenPair(Jwts.expiring(MutableClock.START + 300_003), "r"));
        stage.tokenAt(300_000);
        String token = stage.tokenAt(300_002);
        assertThat(token).isEqualTo(stage.session.pair().orElseThrow().accessToken());
        assertThat(stage.source.calls()).containsExactly("r1");
    }

    @Test
    void theLongestIsNotShorterThanTheFirst() {
        Stage odd = Stage.atOnce(settings -> Stage.tuned(settings, 0.5, Duration.ofSeconds(5), Duration.ofSeconds(1))
                .margin(Duration.ofMinutes(5))
                .refreshTimeout(Duration.ofSeconds(30)));
        odd.obtains(odd.pair());
        odd.source.fails(Refusals.status(503));
        odd.tokenAt(300_000);
        odd.tokenAt(304_999);
        assertThat(odd.source.calls()).hasSize(1);
        odd.tokenAt(305_000);
        odd.tokenAt(309_999);
        assertThat(odd.source.calls()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {Long.MAX_VALUE / 1000, Long.MAX_VALUE})
    void settingsBeyondAllTimeAreForever(long seconds) {
        Duration forever = Duration.ofSeconds(seconds);
        Stage endless = Stage.atOnce(settings ->
                Stage.tuned(settings, 0.5, forever, forever).margin(forever).refreshTimeout(forever));
        endless.obtains(endless.pair());
        endless.source.fails(Refusals.status(503));
        for (long time : new long[] {300_000, 500_000, 599_999}) {
            endless.tokenAt(time);
        }
        assertThat(endless.source.calls()).hasSize(1);
    }

    private static Stage failing(Duration pause) {
        Stage stage = Stage.atOnce(settings -> Stage.tuned(settings, 0.5, pause, pause)
                .margin(Duration.ofMinutes(5))
                .refreshTimeout(Duration.ofSeconds(30)));
        stage.obtains(stage.pair());
        stage.source.fails(Refusals.status(503));
        return stage;
    }
}
