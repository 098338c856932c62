package net.ixapi.auth.stub.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplayCacheTest {
    private final Set<String> ids = Tokens.replayCache(10);

    @Test
    void remembersEachOnce() {
        assertThat(ids.add("a")).isTrue();
        assertThat(ids.add("a")).isFalse();
        assertThat(ids.contains("a")).isTrue();
        assertThat(ids.contains("b")).isFalse();
    }

    @Test
    void forgetsTheOldestForEachNewOneWhenItIsFull() {
        IntStream.range(0, 10_000).forEach(i -> ids.add("id" + i));
        ids.add("id9999");

        assertThat(IntStream.range(0, 10_000).filter(i -> ids.contains("id" + i)))
                .containsExactly(9990, 9991, 9992, 9993, 9994, 9995, 9996, 9997, 9998, 9999);
    }

    @Test
    void remembersAsManyAfterItHasForgottenAll() {
        IntStream.range(0, 10).forEach(i -> ids.add("id" + i));
        ids.clear();
        IntStream.range(10, 20).forEach(i -> ids.add("id" + i));

        assertThat(IntStream.range(0, 20).filter(i -> ids.contains("id" + i)))
                .containsExactly(10, 11, 12, 13, 14, 15, 16, 17, 18, 19);
    }
}
