package net.ixapi.auth.client.session;

import java.util.OptionalLong;
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
     * The lease of a pair that was just obtained, or restored.
     *
     * @param since a time at which it was certainly valid: before the request for it was sent
     * @param jitter from 0 to 1, so that programs that started together do not renew together
     */
    static Lease of(TokenPair pair, long since, SessionSettings settings, double jitter) {
        long expiresAt = expiry(JwtTimes.of(pair.accessToken()), since);
        if (expiresAt == Long.MAX_VALUE) {
            return new Lease(pair, Long.MAX_VALUE, Long.MAX_VALUE);
        }
        double widest = Math.max(0, expiresAt - since) * settings.fraction();
        double margin = Math.min(settings.margin().toMillis(), widest) * (1 - jitter / 10);
        return new Lease(pair, expiresAt - (long) Math.ceil(margin), expiresAt);
    }

    /**
     * Counted from before the request was sent where the token says how long it lives, so that the server's clock may be wrong;
     * the server's own time where that is earlier. A token that says nothing is used until it is refused.
     */
    private static long expiry(JwtTimes times, long since) {
        OptionalLong expiresAt = times.expiresAt();
        if (expiresAt.isEmpty()) {
            return Long.MAX_VALUE;
        }
        long exp = expiresAt.getAsLong();
        long lifetime = exp - times.issuedAt().orElse(exp);
        if (lifetime > 0) {
            // What seems to have expired before it was issued only tells that the clocks differ.
            return exp > since ? Math.min(exp, since + lifetime) : since + lifetime;
        }
        return exp;
    }

    boolean isFresh(long now) {
        return now < staleAt;
    }

    boolean isValid(long now) {
        return now < expiresAt;
    }

    boolean outlives(Lease other) {
        return expiresAt == Long.MAX_VALUE || expiresAt > other.expiresAt;
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
