package net.ixapi.auth.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Pace pace = new Pace(10, 0);

    @Test
    void theRequestsOfTheFirstSecondMayComeAtOnce() {
        for (int i = 0; i < 10; i++) {
            assertThat(pace.pause(0)).isZero();
        }
        assertThat(pace.pause(0)).isEqualTo(Duration.ofMillis(100));
        assertThat(pace.pause(0)).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void whoKeepsTheRateNeverWaits() {
        for (int i = 0; i < 100; i++) {
            assertThat(pace.pause(i * SECOND / 10)).isZero();
        }
    }

    @Test
    void aLongRestBuysNoMoreThanASecond() {
        long later = 3600 * SECOND;
        for (int i = 0; i < 10; i++) {
            assertThat(pace.pause(later)).isZero();
        }
        assertThat(pace.pause(later)).isEqualTo(Duration.ofMillis(100));
    }
}
