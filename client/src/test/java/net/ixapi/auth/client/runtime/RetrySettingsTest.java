package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetrySettingsTest {
    @ParameterizedTest
    @CsvSource({"0, PT0S, PT0S", "-1, PT0S, PT0S", "1, PT-1S, PT0S", "1, PT0S, PT-1S"})
    void whatCannotBeIsRefused(int attempts, Duration initialDelay, Duration maxDelay) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetrySettings(attempts, initialDelay, maxDelay, Set.of()))
                .withMessageContaining("attempt");
    }

    @Test
    void eachCanBeChangedAlone() {
        Duration time = Duration.ofMillis(1);
        assertThat(RetrySettings.DEFAULT
                        .withAttempts(7)
                        .withInitialDelay(time)
                        .withMaxDelay(time.multipliedBy(2))
                        .withStatuses(Set.of(500)))
                .isEqualTo(new RetrySettings(7, time, time.multipliedBy(2), Set.of(500)));
    }

    @Test
    void theStatusesAreACopy() {
        Set<Integer> statuses = new HashSet<>(Set.of(503));
        RetrySettings settings = new RetrySettings(1, Duration.ZERO, Duration.ZERO, statuses);
        statuses.add(500);
        assertThat(settings.statuses()).containsExactly(503);
    }
}
