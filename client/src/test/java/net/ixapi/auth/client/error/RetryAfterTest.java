package net.ixapi.auth.client.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.250Z");

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "1, PT1S",
        "' 120 ', PT2M",
        "007, PT7S",
        "0000000000000000000000007, PT7S",
        "999999999, PT999999999S"
    })
    void secondsAreSeconds(String value, Duration wait) {
        assertThat(failure(value).retryAfter(NOW)).contains(wait);
    }

    /** It says clearly not to come back soon; and a number that fits everywhere cannot trip up who counts with it. */
    @ParameterizedTest
    @ValueSource(strings = {"1000000000", "99999999999999999999", "9223372036854775807", "18446744073709551617"})
    void moreSecondsThanAnybodyWaitsAreAsManyAsCanBe(String value) {
        assertThat(failure(value).retryAfter(NOW)).contains(Duration.ofSeconds(999_999_999));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fri, 02 Jan 2026 03:04:06 GMT|PT0.75S",
                "Fri, 02 Jan 2026 03:14:05 GMT|PT9M59.75S",
                "Sat, 03 Jan 2026 03:04:05 GMT|PT23H59M59.75S",
                "Fri, 02 Jan 2026 03:04:05 GMT|PT0S",
                "Sun, 06 Nov 1994 08:49:37 GMT|PT0S",
            })
    void aDateIsTheTimeUntilThen(String value, Duration wait) {
        assertThat(failure(value).retryAfter(NOW)).contains(wait);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+1",
                "1.5",
                "1s",
                "soon",
                "\u0661",
                "Fri, 32 Jan 2026 03:04:05 GMT",
                "Mon, 02 Jan 2026 03:04:05 GMT",
                "2026-01-02T03:04:05Z",
                "Fri, 02 Jan 2026",
            })
    void anythingElseSaysNothing(String value) {
        assertThat(failure(value).retryAfter(NOW)).isEmpty();
    }

    @Test
    void theFirstOfSeveralCounts() {
        assertThat(failure("5", "7").retryAfter(NOW)).contains(Duration.ofSeconds(5));
    }

    @Test
    void withoutTheHeaderNothingIsSaid() {
        assertThat(ApiStatusException.of("thing_read", 503, Map.of(), ProblemDetails.NONE, null)
                        .retryAfter(NOW))
                .isEmpty();
    }

    private static ApiStatusException failure(String... values) {
        return ApiStatusException.of(
                "thing_read", 503, Map.of("Retry-After", List.of(values)), ProblemDetails.NONE, null);
    }
}
