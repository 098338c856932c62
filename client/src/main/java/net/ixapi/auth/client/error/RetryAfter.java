package net.ixapi.auth.client.error;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;

/** The two forms of {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date. */
final class RetryAfter {
    /** More seconds than any server means, and few enough to count with. */
    private static final BigInteger MAX_SECONDS = BigInteger.valueOf(999_999_999);

    private RetryAfter() {}

    /**
     * The wait that a response asks for.
     *
     * @param received the time that a date is compared with where the response does not say when it was written
     */
    static Optional<Duration> in(Map<String, List<String>> headers, Instant received) {
        Optional<String> text = first(headers, "Retry-After");
        Instant written =
                first(headers, "Date").map(DateUtils::parseStandardDate).orElse(received);
        return text.filter(value -> value.matches("[0-9]+"))
                .map(seconds -> Duration.ofSeconds(
                        new BigInteger(seconds).min(MAX_SECONDS).longValue()))
                .or(() -> text.map(DateUtils::parseStandardDate).map(date -> Duration.between(written, date)))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private static Optional<String> first(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst().map(String::strip);
    }
}
