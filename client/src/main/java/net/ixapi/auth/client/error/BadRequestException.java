package net.ixapi.auth.client.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** HTTP 400: the request does not keep to the document. Sending it again does not help. */
public final class BadRequestException extends ApiStatusException {
    private static final long serialVersionUID = 1L;

    BadRequestException(ErrorResponse response, @Nullable Throwable original) {
        super(response, original);
    }

    /**
     * Which properties of the request are wrong.
     *
     * @return what the server named; empty where it named none
     */
    public List<FieldError> fields() {
        return details().fields();
    }
}
