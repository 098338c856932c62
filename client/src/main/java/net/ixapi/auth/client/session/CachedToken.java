package net.ixapi.auth.client.session;

import java.time.Instant;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A pair, and until when it serves: fresh, then stale (still served, while it is renewed), then expired. Immutable. Times are
 * milliseconds since the epoch, by the session's clock.
 *
 * @param lag from the request to the token's {@code iat}: the server's clock less ours, if the token was issued for this request
 */
record CachedToken(TokenPair pair, long staleAt, long expiresAt, long refreshTokenExpiresAt, long lag) {
    static final TokenPair NO_PAIR = new TokenPair("", null);
    /** What a session has before its first pair. */
    static final CachedToken NONE = new CachedToken(NO_PAIR, 0, 0, 0, Long.MIN_VALUE);

    /** How far the delays of two requests may differ before they say nothing about the server's clock. */
    private static final long MAX_LAG_DIFFERENCE = 5_000;

    /**
     * The pair that was just obtained, in place of this one.
     *
     * @param next the new pair
     * @param since a time at which it was certainly valid: before the request for it was sent
     */
    CachedToken replacedBy(TokenPair next, long since, LongUnaryOperator margins) {
        JwtTimes times = JwtTimes.of(next.accessToken());
        long nextLag = times.issuedAt().orElse(Long.MIN_VALUE) - since;
        boolean issuedForUs = times.lifetime() > 0
                && !holds(next.accessToken())
                && Math.abs(nextLag - lag) <= Math.min(MAX_LAG_DIFFERENCE, times.lifetime() / 10);
        long end = issuedForUs ? since + times.lifetime() : expiry(next, times, since);
        if (end <= since) {
            // A new token that seems to have expired only tells that the clocks differ.
            end = times.lifetime() > 0 ? since + times.lifetime() : Long.MAX_VALUE;
        }
        long staleAt = end - margins.applyAsLong(end - since);
        return new CachedToken(next, staleAt, end, refreshTokenExpiry(next.refreshToken(), since), nextLag);
    }

    /**
     * A pair of an earlier run, which may have expired since.
     *
     * @param now the time at which it is restored
     */
    static CachedToken restored(TokenPair pair, long now, LongUnaryOperator margins) {
        JwtTimes times = JwtTimes.of(pair.accessToken());
        long end = pair.isUsable() ? expiry(pair, times, now) : 0;
        long lifetime = times.lifetime() > 0 ? times.lifetime() : Math.max(0, end - now);
        long refreshTokenEnd = JwtTimes.of(pair.refreshToken()).expiresAt().orElse(Long.MAX_VALUE);
        return new CachedToken(pair, end - margins.applyAsLong(lifetime), end, refreshTokenEnd, Long.MIN_VALUE);
    }

    /**
     * Counted from before the request was sent where the token says how long it lives, so that the server's clock may be wrong;
     * the server's own time where that is earlier: the server may have issued the token some time ago. A token that says
     * nothing is used until it is refused.
     */
    private static long expiry(TokenPair pair, JwtTimes times, long since) {
        Instant known = pair.expiresAt();
        long expiry = known != null ? known.toEpochMilli() : times.expiresAt().orElse(Long.MAX_VALUE);
        return times.lifetime() > 0 ? Math.min(expiry, since + times.lifetime()) : expiry;
    }

    /** Rather too late than too early: a refresh that is refused costs less than credentials that are sent for nothing. */
    private static long refreshTokenExpiry(@Nullable String refreshToken, long since) {
        JwtTimes times = JwtTimes.of(refreshToken);
        long exp = times.expiresAt().orElse(Long.MAX_VALUE);
        return times.lifetime() > 0 ? since + times.lifetime() : exp > since ? exp : Long.MAX_VALUE;
    }

    boolean isFresh(long now) {
        return now < staleAt;
    }

    boolean isValid(long now) {
        return now < expiresAt;
    }

    boolean holds(String accessToken) {
        return pair.accessToken().equals(accessToken);
    }

    /** The refresh token, unless it is known to have expired. */
    @Nullable String refreshToken(long now) {
        return refreshTokenExpiresAt <= now ? null : pair.refreshToken();
    }

    /** The same, no longer served. */
    CachedToken invalidated() {
        return new CachedToken(pair, 0, 0, refreshTokenExpiresAt, lag);
    }

    /** The same, with its refresh token used up. */
    CachedToken withoutRefreshToken() {
        return new CachedToken(pair.withoutRefreshToken(), staleAt, expiresAt, 0, lag);
    }
}
