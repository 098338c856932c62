package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionSettingsTest {
    @Test
    void theUsualOnesAreTheDocumentedOnes() {
        assertThat(SessionSettings.DEFAULT).isEqualTo(settings(60_000, 0.2, 30_000, 1_000, 60_000));
    }

    @Test
    void eachCanBeChangedAlone() {
        assertThat(SessionSettings.DEFAULT
                        .withMargin(Duration.ofMillis(1))
                        .withFraction(0.5)
                        .withRefreshTimeout(Duration.ofMillis(2))
                        .withInitialDelay(Duration.ofMillis(3))
                        .withMaxDelay(Duration.ofMillis(4)))
                .isEqualTo(settings(1, 0.5, 2, 3, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 1, margin",
        "-1, 1, 1, 1, margin",
        "1, 0, 1, 1, refreshTimeout",
        "1, -1, 1, 1, refreshTimeout",
        "1, 1, 0, 1, initialDelay",
        "1, 1, -1, 1, initialDelay",
        "1, 1, 1, 0, maxDelay",
        "1, 1, 1, -1, maxDelay",
    })
    void aDurationMustBePositive(long margin, long refreshTimeout, long first, long longest, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(margin, 0.5, refreshTimeout, first, longest))
                .withMessageStartingWith(named + " must be positive, but is PT");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void theFractionIsAPart(double fraction) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(1, fraction, 1, 1, 1))
                .withMessage("fraction must be above 0 and below 1, but is " + fraction);
    }

    private static SessionSettings settings(
            long margin, double fraction, long refreshTimeout, long first, long longest) {
        return new SessionSettings(
                Duration.ofMillis(margin),
                fraction,
                Duration.ofMillis(refreshTimeout),
                Duration.ofMillis(first),
                Duration.ofMillis(longest));
    }
}
