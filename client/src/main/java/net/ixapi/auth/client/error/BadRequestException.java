package net.ixapi.auth.client.error;

import java.util.List;

/** HTTP 400: the request does not keep to the document. Sending it again does not help. */
public final class BadRequestException extends ApiStatusException {
    private static final long serialVersionUID = 1L;

    BadRequestException(ErrorResponse response) {
        super(response);
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
