package net.ixapi.auth.client.error;

/**
 * A call that did not bring the documented success. Messages name the operation and what happened; they hold no body, no
 * header and no secret.
 */
public abstract sealed class ApiException extends RuntimeException
        permits ApiStatusException, ApiConnectionException, UnreadableAnswerException {
    private static final long serialVersionUID = 1L;

    private final String operation;

    ApiException(String operation, String message, Throwable cause) {
        super(operation + ": " + message, cause);
        this.operation = operation;
    }

    ApiException(String operation, String message) {
        super(operation + ": " + message);
        this.operation = operation;
    }

    /**
     * The operation that was called.
     *
     * @return the {@code operationId} of the document
     */
    public String operation() {
        return operation;
    }

    /**
     * Whether the same request, sent again later, may succeed.
     *
     * @return false where the server said no, true where it was not able to answer
     */
    public abstract boolean canRetry();

    /**
     * Whether the server may have acted on the request, so that sending it again may act twice.
     *
     * @return false where the request cannot have been carried out
     */
    public abstract boolean mayHaveActed();
}
