package net.ixapi.auth.client.error;

import java.io.IOException;

/** A wait ended before the response came: for a free connection, for the server to accept one, or for the next bytes. */
public final class ApiTimeoutException extends ApiConnectionException {
    private static final long serialVersionUID = 1L;

    ApiTimeoutException(String operation, IOException cause, boolean sent) {
        super(operation, "no response in time: " + cause, cause, sent);
    }

    private ApiTimeoutException(ApiTimeoutException original) {
        super(original);
    }

    @Override
    public ApiTimeoutException forCaller() {
        return new ApiTimeoutException(this);
    }
}
