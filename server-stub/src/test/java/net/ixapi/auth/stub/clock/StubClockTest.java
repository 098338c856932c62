package net.ixapi.auth.stub.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.ixapi.auth.stub.MutableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class StubClockTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final MutableClock base = new MutableClock(NOON.toString());
    private final StubClock clock = new StubClock(base, null);

    @Test
    void goesAsItsBaseDoes() {
        assertThat(clock.instant()).isEqualTo(NOON);
        base.advance(HOUR);
        assertThat(clock.instant()).isEqualTo(NOON.plus(HOUR));
        assertThat(clock.getZone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void goesOnFromWhereItIsMoved() {
        clock.advance(HOUR);
        base.advance(HOUR);
        assertThat(clock.instant()).isEqualTo(NOON.plus(HOUR.multipliedBy(2)));
        clock.advance(HOUR.negated());
        assertThat(clock.instant()).isEqualTo(NOON.plus(HOUR));
        clock.set(NOON.minus(HOUR));
        base.advance(HOUR);
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void standsWhereItIsStopped() {
        clock.stop();
        base.advance(HOUR);
        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(clock.isStopped()).isTrue();
        clock.advance(HOUR);
        assertThat(clock.instant()).isEqualTo(NOON.plus(HOUR));
        clock.set(NOON);
        assertThat(clock.instant()).isEqualTo(NOON);
        clock.resume();
        assertThat(clock.isStopped()).isFalse();
        base.advance(HOUR);
        assertThat(clock.instant()).isEqualTo(NOON.plus(HOUR));
    }

    @Test
    void isTheSameInEachZone() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        Clock local = clock.withZone(ZoneOffset.UTC).withZone(zone);
        clock.advance(HOUR);

        assertThat(local.instant()).isEqualTo(NOON.plus(HOUR));
        assertThat(local.getZone()).isEqualTo(zone);
    }

    @Test
    void forgetsWhatWasDoneToIt() {
        clock.advance(HOUR);
        clock.stop();
        clock.reset();
        base.advance(HOUR);
        assertThat(clock.instant()).isEqualTo(NOON.plus(HOUR));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT9223372036854775807S", "PT-9223372036854775808S", "P-36500D", "P3000000D"})
    void doesNotLeaveItsYears(String time) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> clock.advance(Duration.parse(time)))
                .withMessage("The clock shows the years 1970 to 8999 only.");
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void showsItsFirstAndItsLastSecond() {
        clock.set(Instant.EPOCH);
        assertThat(clock.instant()).isEqualTo(Instant.EPOCH);
        clock.set(Instant.parse("8999-12-31T23:59:59Z"));
        assertThat(clock.instant()).isEqualTo(Instant.parse("8999-12-31T23:59:59Z"));
        assertThatIllegalArgumentException().isThrownBy(() -> clock.set(Instant.MAX));
        assertThatIllegalArgumentException().isThrownBy(() -> clock.set(Instant.EPOCH.minusNanos(1)));
    }

    @Test
    void waitsUntilItIsMoved() throws Exception {
        Waiter waiter = new Waiter(NOON.plus(HOUR));
        clock.advance(HOUR.minusNanos(1));
        assertThat(waiter.end).isNotDone();
        clock.advance(Duration.ofNanos(1));
        waiter.end.get(30, TimeUnit.SECONDS);
    }

    @Test
    void waitsUntilItsBaseIsMoved() throws Exception {
        Waiter waiter = new Waiter(NOON.plus(HOUR));
        base.advance(HOUR);
        waiter.end.get(30, TimeUnit.SECONDS);
    }

    @Test
    void waitsNoLongerThanItMust() throws Exception {
        Waiter waiter = new Waiter(Instant.MAX);
        while (!waiter.end.isDone()) {
            // Again and again: the first may come before the wait begins.
            clock.cancelWaits();
        }
        assertThat(waiter.end).isCompletedWithValue(false);
        assertThat(clock.await(NOON, clock.cancellations(), () -> false)).isTrue();
        assertThat(clock.await(NOON, 0, () -> false)).isFalse();
    }

    @Test
    void waitsNoMoreOnceItsServerStops() throws Exception {
        Waiter waiter = new Waiter(Instant.MAX);
        clock.endWaits();
        assertThat(waiter.end.get(30, TimeUnit.SECONDS)).isTrue();
        assertThat(clock.await(Instant.MAX, 0, () -> false)).isTrue();
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void endsAWaitThatIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(InterruptedException.class)
                .isThrownBy(() -> clock.await(NOON.plus(HOUR), 0, () -> false));
    }

    private final class Waiter {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CompletableFuture<Boolean> end;

        Waiter(Instant time) throws InterruptedException {
            end = CompletableFuture.supplyAsync(() -> await(time), task -> new Thread(task).start());
            begun.await();
        }

        private boolean await(Instant time) {
            begun.countDown();
            try {
                return clock.await(time, clock.cancellations(), () -> false);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }
}
