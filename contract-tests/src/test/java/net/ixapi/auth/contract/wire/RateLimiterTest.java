package net.ixapi.auth.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimiterTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final Duration TENTH = Duration.ofMillis(100);

    /** System.nanoTime() begins anywhere, and may pass its end. */
    @ParameterizedTest
    @ValueSource(longs = {0, -5, Long.MIN_VALUE, Long.MAX_VALUE - 5})
    void requestsAreEvenlySpaced(long start) {
        RateLimiter limiter = new RateLimiter(10, start);

        assertThat(limiter.pause(start)).isZero();
        assertThat(limiter.pause(start)).isEqualTo(TENTH);
        assertThat(limiter.pause(start)).isEqualTo(TENTH.multipliedBy(2));
        assertThat(limiter.pause(start + SECOND / 4)).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void whoKeepsTheRateNeverWaits() {
        RateLimiter limiter = new RateLimiter(10, 0);
        for (int i = 0; i < 100; i++) {
            assertThat(limiter.pause(i * SECOND / 10)).isZero();
        }
    }

    @Test
    void aLongRestBuysNothing() {
        RateLimiter limiter = new RateLimiter(10, 0);
        long later = 3600 * SECOND;

        assertThat(limiter.pause(later)).isZero();
        assertThat(limiter.pause(later)).isEqualTo(TENTH);
    }
}
