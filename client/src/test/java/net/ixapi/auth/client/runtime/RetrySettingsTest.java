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
    @CsvSource({
        "0, PT0S, PT0S, attempts is 0",
        "-1, PT0S, PT0S, attempts is -1",
        "1, PT-1S, PT0S, initialDelay",
        "1, PT0S, PT-1S, maxDelay"
    })
    void whatCannotBeIsRefused(int attempts, Duration initialDelay, Duration maxDelay, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RetrySettings()
                        .attempts(attempts)
                        .initialDelay(initialDelay)
                        .maxDelay(maxDelay)
                        .statuses(Set.of()))
                .withMessageContaining(named);
    }

    @Test
    void theStatusesAreACopy() {
        Set<Integer> statuses = new HashSet<>(Set.of(503));
        RetrySettings settings = new RetrySettings()
                .attempts(1)
                .initialDelay(Duration.ZERO)
                .maxDelay(Duration.ZERO)
                .statuses(statuses);
        statuses.add(500);
        assertThat(settings.statuses).containsExactly(503);
    }
}
