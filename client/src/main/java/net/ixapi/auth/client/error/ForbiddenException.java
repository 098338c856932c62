package net.ixapi.auth.client.error;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HTTP 403: the API user may not do this. */
public final class ForbiddenException extends ApiStatusException {
    private static final long serialVersionUID = 1L;

    ForbiddenException(
            String operation, Map<String, List<String>> headers, ProblemDetails details, @Nullable Object problem) {
        super(operation, 403, headers, details, problem);
    }
}
