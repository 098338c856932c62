package net.ixapi.auth.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimiterTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final RateLimiter limiter = new RateLimiter(10);

    @Test
    void theRequestsOfTheFirstSecondMayComeAtOnce() {
        for (int i = 0; i < 10; i++) {
            assertThat(limiter.pause(0)).isZero();
        }
        assertThat(limiter.pause(0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(limiter.pause(SECOND)).isZero();
        for (int i = 0; i < 8; i++) {
            limiter.pause(SECOND);
        }
        assertThat(limiter.pause(SECOND)).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void whoKeepsTheRateNeverWaits() {
        for (int i = 0; i < 100; i++) {
            assertThat(limiter.pause(i * SECOND / 10)).isZero();
        }
    }

    @Test
    void aLongRestBuysNoMoreThanASecond() {
        long later = 3600 * SECOND;
        for (int i = 0; i < 10; i++) {
            assertThat(limiter.pause(later)).isZero();
        }
        assertThat(limiter.pause(later)).isEqualTo(Duration.ofSeconds(1));
    }
}
