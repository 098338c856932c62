package net.ixapi.auth.stub.token;

import com.nimbusds.jwt.JWTClaimNames;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A token of one's own, for tests of what a server or a client makes of it. It need not be one that the stub would issue or
 * accept. Not safe for use by several threads at once.
 */
public final class TokenBuilder {
    /** How long a token can live. */
    public static final Duration MAX_LIFETIME = Duration.ofDays(36_500);

    private final TokenSettings settings;
    private final Map<String, Object> claims;
    private TokenFormat format;

    TokenBuilder(TokenSettings settings, Map<String, Object> claims) {
        this.settings = settings;
        this.claims = claims;
        this.format = settings.format();
    }

    /**
     * Sets whose token it is.
     *
     * @param name the user's name
     * @return this builder
     */
    public TokenBuilder subject(String name) {
        return claim(JWTClaimNames.SUBJECT, name);
    }

    /**
     * Makes it a refresh token, which lives as long as the stub's own.
     *
     * @return this builder
     */
    public TokenBuilder refresh() {
        claim(TokenClaims.USE, Tokens.REFRESH);
        return lifetime(settings.refreshLifetime());
    }

    /**
     * Sets how long it lives, from now on by the stub's clock. Tokens count in whole seconds.
     *
     * @param time negative for a token that has expired
     * @return this builder
     * @throws IllegalArgumentException if it is more than 36500 days, or less than as many before now
     */
    public TokenBuilder lifetime(Duration time) {
        if (time.compareTo(MAX_LIFETIME) > 0 || time.compareTo(MAX_LIFETIME.negated()) < 0) {
            long days = MAX_LIFETIME.toDays();
            throw new IllegalArgumentException("The lifetime must be between -" + days + " and " + days + " days.");
        }
        Instant expiry = settings.clock().instant().plus(time);
        return claim(JWTClaimNames.EXPIRATION_TIME, expiry.getEpochSecond());
    }

    /**
     * Sets any claim, those that the stub sets itself included.
     *
     * @param name its name
     * @param value what JSON can hold: a text, a number, a boolean, a list or a map; null leaves the claim out
     * @return this builder
     * @throws IllegalArgumentException if the value is not what JSON can hold
     */
    public TokenBuilder claim(String name, @Nullable Object value) {
        if (value == null) {
            claims.remove(name);
        } else {
            TokenClaims.requireJson(name, value);
            claims.put(name, value);
        }
        return this;
    }

    /**
     * Lets another key sign it, so that nobody who trusts the stub accepts it.
     *
     * @param key of the same algorithm or another
     * @return this builder
     */
    public TokenBuilder signedBy(SigningKey key) {
        format = new TokenFormat(key, false);
        return this;
    }

    /**
     * Signs it.
     *
     * @return the token
     */
    public String sign() {
        return format.write(claims);
    }
}
