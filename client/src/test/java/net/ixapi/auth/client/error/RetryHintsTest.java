package net.ixapi.auth.client.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each status says about sending the request again. */
class RetryHintsTest {
    @ParameterizedTest(name = "HTTP {0}: can retry {1}, may have acted {2}")
    @CsvSource({
        "200, false, true",
        "202, false, true",
        "302, false, true",
        "399, false, true",
        "400, false, false",
        "401, false, false",
        "403, false, false",
        "404, false, false",
        "405, false, false",
        "407, false, false",
        "408, true,  false",
        "409, false, false",
        "422, false, false",
        "428, false, false",
        "429, true,  false",
        "499, false, false",
        "500, true,  true",
        "501, false, false",
        "502, true,  true",
        "503, true,  false",
        "504, true,  true",
        "505, true,  true",
        "599, true,  true",
    })
    void aStatus(int status, boolean isRetryable, boolean mayHaveBeenProcessed) {
        ApiStatusException failure = ApiStatusException.of(
                new ErrorResponse("thing_read", status, Map.of(), ProblemDetails.NONE, null, Instant.EPOCH));
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.isRetryable()).isEqualTo(isRetryable);
        assertThat(failure.mayHaveBeenProcessed()).isEqualTo(mayHaveBeenProcessed);
    }

    /** The next answer may be whole; but the server has acted on this request. */
    @Test
    void anUnreadableAnswer() {
        InvalidResponseException failure = new InvalidResponseException("thing_read", 201, Map.of(), "is empty");
        assertThat(failure.isRetryable()).isTrue();
        assertThat(failure.mayHaveBeenProcessed()).isTrue();
    }
}
