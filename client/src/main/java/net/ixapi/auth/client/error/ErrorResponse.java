package net.ixapi.auth.client.error;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/**
 * A response that is no success. Immutable, if the problem is. {@code toString} prints the status only.
 *
 * @param operation the {@code operationId} that was called
 * @param status the HTTP status
 * @param headers values by name, in any case
 * @param details what could be read of the problem
 * @param problem the body as the type that the document gives it, or null where it is not of that type
 * @param received when it came, which counts where the response itself has no date
 */
public record ErrorResponse(
        String operation,
        int status,
        Map<String, List<String>> headers,
        ProblemDetails details,
        @Nullable Object problem,
        Instant received) {
    /** More seconds than any server means, and few enough to count with. */
    private static final BigInteger MAX_SECONDS = BigInteger.valueOf(999_999_999);

    /** The API responds with JSON; proxies, firewalls and login pages of networks respond with HTML in its place. */
    static boolean isHtml(Map<String, List<String>> headers) {
        return headers.getOrDefault("Content-Type", List.of()).stream()
                .anyMatch(type ->
                        type.strip().toLowerCase(Locale.ROOT).matches("(text/html|application/xhtml\\+xml)\\b.*"));
    }

    /** The two forms of {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or a date. */
    Optional<Duration> retryAfter() {
        Optional<String> text = first("Retry-After");
        Instant written = first("Date").map(DateUtils::parseStandardDate).orElse(received);
        return text.filter(value -> value.matches("[0-9]+"))
                .map(seconds -> Duration.ofSeconds(
                        new BigInteger(seconds).min(MAX_SECONDS).longValue()))
                .or(() -> text.map(DateUtils::parseStandardDate).map(date -> Duration.between(written, date)))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    private Optional<String> first(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst().map(String::strip);
    }

    @Override
    public String toString() {
        return "ErrorResponse[" + operation + ", " + status + "]";
    }
}
