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
        assertThat(failure(value).retryAfter()).contains(wait);
    }

    /** It says clearly not to come back soon; and a number that fits everywhere cannot trip up who counts with it. */
    @ParameterizedTest
    @ValueSource(strings = {"1000000000", "99999999999999999999", "9223372036854775807", "18446744073709551617"})
    void moreSecondsThanAnybodyWaitsAreAsManyAsCanBe(String value) {
        assertThat(failure(value).retryAfter()).contains(Duration.ofSeconds(999_999_999));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Fri, 02 Jan 2026 03:04:06 GMT|PT1S",
                "Fri, 02 Jan 2026 03:14:05 GMT|PT10M",
                "Sat, 03 Jan 2026 03:04:05 GMT|PT24H",
                "Fri, 02 Jan 2026 03:04:05 GMT|PT0S",
                "Sun, 06 Nov 1994 08:49:37 GMT|PT0S",
            })
    void aDateIsTheTimeUntilThen(String value, Duration wait) {
        assertThat(failure(value).retryAfter()).contains(wait);
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
        assertThat(failure(value).retryAfter()).isEmpty();
    }

    /** The server's own time counts, so that the client's clock may be wrong. */
    @Test
    void withoutADateOfTheResponseTheTimeOfReceiptCounts() {
        ApiStatusException failure = ApiStatusException.of(new ErrorResponse(
                "thing_read",
                503,
                Map.of("Retry-After", List.of("Fri, 02 Jan 2026 03:04:05 GMT"), "Date", List.of("soon")),
                ProblemDetails.NONE,
                null,
                Instant.parse("2026-01-02T03:04:03Z")));
        assertThat(failure.retryAfter()).contains(Duration.ofSeconds(2));
    }

    @Test
    void theFirstOfSeveralCounts() {
        assertThat(failure("5", "7").retryAfter()).contains(Duration.ofSeconds(5));
    }

    @Test
    void withoutTheHeaderNothingIsSaid() {
        assertThat(ApiStatusException.of(new ErrorResponse(
                                "thing_read", 503, Map.of(), ProblemDetails.NONE, null, Instant.EPOCH))
                        .retryAfter())
                .isEmpty();
    }

    private static ApiStatusException failure(String... values) {
        return ApiStatusException.of(new ErrorResponse(
                "thing_read",
                503,
                Map.of("Retry-After", List.of(values), "Date", List.of("Fri, 02 Jan 2026 03:04:05 GMT")),
                ProblemDetails.NONE,
                null,
                Instant.EPOCH));
    }
}
