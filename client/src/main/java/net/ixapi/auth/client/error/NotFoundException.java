package net.ixapi.auth.client.error;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** HTTP 404: there is nothing at this address. */
public final class NotFoundException extends ApiStatusException {
    private static final long serialVersionUID = 1L;

    NotFoundException(
            String operation, Map<String, List<String>> headers, ProblemDetails details, @Nullable Object problem) {
        super(operation, 404, headers, details, problem);
    }
}
