package net.ixapi.auth.client.session;

import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An access token and the refresh token that buys the next pair. Immutable. {@code toString} prints neither.
 *
 * @param accessToken authorizes requests
 * @param refreshToken buys the next pair; null where there is none, so that the session logs in anew instead
 * @param expiresAt when the access token expires, by this machine's clock; null where only the token itself may tell
 * @param origin at which server and for which account it was issued, as a hash; null where nobody says
 */
public record TokenPair(
        String accessToken,
        @Nullable String refreshToken,
        @Nullable Instant expiresAt,
        @Nullable String origin) {
    /** Visible characters only. RFC 6750, section 2.1, allows fewer of them, but servers do not. */
    private static final Pattern IN_HEADER = Pattern.compile("[\\x21-\\x7e]+");

    /**
     * A pair.
     *
     * @param accessToken as above
     * @param refreshToken as above
     * @param expiresAt as above
     * @param origin as above
     * @throws NullPointerException if there is no access token
     */
    public TokenPair {
        Objects.requireNonNull(accessToken, "accessToken");
        refreshToken = refreshToken == null || refreshToken.isBlank() ? null : refreshToken;
    }

    /**
     * A pair of which only the tokens are known.
     *
     * @param accessToken as above
     * @param refreshToken as above
     * @throws NullPointerException if there is no access token
     */
    public TokenPair(String accessToken, @Nullable String refreshToken) {
        this(accessToken, refreshToken, null, null);
    }

    /** Whether the access token fits into a header. An empty one does not. */
    boolean isUsable() {
        return IN_HEADER.matcher(accessToken).matches();
    }

    TokenPair withOrigin(@Nullable String value) {
        return new TokenPair(accessToken, refreshToken, expiresAt, value);
    }

    TokenPair withoutRefreshToken() {
        return new TokenPair(accessToken, null, expiresAt, origin);
    }

    @Override
    public String toString() {
        return "TokenPair[accessToken=*, refreshToken=*, expiresAt=" + expiresAt + "]";
    }
}
