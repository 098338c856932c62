package net.ixapi.auth.contract.run;

/** There is no IX-API at the target. The message says so to a person, in one line. */
public sealed class UnreachableException extends Exception permits WrongCredentialsException {
    private static final long serialVersionUID = 1L;

    UnreachableException(String message) {
        super(message);
    }
}
