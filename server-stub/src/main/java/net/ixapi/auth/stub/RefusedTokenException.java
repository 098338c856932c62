package net.ixapi.auth.stub;

/** A token that is not accepted. */
final class RefusedTokenException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean expired;

    RefusedTokenException(boolean expired) {
        super(expired ? "expired" : "not genuine");
        this.expired = expired;
    }

    boolean expired() {
        return expired;
    }
}
