package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SessionBuilderBoundsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, margin",
        "-1, 1, margin",
        "1, 0, refreshTimeout",
        "1, -1, refreshTimeout",
    })
    void aDurationMustBePositive(long margin, long refreshTimeout, String named) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SessionBuilder(new FakeTokens(() -> new TokenPair("a", null)))
                        .margin(Duration.ofMillis(margin))
                        .refreshTimeout(Duration.ofMillis(refreshTimeout)))
                .withMessageStartingWith(named + " must be positive, but is PT");
    }
}
