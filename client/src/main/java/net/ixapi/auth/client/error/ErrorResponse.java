package net.ixapi.auth.client.error;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    /** The API answers JSON; HTML is what proxies, firewalls and login pages of networks answer in its place. */
    static boolean isHtml(Map<String, List<String>> headers) {
        return headers.getOrDefault("Content-Type", List.of()).stream()
                .anyMatch(type ->
                        type.strip().toLowerCase(Locale.ROOT).matches("(text/html|application/xhtml\\+xml)\\b.*"));
    }

    @Override
    public String toString() {
        return "ErrorResponse[" + operation + ", " + status + "]";
    }
}
