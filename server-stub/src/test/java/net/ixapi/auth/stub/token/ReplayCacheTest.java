package net.ixapi.auth.stub.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import net.ixapi.auth.stub.MutableClock;
import org.junit.jupiter.api.Test;

class ReplayCacheTest {
    private final MutableClock clock = new MutableClock("2026-01-01T00:00:00Z");
    private final Instant start = clock.instant();
    private final ReplayCache ids = new ReplayCache(10, clock);

    private Instant after(int seconds) {
        return start.plusSeconds(seconds);
    }

    @Test
    void remembersEachOnce() {
        assertThat(ids.add("a", after(1))).isTrue();
        assertThat(ids.add("a", after(1))).isFalse();
        assertThat(ids.contains("a")).isTrue();
        assertThat(ids.contains("b")).isFalse();
    }

    @Test
    void forgetsWhatExpiredWhenItIsFull() {
        IntStream.rangeClosed(1, 10).forEach(i -> ids.add("id" + i, after(i)));
        clock.advance(Duration.ofSeconds(9));
        ids.add("new", after(20));

        assertThat(ids.size()).isEqualTo(2);
        assertThat(ids.contains("id10")).isTrue();
    }

    @Test
    void forgetsTheFirstToExpireWhenItIsFull() {
        IntStream.rangeClosed(1, 10).forEach(i -> ids.add("id" + i, after(11 - i)));
        ids.add("new", after(20));

        assertThat(ids.size()).isEqualTo(6);
        assertThat(IntStream.rangeClosed(1, 10).filter(i -> ids.contains("id" + i)))
                .containsExactly(1, 2, 3, 4, 5);
    }

    @Test
    void staysBounded() {
        IntStream.range(0, 10_000).forEach(i -> ids.add("id" + i, after(i)));

        assertThat(ids.size()).isLessThanOrEqualTo(10);
        ids.clear();
        assertThat(ids.size()).isZero();
    }
}
