package net.ixapi.auth.contract.wire;

/** Ends a run before its last check. The message says why, for a person. */
public class RunEndedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An end.
     *
     * @param message why the run ends
     */
    public RunEndedException(String message) {
        super(message);
    }
}
