package net.ixapi.auth.client.error;

/** HTTP 401: the credentials or the token were not accepted. */
public final class UnauthorizedException extends ApiStatusException {
    private static final long serialVersionUID = 1L;

    UnauthorizedException(ErrorResponse response) {
        super(response);
    }
}
