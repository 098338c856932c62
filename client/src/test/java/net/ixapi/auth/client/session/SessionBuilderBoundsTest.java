package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionBuilderBoundsTest {
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
                .isThrownBy(() -> set(margin, 0.5, refreshTimeout, first, longest))
                .withMessageStartingWith(named + " must be positive, but is PT");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1, 1.1, Double.NaN, Double.POSITIVE_INFINITY})
    void theFractionIsAPart(double fraction) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> set(1, fraction, 1, 1, 1))
                .withMessage("fraction must be above 0 and below 1, but is " + fraction);
    }

    private static void set(long margin, double fraction, long refreshTimeout, long first, long longest) {
        new SessionBuilder(new FakeTokens(() -> new TokenPair("a", null)))
                .margin(Duration.ofMillis(margin))
                .fraction(fraction)
                .refreshTimeout(Duration.ofMillis(refreshTimeout))
                .initialDelay(Duration.ofMillis(first))
                .maxDelay(Duration.ofMillis(longest));
    }
}
