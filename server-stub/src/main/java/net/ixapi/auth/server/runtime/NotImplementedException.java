package net.ixapi.auth.server.runtime;

/** The server does not serve this operation: answered with 501. */
public class NotImplementedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An operation that nobody implemented.
     *
     * @param operation its {@code operationId}
     */
    public NotImplementedException(String operation) {
        super("The operation " + operation + " is not implemented.");
    }
}
