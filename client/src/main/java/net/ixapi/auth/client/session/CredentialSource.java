package net.ixapi.auth.client.session;

/**
 * Where credentials come from, such as a vault. Asked at each log-in, so that they may change; by one thread at a time. An
 * implementation bounds its own time, and asks no session for a token, as {@link TokenProvider} says.
 */
@FunctionalInterface
public interface CredentialSource {
    /**
     * The credentials to log in with.
     *
     * @return the credentials of this moment
     */
    Credentials credentials();
}
