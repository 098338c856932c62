package net.ixapi.auth.stub.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.ixapi.auth.stub.TestKeys;
import net.ixapi.auth.stub.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which JWKs are keys to sign with, and which are refused. */
class SigningKeyJwkTest {
    private static final String UNUSABLE =
            "The signing key must be one JWK (RFC 7517): oct with 256 bits or more (HS256),"
                    + " RSA with 2048 or more (RS256), EC with P-256 (ES256), or OKP with Ed25519 (EdDSA).";

    @Test
    void takesTheKeyOfAFile(@TempDir Path folder) throws Exception {
        RSAKey key = new RSAKey.Builder(RSAKey.parse(TestKeys.rsa(0)))
                .keyID("2026")
                .algorithm(JWSAlgorithm.RS256)
                .build();
        Path file = Files.writeString(folder.resolve("key.jwk"), key.toJSONString());
        String token = TestTokens.of(SigningKey.read(file)).issue("tester").getRefreshToken();

        assertThat(SignedJWT.parse(token).getHeader().getKeyID()).isEqualTo("2026");
        assertThat(TestTokens.of(SigningKey.read(file)).refresh(token)).isNotNull();
    }

    @Test
    void saysThatAFileCannotBeRead(@TempDir Path folder) {
        Path file = folder.resolve("none.jwk");

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> SigningKey.read(file))
                .withMessage("The signing key " + file + " cannot be read.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "canary",
                "{}",
                "[]",
                "null",
                "{\"kty\":\"canary\"}",
                "{\"kty\":\"oct\",\"k\":\"canary\"}",
                "{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\"canary\",\"d\":\"canary\"}",
                "{\"keys\":[]}"
            })
    void saysWhatAKeyMustBe(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.ofJwk(json))
                .withMessage(UNUSABLE)
                .withNoCause();
    }

    /** A file that is something else by mistake may be of any length. */
    @Test
    void refusesAFileThatIsTooLong(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("long.jwk"), TestKeys.ED25519 + " ".repeat(65_536));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.read(file))
                .withMessage("The signing key " + file + " is longer than 65536 bytes: it is not a JWK.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"use\":\"enc\"", "\"key_ops\":[\"verify\"]", "\"key_ops\":[\"encrypt\",\"decrypt\"]"})
    void refusesAKeyForAnotherUse(String use) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.ofJwk(TestKeys.ED25519.replace("{", "{" + use + ",")))
                .withMessage("The signing key is for another use: it has \"use\" or \"key_ops\".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"use\":\"sig\"", "\"key_ops\":[\"sign\",\"verify\"]"})
    void takesAKeyForSigning(String use) {
        assertThat(SigningKey.ofJwk(TestKeys.ED25519.replace("{", "{" + use + ",")))
                .isNotNull();
    }

    @Test
    void refusesAKeyOfTwoHalvesThatAreStrangers() throws Exception {
        ECKey one = new ECKeyGenerator(Curve.P_256).generate();
        ECKey other = new ECKeyGenerator(Curve.P_256).generate();
        String mixed = new ECKey.Builder(Curve.P_256, one.getX(), one.getY())
                .d(other.getD())
                .build()
                .toJSONString();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.ofJwk(mixed))
                .withMessage("The signing key's private and public parts do not belong to each other.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.ofJwk(TestKeys.ED25519.replace("nWGx", "nWGy")))
                .withMessage("The signing key's private and public parts do not belong to each other.");
    }

    @Test
    void refusesKeysOfOtherKinds() throws Exception {
        String curve = new ECKeyGenerator(Curve.P_384).generate().toJSONString();
        String half = new ECKeyGenerator(Curve.P_256).generate().toPublicJWK().toJSONString();
        String other = new OctetSequenceKeyGenerator(512)
                .algorithm(JWSAlgorithm.HS512)
                .generate()
                .toJSONString();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.ofJwk(curve))
                .withMessage(UNUSABLE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.ofJwk(half))
                .withMessage("The signing key has no private part: it can verify, but not sign.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SigningKey.ofJwk(other))
                .withMessage("The signing key is for another algorithm than HS256.");
    }
}
