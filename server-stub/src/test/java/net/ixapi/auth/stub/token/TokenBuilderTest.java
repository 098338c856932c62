package net.ixapi.auth.stub.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.SignedJWT;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBuilderTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private final Tokens tokens = new Tokens(new TokenSettings(
            Clock.fixed(NOW, ZoneOffset.UTC),
            Duration.ofMinutes(15),
            Duration.ofDays(1),
            SigningKey.random(TokenAlgorithm.HS256),
            false,
            Map.of("site", "a"),
            RefreshPolicy.REUSABLE));

    @Test
    void makesAnAccessTokenUntilItIsToldOtherwise() throws Exception {
        String token = tokens.mint().sign();

        assertThat(tokens.subject(token)).isEqualTo("stub");
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getStringClaim("site"))
                .isEqualTo("a");
    }

    @Test
    void makesARefreshToken() throws Exception {
        String token = tokens.mint().subject("bob").refresh().sign();

        assertThat(tokens.isActive(token)).isFalse();
        assertThat(tokens.subject(tokens.refresh(token).getAccessToken())).isEqualTo("bob");
        assertThat(SignedJWT.parse(token).getJWTClaimsSet().getExpirationTime())
                .isEqualTo(Instant.parse("2026-01-02T00:00:00Z"));
    }

    @Test
    void makesATokenThatHasExpired() {
        assertThatExceptionOfType(InvalidTokenException.class)
                .isThrownBy(() ->
                        tokens.subject(tokens.mint().lifetime(Duration.ZERO).sign()))
                .matches(InvalidTokenException::expired);
        assertThat(tokens.isActive(tokens.mint().lifetime(Duration.ofSeconds(1)).sign()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P36500DT1S", "-P36501D", "PT9223372036854775807S", "PT-9223372036854775808S"})
    void livesNoLongerThanAnyToken(String time) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tokens.mint().lifetime(Duration.parse(time)))
                .withMessage("The lifetime must be between -36500 and 36500 days.");
    }

    @Test
    void hasAnyClaims() throws Exception {
        String token = tokens.mint()
                .claim("roles", List.of("admin"))
                .claim("exp", "never")
                .claim("jti", null)
                .sign();
        Map<String, Object> claims = SignedJWT.parse(token).getPayload().toJSONObject();

        assertThat(claims)
                .containsEntry("roles", List.of("admin"))
                .containsEntry("exp", "never")
                .doesNotContainKey("jti");
        assertThat(tokens.isActive(token)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> tokens.mint().claim("x", new Object()));
    }

    @Test
    void isSignedByAnotherKey() throws Exception {
        String token =
                tokens.mint().signedBy(SigningKey.random(TokenAlgorithm.EdDSA)).sign();

        assertThat(SignedJWT.parse(token).getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.EdDSA);
        assertThat(tokens.isActive(token)).isFalse();
    }
}
