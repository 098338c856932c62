package net.ixapi.auth.client.session;

import org.jspecify.annotations.Nullable;

/**
 * A pair, and until when it serves: fresh, then stale (still served, while it is renewed), then expired. Immutable. Times are
 * milliseconds since the epoch, by the session's clock.
 */
final class Lease {
    /** What a session has before its first pair. */
    static final Lease NONE = new Lease(null, 0, 0);

    private final @Nullable TokenPair pair;
    private final long staleAt;
    private final long expiresAt;

    private Lease(@Nullable TokenPair pair, long staleAt, long expiresAt) {
        this.pair = pair;
        this.staleAt = staleAt;
        this.expiresAt = expiresAt;
    }

    /**
     * The lease of a pair that was just obtained.
     *
     * @param since a time at which it was certainly valid: before the request for it was sent
     * @param jitter from 0 to 1, so that programs that started together do not renew together
     */
    static Lease obtained(TokenPair pair, long since, SessionSettings settings, double jitter) {
        JwtTimes times = JwtTimes.of(pair.accessToken());
        long expiresAt = expiry(times, since);
        if (expiresAt <= since) {
            // What seems to have expired before it was issued only tells that the clocks differ.
            expiresAt = times.lifetime() > 0 ? since + times.lifetime() : Long.MAX_VALUE;
        }
        return of(pair, expiresAt, expiresAt - since, settings, jitter);
    }

    /**
     * The lease of a pair of an earlier run, which may have expired since.
     *
     * @param now the time at which it is restored
     * @param jitter as above
     */
    static Lease restored(TokenPair pair, long now, SessionSettings settings, double jitter) {
        JwtTimes times = JwtTimes.of(pair.accessToken());
        long expiresAt = expiry(times, now);
        long lifetime = times.lifetime() > 0 ? times.lifetime() : Math.max(0, expiresAt - now);
        return of(pair, expiresAt, lifetime, settings, jitter);
    }

    private static Lease of(TokenPair pair, long expiresAt, long lifetime, SessionSettings settings, double jitter) {
        if (expiresAt == Long.MAX_VALUE) {
            return new Lease(pair, Long.MAX_VALUE, Long.MAX_VALUE);
        }
        double widest = lifetime * settings.fraction();
        double margin = Math.min(SessionSettings.millis(settings.margin()), widest) * (1 - jitter / 10);
        return new Lease(pair, expiresAt - (long) Math.ceil(margin), expiresAt);
    }

    /**
     * Counted from before the request was sent where the token says how long it lives, so that the server's clock may be wrong;
     * the server's own time where that is earlier. A token that says nothing is used until it is refused.
     */
    private static long expiry(JwtTimes times, long since) {
        long exp = times.expiresAt().orElse(Long.MAX_VALUE);
        return times.lifetime() > 0 ? Math.min(exp, since + times.lifetime()) : exp;
    }

    boolean isFresh(long now) {
        return now < staleAt;
    }

    boolean isValid(long now) {
        return now < expiresAt;
    }

    boolean outlives(Lease other) {
        return expiresAt > other.expiresAt;
    }

    boolean holds(String accessToken) {
        return pair != null && pair.accessToken().equals(accessToken);
    }

    @Nullable TokenPair pair() {
        return pair;
    }

    String accessToken() {
        if (pair == null) {
            throw new IllegalStateException("There is no pair yet");
        }
        return pair.accessToken();
    }

    /** The refresh token, unless it is known to have expired. */
    @Nullable String refreshToken(long now) {
        String token = pair == null ? null : pair.refreshToken();
        return token == null || JwtTimes.of(token).expiresAt().orElse(Long.MAX_VALUE) <= now ? null : token;
    }

    /** The same, no longer served. */
    Lease refused() {
        return new Lease(pair, 0, 0);
    }

    /** The same, with its refresh token used up. */
    Lease withoutRefreshToken() {
        return pair == null ? this : new Lease(new TokenPair(pair.accessToken(), null), staleAt, expiresAt);
    }
}
