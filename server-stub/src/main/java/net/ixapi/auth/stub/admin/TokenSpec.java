package net.ixapi.auth.stub.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import net.ixapi.auth.stub.token.SigningKey;
import net.ixapi.auth.stub.token.TokenAlgorithm;
import net.ixapi.auth.stub.token.TokenBuilder;
import net.ixapi.auth.stub.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * A token to be minted: an access token that the stub accepts, but for what is said here. Immutable. {@code toString} prints
 * nothing of it.
 *
 * @param refresh whether it is a refresh token
 * @param subject whose it is
 * @param lifetime how long it lives, as a duration; negative for one that has expired
 * @param expiresAt when it expires, in place of a lifetime
 * @param claims any claims; null leaves one out
 * @param algorithm lets a new key of this algorithm sign it, so that nobody accepts it
 */
record TokenSpec(
        @Nullable Boolean refresh,
        @Nullable String subject,
        @Nullable String lifetime,
        @JsonProperty("expires_at") @Nullable String expiresAt,
        @Nullable Map<String, @Nullable Object> claims,
        @Nullable String algorithm) {
    String minted(Tokens tokens) {
        TokenBuilder token = tokens.mint();
        if (Boolean.TRUE.equals(refresh)) {
            token.refresh();
        }
        if (subject != null) {
            token.subject(subject);
        }
        Duration time = parsed("lifetime", lifetime, Duration::parse, "must be a duration such as PT15M");
        if (time != null) {
            token.lifetime(time);
        }
        Instant expiry = parsed("expires_at", expiresAt, Instant::parse, "must be a time such as 2026-01-01T00:00:00Z");
        if (expiry != null) {
            token.expiresAt(expiry);
        }
        if (claims != null) {
            claims.forEach((name, value) -> setOrRemove(token, name, value));
        }
        return (algorithm == null ? token : token.signedBy(SigningKey.random(named(algorithm)))).sign();
    }

    private static void setOrRemove(TokenBuilder token, String name, @Nullable Object value) {
        if (value == null) {
            token.without(name);
        } else {
            token.claim(name, value);
        }
    }

    private static TokenAlgorithm named(String name) {
        return Arrays.stream(TokenAlgorithm.values())
                .filter(algorithm -> algorithm.name().equals(name))
                .findFirst()
                .orElseThrow(() -> AdminInterface.invalid(
                        "algorithm", "must be one of " + Arrays.toString(TokenAlgorithm.values())));
    }

    private static <T> @Nullable T parsed(
            String property, @Nullable String text, Function<String, T> parser, String reason) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException e) {
            throw AdminInterface.invalid(property, reason);
        }
    }

    @Override
    public String toString() {
        return "TokenSpec[*]";
    }
}
