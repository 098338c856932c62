package net.ixapi.auth.stub.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.stub.MutableClock;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final SigningKey KEY = SigningKey.random(TokenAlgorithm.HS256);
    private static final Duration ACCESS = Duration.ofMinutes(1);
    private static final Duration REFRESH = Duration.ofHours(1);

    private final MutableClock clock = new MutableClock("2026-01-01T00:00:00Z");

    private Tokens tokens(RefreshPolicy policy) {
        return tokens(policy, false, Map.of());
    }

    private Tokens tokens(RefreshPolicy policy, boolean opaque, Map<String, Object> claims) {
        return new Tokens(new TokenSettings(clock, ACCESS, REFRESH, KEY, opaque, claims, policy));
    }

    private static void assertRefused(Tokens tokens, AuthToken pair) {
        assertThatExceptionOfType(InvalidTokenException.class)
                .isThrownBy(() -> tokens.refresh(pair.getRefreshToken()))
                .withMessage("not genuine");
    }

    @Test
    void canBeUsedOnceOnly() throws Exception {
        Tokens tokens = tokens(RefreshPolicy.ONE_TIME);
        AuthToken first = tokens.issue("tester");
        AuthToken second = tokens.refresh(first.getRefreshToken());

        assertRefused(tokens, first);
        assertThat(tokens.refresh(second.getRefreshToken())).isNotNull();
        assertRefused(tokens, second);
    }

    @Test
    void canBeUsedOnceOnlyByManyAtOnce() throws Exception {
        Tokens tokens = tokens(RefreshPolicy.ONE_TIME);
        String token = tokens.issue("tester").getRefreshToken();
        Callable<Boolean> use = () -> {
            try {
                return tokens.refresh(token) != null;
            } catch (InvalidTokenException e) {
                return false;
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> uses =
                    threads.invokeAll(Stream.generate(() -> use).limit(100).toList());

            assertThat(uses).extracting(Future::get).containsOnlyOnce(true);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void takeTheirFamilyWithThemWhenTheyAreUsedTwice() throws Exception {
        Tokens tokens = tokens(RefreshPolicy.REUSE_REVOKES_FAMILY);
        AuthToken first = tokens.issue("tester");
        AuthToken second = tokens.refresh(first.getRefreshToken());
        AuthToken third = tokens.refresh(second.getRefreshToken());
        AuthToken stranger = tokens.issue("tester");
        assertRefused(tokens, first);

        assertRefused(tokens, third);
        assertThat(List.of(first, second, third)).noneMatch(pair -> tokens.isActive(pair.getAccessToken()));
        assertThat(tokens.isActive(stranger.getAccessToken())).isTrue();
        assertThat(tokens.refresh(stranger.getRefreshToken())).isNotNull();
    }

    @Test
    void areAcceptedUntilTheyExpire() {
        Tokens tokens = tokens(RefreshPolicy.REUSABLE);
        AuthToken pair = tokens.issue("tester");

        assertThat(tokens.isActive(pair.getAccessToken())).isTrue();
        assertThat(tokens.isActive(pair.getRefreshToken())).isFalse();
        clock.advance(ACCESS);
        assertThat(tokens.isActive(pair.getAccessToken())).isFalse();
        assertThat(tokens.isActive("canary")).isFalse();
    }

    @Test
    void areNotAcceptedOnceRevoked() {
        Tokens tokens = tokens(RefreshPolicy.REUSABLE);
        AuthToken pair = tokens.issue("tester");
        tokens.revoke(pair.getAccessToken());
        assertThat(tokens.isActive(pair.getAccessToken())).isFalse();
        tokens.revoke(pair.getRefreshToken());
        assertRefused(tokens, pair);

        tokens.reset();
        assertThat(tokens.isActive(pair.getAccessToken())).isTrue();
    }

    @Test
    void canBeRevokedByWhoeverIssuedThem() {
        Tokens tokens = tokens(RefreshPolicy.REUSABLE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> tokens.revoke("canary"))
                .withMessage("The token to revoke was not issued by this stub.")
                .withNoCause();
    }

    @Test
    void mayBeNoJwts() throws Exception {
        Tokens tokens = tokens(RefreshPolicy.REUSABLE, true, Map.of());
        AuthToken pair = tokens.issue("tester");
        String token = pair.getRefreshToken();

        assertThat(pair.getAccessToken()).matches("[\\w~-]+");
        assertThat(token).matches("[\\w~-]+");
        assertThat(tokens.refresh(token)).isNotNull();
        for (String forged : List.of(token + "A", token + "=", token.substring(1), "", "a.b.c")) {
            assertThatExceptionOfType(InvalidTokenException.class).isThrownBy(() -> tokens.refresh(forged));
        }
        assertRefused(tokens(RefreshPolicy.REUSABLE), pair);
    }

    @Test
    void haveTheClaimsThatOneAdds() throws Exception {
        Tokens tokens =
                tokens(RefreshPolicy.REUSABLE, false, Map.of("aud", "tests", "level", 3, "roles", List.of("a")));
        JWTClaimsSet claims =
                SignedJWT.parse(tokens.issue("tester").getAccessToken()).getJWTClaimsSet();

        assertThat(claims.getAudience()).containsExactly("tests");
        assertThat(claims.getLongClaim("level")).isEqualTo(3);
        assertThat(claims.getStringListClaim("roles")).containsExactly("a");
    }

    /** Whoever has the key can sign anything. */
    @Test
    void areRefusedWhereClaimsAreMissing() throws Exception {
        Tokens tokens = tokens(RefreshPolicy.REUSABLE);
        JWTClaimsSet whole =
                SignedJWT.parse(tokens.issue("tester").getRefreshToken()).getJWTClaimsSet();
        for (String missing : List.of("sub", "jti", "exp", "token_use")) {
            String token = new TokenFormat(KEY, false)
                    .write(new JWTClaimsSet.Builder(whole)
                            .claim(missing, null)
                            .build()
                            .toJSONObject());

            assertThatExceptionOfType(InvalidTokenException.class).as(missing).isThrownBy(() -> tokens.refresh(token));
        }
    }
}
