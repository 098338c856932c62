package net.ixapi.auth.stub.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import net.ixapi.auth.stub.TestKeys;
import net.ixapi.auth.stub.TestTokens;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SigningKeyTest {
    @ParameterizedTest
    @EnumSource(TokenAlgorithm.class)
    void signsAndTellsItsOwnFromOthers(TokenAlgorithm algorithm) throws Exception {
        Tokens tokens = TestTokens.of(TestKeys.of(algorithm, 0));
        String token = tokens.issue("tester").getRefreshToken();

        assertThat(SignedJWT.parse(token).getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.parse(algorithm.name()));
        assertThat(tokens.refresh(token)).isNotNull();
        assertThatExceptionOfType(InvalidTokenException.class)
                .isThrownBy(() -> TestTokens.of(TestKeys.of(algorithm, 1)).refresh(token));
    }

    @ParameterizedTest
    @EnumSource(TokenAlgorithm.class)
    void refusesATokenWithAChangedClaim(TokenAlgorithm algorithm) throws Exception {
        Tokens tokens = TestTokens.of(TestKeys.of(algorithm, 0));
        String[] one = tokens.issue("one").getRefreshToken().split("\\.");
        String[] two = tokens.issue("two").getRefreshToken().split("\\.");

        assertThatExceptionOfType(InvalidTokenException.class)
                .isThrownBy(() -> tokens.refresh(one[0] + "." + two[1] + "." + one[2]));
    }

    /** RFC 8037, appendix A.4: whoever has the same key makes the same signature. */
    @Test
    void signsAsTheStandardsExampleDoes() throws Exception {
        SigningKey key = SigningKey.ofJwk(TestKeys.ED25519);
        String input = "eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc";

        assertThat(key.sign(input))
                .isEqualTo("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg");
    }

    /** The first releases of Java 17 take them for genuine. */
    @ParameterizedTest
    @CsvSource({"0, 0, true", "0, 1, true", "1, 0, true", "1, 1, false"})
    void refusesSignaturesOfZeros(byte first, byte second, boolean zeros) {
        byte[] signature = new byte[64];
        signature[31] = first;
        signature[63] = second;

        assertThat(Signatures.Asymmetric.hasZeros(signature)).isEqualTo(zeros);
        assertThat(SigningKey.random(TokenAlgorithm.ES256)
                        .verify("", Base64URL.encode(signature).toString()))
                .isFalse();
    }

    @Test
    void tellsNothingOfItself() {
        assertThat(SigningKey.ofJwk(TestKeys.ED25519)).hasToString("SigningKey[EdDSA]");
    }

    /** As somebody else verifies a token who has nothing but the address of the keys. */
    @ParameterizedTest
    @EnumSource(
            value = TokenAlgorithm.class,
            names = {"RS256", "ES256", "EdDSA"})
    void letsOthersVerifyByItsPublicKey(TokenAlgorithm algorithm) throws Exception {
        SigningKey key = TestKeys.of(algorithm, 0);
        SignedJWT token = SignedJWT.parse(TestTokens.of(key).issue("tester").getAccessToken());
        JWK found = JWKSet.parse(key.toJwkSet()).getKeyByKeyId(token.getHeader().getKeyID());

        assertThat(found.isPrivate()).isFalse();
        assertThat(found.getAlgorithm()).isEqualTo(JWSAlgorithm.parse(algorithm.name()));
        assertThat(found.getKeyUse()).isEqualTo(KeyUse.SIGNATURE);
        assertThat(JWK.parse(key.toPublicJwk())).isEqualTo(found);
        assertThat(isVerified(token, found)).isTrue();
    }

    /** To make a pair of RSA takes seconds of a Java without its second compiler. */
    @Tag("long")
    @Test
    void makesAKeyOfRsa() throws Exception {
        SigningKey key = SigningKey.random(TokenAlgorithm.RS256);
        SignedJWT token = SignedJWT.parse(TestTokens.of(key).issue("tester").getAccessToken());

        assertThat(isVerified(token, JWK.parse(key.toPublicJwk()))).isTrue();
    }

    private static boolean isVerified(SignedJWT token, JWK key) throws Exception {
        if (key instanceof OctetKeyPair pair) {
            // The library's own verifier needs another library.
            byte[] encoded = HexFormat.of()
                    .parseHex("302a300506032b6570032100" + HexFormat.of().formatHex(pair.getDecodedX()));
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
            signature.update(token.getSigningInput());
            return signature.verify(token.getSignature().decode());
        }
        return token.verify(key instanceof RSAKey rsa ? new RSASSAVerifier(rsa) : new ECDSAVerifier(key.toECKey()));
    }

    /** The secret key verifies too: whoever had it could sign. */
    @Test
    void keepsASecretKeyToItself() {
        SigningKey key = SigningKey.random(TokenAlgorithm.HS256);

        assertThat(key.toJwkSet()).isEqualTo("{\"keys\":[]}");
        assertThat(key.header()).doesNotContainKey("kid");
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(key::toPublicJwk)
                .withMessage("HS256 has no public key: choose RS256, ES256 or EdDSA.");
    }
}
