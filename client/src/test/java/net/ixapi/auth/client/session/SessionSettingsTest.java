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
                        .withPatience(Duration.ofMillis(2))
                        .withFirstPause(Duration.ofMillis(3))
                        .withLongestPause(Duration.ofMillis(4)))
                .isEqualTo(settings(1, 0.5, 2, 3, 4));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 1, margin",
        "-1, 1, 1, 1, margin",
        "1, 0, 1, 1, patience",
        "1, -1, 1, 1, patience",
        "1, 1, 0, 1, firstPause",
        "1, 1, -1, 1, firstPause",
        "1, 1, 1, 0, longestPause",
        "1, 1, 1, -1, longestPause",
    })
    void aDurationMustBePositive(long margin, long patience, long first, long longest, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(margin, 0.5, patience, first, longest))
                .withMessageStartingWith(named + " must be positive, but is PT");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void theFractionIsAPart(double fraction) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(1, fraction, 1, 1, 1))
                .withMessage("fraction must be above 0 and below 1, but is " + fraction);
    }

    private static SessionSettings settings(long margin, double fraction, long patience, long first, long longest) {
        return new SessionSettings(
                Duration.ofMillis(margin),
                fraction,
                Duration.ofMillis(patience),
                Duration.ofMillis(first),
                Duration.ofMillis(longest));
    }
}
