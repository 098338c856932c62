package net.ixapi.auth.stub.token;

/** A token that is not accepted. */
public final class InvalidTokenException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean expired;

    InvalidTokenException(boolean expired) {
        super(expired ? "expired" : "not genuine");
        this.expired = expired;
    }

    /**
     * Why it is not accepted.
     *
     * @return true where it was genuine, but is too old
     */
    public boolean expired() {
        return expired;
    }
}
