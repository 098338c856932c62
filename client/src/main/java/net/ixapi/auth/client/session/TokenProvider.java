package net.ixapi.auth.client.session;

import org.jspecify.annotations.Nullable;

/**
 * Where tokens come from. The default is the {@code AuthApi}; another one could ask an OAuth2 server for client credentials.
 * A session calls it from one thread at a time.
 *
 * <p>An implementation bounds its own time, as the default does by its timeouts: as long as one call runs the session begins no
 * other, and who has no valid token waits in vain, each up to {@link SessionBuilder#refreshTimeout}. It does not ask the
 * session for a token, which it would be waiting for itself.
 */
@FunctionalInterface
public interface TokenProvider {
    /**
     * Obtains a pair with the program's credentials.
     *
     * @return a new pair
     * @throws net.ixapi.auth.client.error.ApiException if there is none to be had; other exceptions reach the callers of the
     *     session as the cause of an {@link IllegalStateException}
     */
    TokenPair logIn();

    /**
     * Obtains a pair with the refresh token of the last one. By default, logs in instead: for providers whose pairs have no refresh
     * tokens.
     *
     * @param refreshToken the refresh token; it may be good for one attempt only
     * @return a new pair
     * @throws net.ixapi.auth.client.error.ApiException as {@link #logIn}. Whatever it is, the session does not use this
     *     refresh token again, unless the exception says that the server cannot have seen it, or that it comes from a proxy
     */
    default TokenPair refresh(String refreshToken) {
        return logIn();
    }

    /**
     * Whether there are other credentials than those of the last {@link #logIn}. Asked at most once a second, while the session
     * sends no credentials because the last ones were refused.
     *
     * @return true if it is worth while to log in now
     */
    default boolean credentialsChanged() {
        return false;
    }

    /**
     * Whose tokens these are, such as a hash of the server's address and of the account. A stored pair that says another origin
     * is not used.
     *
     * @return what {@link TokenPair#origin} is for the pairs of this provider; null where it does not say
     */
    default @Nullable String origin() {
        return null;
    }
}
