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
final class TestTokens {
    private TestTokens() {}

    static Tokens of(Clock clock, Duration accessLifetime, Duration refreshLifetime) {
        return new Tokens(new TokenSettings(
                clock,
                accessLifetime,
                refreshLifetime,
                SigningKey.random(TokenAlgorithm.HS256),
                false,
                Map.of(),
                RefreshPolicy.REUSABLE));
    }
}
