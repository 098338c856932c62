package net.ixapi.auth.client.error;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The server reported success, but the response is not what the document describes. The server has acted. When it is serialized,
 * the headers are left out.
 */
public final class InvalidResponseException extends ApiException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient @Nullable Map<String, List<String>> headers;

    /**
     * A response that cannot be used.
     *
     * @param operation the {@code operationId} that was called
     * @param status the HTTP status
     * @param headers the response's headers
     * @param reason what is wrong with the body, without a word of it
     */
    public InvalidResponseException(String operation, int status, Map<String, List<String>> headers, String reason) {
        super(operation, operation + ": HTTP " + status + ", but the response " + reason);
        this.status = status;
        this.headers = headers;
    }

    private InvalidResponseException(InvalidResponseException original) {
        super(original.operation(), original.getMessage(), original);
        this.status = original.status;
        this.headers = original.headers;
    }

    /**
     * The status of the response.
     *
     * @return the HTTP status
     */
    public int status() {
        return status;
    }

    /**
     * The headers of the response.
     *
     * @return values by name, in any case; not to be changed
     */
    public Map<String, List<String>> headers() {
        return Objects.requireNonNullElse(headers, Map.of());
    }

    @Override
    public boolean isFromIntermediary() {
        return ErrorResponse.isHtml(headers());
    }

    @Override
    public InvalidResponseException forCaller() {
        return new InvalidResponseException(this);
    }

    @Override
    public boolean isRetryable() {
        return true;
    }

    @Override
    public boolean mayHaveBeenProcessed() {
        return true;
    }
}
