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
record CachedToken(@Nullable TokenPair pair, long staleAt, long expiresAt, long refreshTokenExpiresAt, long lag) {
    /** What a session has before its first pair. */
    static final CachedToken NONE = new CachedToken(null, 0, 0, 0, Long.MIN_VALUE);

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
        boolean issuedForUs = !next.accessToken().equals(pair == null ? null : pair.accessToken())
                && Math.abs(nextLag - lag) <= Math.min(MAX_LAG_DIFFERENCE, times.lifetime() / 10);
        long expiresAt = issuedForUs ? since + times.lifetime() : expiry(next, times, since);
        if (expiresAt <= since) {
            // A new token that seems to have expired only tells that the clocks differ.
            expiresAt = times.lifetime() > 0 ? since + times.lifetime() : Long.MAX_VALUE;
        }
        return of(next, expiresAt, expiresAt - since, refreshTokenExpiry(next, since), nextLag, margins);
    }

    /**
     * A pair of an earlier run, which may have expired since.
     *
     * @param now the time at which it is restored
     */
    static CachedToken restored(TokenPair pair, long now, LongUnaryOperator margins) {
        JwtTimes times = JwtTimes.of(pair.accessToken());
        long expiresAt = pair.isUsable() ? expiry(pair, times, now) : 0;
        long lifetime = times.lifetime() > 0 ? times.lifetime() : Math.max(0, expiresAt - now);
        long refreshTokenExpiresAt = refreshTokenTimes(pair).expiresAt().orElse(Long.MAX_VALUE);
        return of(pair, expiresAt, lifetime, refreshTokenExpiresAt, Long.MIN_VALUE, margins);
    }

    private static CachedToken of(
            TokenPair pair,
            long expiresAt,
            long lifetime,
            long refreshTokenExpiresAt,
            long lag,
            LongUnaryOperator margins) {
        if (expiresAt == Long.MAX_VALUE) {
            return new CachedToken(pair, expiresAt, expiresAt, refreshTokenExpiresAt, lag);
        }
        return new CachedToken(pair, expiresAt - margins.applyAsLong(lifetime), expiresAt, refreshTokenExpiresAt, lag);
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
    private static long refreshTokenExpiry(TokenPair pair, long since) {
        JwtTimes times = refreshTokenTimes(pair);
        long exp = times.expiresAt().orElse(Long.MAX_VALUE);
        return times.lifetime() > 0 ? since + times.lifetime() : exp > since ? exp : Long.MAX_VALUE;
    }

    private static JwtTimes refreshTokenTimes(TokenPair pair) {
        String token = pair.refreshToken();
        return token == null ? JwtTimes.NONE : JwtTimes.of(token);
    }

    boolean isFresh(long now) {
        return now < staleAt;
    }

    boolean isValid(long now) {
        return now < expiresAt;
    }

    boolean outlives(CachedToken other) {
        return expiresAt > other.expiresAt;
    }

    boolean holds(String accessToken) {
        return pair != null && pair.accessToken().equals(accessToken);
    }

    String accessToken() {
        if (pair == null) {
            throw new IllegalStateException("There is no pair yet");
        }
        return pair.accessToken();
    }

    /** The refresh token, unless it is known to have expired. */
    @Nullable String refreshToken(long now) {
        return pair == null || refreshTokenExpiresAt <= now ? null : pair.refreshToken();
    }

    /** The same, no longer served. */
    CachedToken invalidated() {
        return new CachedToken(pair, 0, 0, refreshTokenExpiresAt, lag);
    }

    /** The same, with its refresh token used up. */
    CachedToken withoutRefreshToken() {
        return pair == null ? this : new CachedToken(pair.withoutRefreshToken(), staleAt, expiresAt, 0, lag);
    }
}
