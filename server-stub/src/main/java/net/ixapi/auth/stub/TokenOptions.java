package net.ixapi.auth.stub;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import net.ixapi.auth.stub.token.RefreshPolicy;
import net.ixapi.auth.stub.token.SigningKey;
import net.ixapi.auth.stub.token.TokenAlgorithm;
import net.ixapi.auth.stub.token.TokenBuilder;
import net.ixapi.auth.stub.token.TokenClaims;
import net.ixapi.auth.stub.token.TokenSettings;
import net.ixapi.auth.stub.token.Tokens;
import org.jspecify.annotations.Nullable;

/** What the tokens of a stub are to be like: the part of {@link StubServerBuilder} that has to do with tokens. */
abstract sealed class TokenOptions permits StubServerBuilder {
    private static final Duration MIN_LIFETIME = Duration.ofSeconds(1);

    private final Map<String, Object> claims = new LinkedHashMap<>();
    private Duration accessLifetime = Duration.ofMinutes(15);
    private Duration refreshLifetime = Duration.ofDays(1);
    private @Nullable SigningKey signingKey;
    private boolean opaqueTokens;
    private RefreshPolicy refreshPolicy = RefreshPolicy.REUSABLE;

    private StubServerBuilder self() {
        return (StubServerBuilder) this;
    }

    /**
     * Sets how long an access token lives. Tokens count in whole seconds.
     *
     * @param value at least a second, at most 36500 days
     * @return this builder
     * @throws IllegalArgumentException if it is shorter or longer
     */
    public StubServerBuilder accessLifetime(Duration value) {
        accessLifetime = lifetime("access", value);
        return self();
    }

    /**
     * Sets how long a refresh token lives. Tokens count in whole seconds.
     *
     * @param value at least a second, at most 36500 days
     * @return this builder
     * @throws IllegalArgumentException if it is shorter or longer
     */
    public StubServerBuilder refreshLifetime(Duration value) {
        refreshLifetime = lifetime("refresh", value);
        return self();
    }

    /**
     * Sets the key that signs tokens. Without one, each start makes its own, for HS256.
     *
     * @param value such as {@code SigningKey.random(TokenAlgorithm.ES256)}
     * @return this builder
     */
    public StubServerBuilder signingKey(SigningKey value) {
        signingKey = value;
        return self();
    }

    /**
     * Sets whether tokens are opaque. The contract says that they are JWTs: this departs from it, as some servers do.
     *
     * @param value true for tokens that no client can read
     * @return this builder
     */
    public StubServerBuilder opaqueTokens(boolean value) {
        opaqueTokens = value;
        return self();
    }

    /**
     * Adds a claim to all tokens.
     *
     * @param name its name
     * @param value what JSON can hold: a text, a number, a boolean, a list or a map
     * @return this builder
     * @throws IllegalArgumentException if the stub sets this claim itself, or the value is not what JSON can hold
     */
    public StubServerBuilder claim(String name, Object value) {
        TokenClaims.requireOther(name, value);
        claims.put(name, value);
        return self();
    }

    /**
     * Sets how often a refresh token may be used. Unless it is told otherwise, as often as one likes.
     *
     * @param value the policy
     * @return this builder
     */
    public StubServerBuilder refreshPolicy(RefreshPolicy value) {
        refreshPolicy = value;
        return self();
    }

    /** The tokens of a stub; without a key, with a new one for HS256. */
    Tokens tokens(Clock clock) {
        SigningKey key = signingKey == null ? SigningKey.random(TokenAlgorithm.HS256) : signingKey;
        return new Tokens(new TokenSettings(
                clock, accessLifetime, refreshLifetime, key, opaqueTokens, Map.copyOf(claims), refreshPolicy));
    }

    private static Duration lifetime(String token, Duration value) {
        if (value.compareTo(MIN_LIFETIME) < 0 || value.compareTo(TokenBuilder.MAX_LIFETIME) > 0) {
            throw new IllegalArgumentException("The " + token + " lifetime must be between a second and "
                    + TokenBuilder.MAX_LIFETIME.toDays() + " days, such as PT15M.");
        }
        return value;
    }
}
