package net.ixapi.auth.stub.token;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * What the stub's tokens are like. Immutable.
 *
 * @param clock issues and expires them
 * @param accessLifetime how long an access token lives
 * @param refreshLifetime how long a refresh token lives
 * @param key signs them
 * @param opaque whether they are opaque, and not JWTs
 * @param claims further claims of each token
 * @param policy how often a refresh token may be used
 */
public record TokenSettings(
        Clock clock,
        Duration accessLifetime,
        Duration refreshLifetime,
        SigningKey key,
        boolean opaque,
        Map<String, Object> claims,
        RefreshPolicy policy) {
    TokenFormat format() {
        return new TokenFormat(key, opaque);
    }
}
