package net.ixapi.auth.client.error;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HTTP 401: the credentials or the token were not accepted. */
public final class UnauthorizedException extends ApiStatusException {
    private static final long serialVersionUID = 1L;

    UnauthorizedException(
            String operation, Map<String, List<String>> headers, ProblemDetails details, @Nullable Object problem) {
        super(operation, 401, headers, details, problem);
    }
}
