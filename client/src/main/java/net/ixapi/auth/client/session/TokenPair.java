package net.ixapi.auth.client.session;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An access token and the refresh token that buys the next pair. Immutable. {@code toString} prints neither.
 *
 * @param accessToken authorizes requests
 * @param refreshToken buys the next pair; null where there is none, so that the session logs in anew instead
 */
public record TokenPair(String accessToken, @Nullable String refreshToken) {
    /**
     * A pair.
     *
     * @param accessToken as above
     * @param refreshToken as above
     * @throws NullPointerException if there is no access token
     */
    public TokenPair {
        Objects.requireNonNull(accessToken, "accessToken");
    }

    @Override
    public String toString() {
        return "TokenPair[accessToken=*, refreshToken=*]";
    }
}
