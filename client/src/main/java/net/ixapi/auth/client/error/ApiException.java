package net.ixapi.auth.client.error;

/**
 * A call that did not bring the documented success. Messages name the operation and what happened; they hold no body, no
 * header and no secret.
 */
public abstract sealed class ApiException extends RuntimeException
        permits ApiStatusException, ApiConnectionException, InvalidResponseException {
    private static final long serialVersionUID = 1L;

    private final String operation;

    ApiException(String operation, String message) {
        super(message);
        this.operation = operation;
    }

    ApiException(String operation, String message, Throwable cause) {
        super(message, cause);
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
     * @return false where the server said no, true where it was not able to respond
     */
    public abstract boolean isRetryable();

    /**
     * Whether the server may have acted on the request, so that sending it again may act twice.
     *
     * @return false where the request cannot have been carried out
     */
    public abstract boolean mayHaveBeenProcessed();

    /**
     * Whether the response probably comes from a proxy or a firewall on the way: it is HTML, or a 403, 404, 407 or 3xx without a
     * problem document. It then says nothing about the token or the credentials that were sent.
     *
     * @return false where there was no response, or where it looks like the server's own
     */
    public boolean isFromIntermediary() {
        return false;
    }

    /**
     * The same failure, for one of several threads that wait for the same request: an exception belongs to one thread, which may
     * add to it.
     *
     * @return an exception of the same class, with this one as its cause
     */
    public abstract ApiException forCaller();
}
