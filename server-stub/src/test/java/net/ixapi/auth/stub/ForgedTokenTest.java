package net.ixapi.auth.stub;

import static net.ixapi.auth.stub.StubPeer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.stream.Stream;
import net.ixapi.auth.stub.token.InvalidTokenException;
import net.ixapi.auth.stub.token.Tokens;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ForgedTokenTest {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @AutoClose
    private static final StubServer STUB =
            StubServer.builder().account(Credentials.account()).start();

    private static final StubPeer PEER = new StubPeer(STUB);
    private static String token;

    @BeforeAll
    static void logIn() throws Exception {
        token = PEER.login().getRefreshToken();
    }

    private static JWTClaimsSet claims() throws Exception {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }

    private static String signed(JWSHeader header, JWSSigner signer) throws Exception {
        SignedJWT jwt = new SignedJWT(header, claims());
        jwt.sign(signer);
        return jwt.serialize();
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String forged) throws Exception {
        assertProblem(PEER.refresh(forged), 401, "authentication-error.html");
    }

    @Test
    void isRefusedWithoutASignature() throws Exception {
        String[] parts = token.split("\\.");

        assertRefused(new PlainJWT(claims()).serialize());
        assertRefused(base64("{\"alg\":\"none\"}") + "." + parts[1] + "." + parts[2]);
        assertRefused(parts[0] + "." + parts[1] + ".");
        assertRefused(parts[0] + "." + parts[1]);
    }

    @Test
    void isRefusedWithTheSignatureOfAnotherKey() throws Exception {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
        keys.initialize(new ECGenParameterSpec("secp256r1"));
        ECPrivateKey key = (ECPrivateKey) keys.generateKeyPair().getPrivate();

        assertRefused(signed(new JWSHeader(JWSAlgorithm.HS256), new MACSigner("k".repeat(32))));
        assertRefused(signed(new JWSHeader(JWSAlgorithm.HS512), new MACSigner("k".repeat(64))));
        assertRefused(signed(new JWSHeader(JWSAlgorithm.ES256), new ECDSASigner(key)));
    }

    @Test
    void isRefusedWithAnotherAlgorithmInItsHeader() throws Exception {
        String[] parts = token.split("\\.");
        for (String algorithm : Set.of("HS384", "HS512", "RS256", "ES256", "EdDSA", "None", "x", "")) {
            assertRefused(base64("{\"alg\":\"" + algorithm + "\"}") + "." + parts[1] + "." + parts[2]);
        }
        assertRefused(signed(
                new JWSHeader.Builder(JWSAlgorithm.HS256)
                        .criticalParams(Set.of("exp"))
                        .build(),
                new MACSigner("k".repeat(32))));
    }

    @Test
    void isRefusedWithThePartsOfTwoTokens() throws Exception {
        String[] one = token.split("\\.");
        String[] other = PEER.login().getRefreshToken().split("\\.");

        assertRefused(one[0] + "." + one[1] + "." + other[2]);
        assertRefused(one[0] + "." + other[1] + "." + one[2]);
        assertRefused(token + "." + String.join(".", other));
        assertRefused(token + token);
    }

    /** Two bits of the last character belong to no byte, so that base64 knows four spellings of one signature. */
    @Test
    void isRefusedWithAnySingleCharacterChanged() throws JOSEException, InvalidTokenException {
        Tokens tokens = TestTokens.of(Clock.systemUTC(), Duration.ofMinutes(1), Duration.ofMinutes(1));
        String genuine = tokens.issue("tester").getRefreshToken();
        assertThat(tokens.refresh(genuine)).isNotNull();

        for (int i = 0; i < genuine.length(); i++) {
            char right = genuine.charAt(i);
            for (char wrong : (ALPHABET + ".=+/ \n\u0000\u00e4").toCharArray()) {
                String forged = genuine.substring(0, i) + wrong + genuine.substring(i + 1);
                if (wrong != right) {
                    assertThatExceptionOfType(InvalidTokenException.class)
                            .as(forged)
                            .isThrownBy(() -> tokens.refresh(forged))
                            .withMessage("not genuine");
                }
            }
        }
    }

    static Stream<String> garbage() {
        return Stream.of(
                "",
                " ",
                ".",
                "..",
                "...",
                "....",
                "a",
                "a.b",
                "a.b.c",
                "a.b.c.d.e",
                "null",
                "{}",
                "\u0000",
                "\u0000.\u0000.\u0000",
                "\ud800",
                "\ud83d\ude00.\ud83d\ude00.\ud83d\ude00",
                base64("null") + "." + base64("null") + "." + base64("x"),
                base64("[]") + "." + base64("[]") + ".x",
                base64("{}") + "." + base64("{}") + ".x",
                base64("{\"alg\":5}") + "." + base64("{}") + ".x",
                base64("{\"alg\":\"HS256\",\"crit\":[\"x\"]}") + "." + base64("{}") + ".x",
                base64("{\"alg\":\"HS256\",\"x\":" + "[".repeat(14_000)) + "." + base64("{}") + ".x",
                base64("{\"alg\":\"HS256\"}") + "." + base64("[".repeat(45_000)) + ".x",
                base64("{\"alg\":\"dir\",\"enc\":\"A256GCM\"}") + "..x.x.x",
                "a".repeat(65_000),
                "a.".repeat(32_000),
                ".".repeat(65_000));
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void isRefusedWhereItIsNoneAtAll(String garbage) throws Exception {
        assertRefused(garbage);
    }

    @Test
    void isRefusedWithSomethingAroundIt() throws Exception {
        for (String space : Set.of(" ", "\t", "\n", "\r\n", "\u0000", "=", "\u00a0", "\ufeff")) {
            assertRefused(token + space);
            assertRefused(space + token);
        }
        assertRefused("Bearer " + token);
        assertRefused("\"" + token + "\"");
    }
}
