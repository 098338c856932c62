package net.ixapi.auth.contract.run;

/** The server cannot be checked with these credentials. The message says why to a person, in one line. */
public final class WrongCredentialsException extends UnreachableException {
    private static final long serialVersionUID = 1L;

    WrongCredentialsException(String message) {
        super(message);
    }
}
