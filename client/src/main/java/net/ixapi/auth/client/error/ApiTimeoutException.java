package net.ixapi.auth.client.error;

/** A wait ended before the response came: for a free connection, for the server to accept one, or for the next bytes. */
public final class ApiTimeoutException extends ApiConnectionException {
    private static final long serialVersionUID = 1L;

    ApiTimeoutException(String operation, String message, Throwable cause, boolean sent) {
        super(operation, message, cause, sent);
    }

    @Override
    public ApiTimeoutException forCaller() {
        return new ApiTimeoutException(operation(), getMessage(), this, mayHaveBeenProcessed());
    }
}
