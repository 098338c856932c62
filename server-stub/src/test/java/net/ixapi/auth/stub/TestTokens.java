package net.ixapi.auth.stub;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import net.ixapi.auth.stub.token.RefreshPolicy;
import net.ixapi.auth.stub.token.SigningKey;
import net.ixapi.auth.stub.token.TokenAlgorithm;
import net.ixapi.auth.stub.token.TokenSettings;
import net.ixapi.auth.stub.token.Tokens;

/** Tokens as a stub issues them if it is not told otherwise, without the stub. */
public final class TestTokens {
    private TestTokens() {}

    static Tokens of(Clock clock, Duration accessLifetime, Duration refreshLifetime) {
        return of(clock, accessLifetime, refreshLifetime, SigningKey.random(TokenAlgorithm.HS256));
    }

    /** Tokens that live for a day. */
    public static Tokens of(SigningKey key) {
        return of(Clock.systemUTC(), Duration.ofDays(1), Duration.ofDays(1), key);
    }

    private static Tokens of(Clock clock, Duration accessLifetime, Duration refreshLifetime, SigningKey key) {
        return new Tokens(new TokenSettings(
                clock, accessLifetime, refreshLifetime, key, false, Map.of(), RefreshPolicy.REUSABLE));
    }
}
