package net.ixapi.auth.client.session;

/**
 * Where tokens come from. The default is the {@code AuthApi}; another one could ask an OAuth2 server for client credentials.
 * A session calls it from one thread at a time.
 *
 * <p>An implementation bounds its own time, as the default does by its timeouts: as long as one call runs the session begins no
 * other, and who has no valid token waits in vain, each up to {@link SessionSettings#patience}. It does not ask the session for
 * a token, which it would be waiting for itself.
 */
public interface TokenSource {
    /**
     * Obtains a pair with the program's credentials.
     *
     * @return a new pair
     * @throws net.ixapi.auth.client.error.ApiException if there is none to be had; other exceptions reach the callers of the
     *     session as they are
     */
    TokenPair logIn();

    /**
     * Obtains a pair with the refresh token of the last one.
     *
     * @param refreshToken the refresh token; it may be good for one attempt only
     * @return a new pair
     * @throws net.ixapi.auth.client.error.ApiException as {@link #logIn}. Whatever it is, the session does not use this
     *     refresh token again, unless the exception says that the server cannot have seen it
     */
    TokenPair refresh(String refreshToken);
}
