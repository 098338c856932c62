package net.ixapi.auth.contract.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the contract's description says of tokens. No message holds a token. */
final class TokenChecks {
    private TokenChecks() {}

    /** Two different JSON Web Tokens, each with an expiry. */
    static void requirePair(String accessToken, String refreshToken) {
        requireExpiry("access_token", accessToken);
        requireExpiry("refresh_token", refreshToken);
        assertThat(accessToken.equals(refreshToken))
                .as("the two tokens are the same")
                .isFalse();
    }

    /** RFC 7519, sections 3 and 4.1.4. */
    private static void requireExpiry(String name, String token) {
        String[] parts = token.split("\\.", -1);
        assertThat(parts.length)
                .as("parts of %s, a compact JSON Web Token", name)
                .isEqualTo(3);
        JsonNode claims = JsonMapper.shared()
                .readTree(new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8));
        assertThat(claims.path("exp").isNumber())
                .as("%s has the claim 'exp'", name)
                .isTrue();
    }
}
