package net.ixapi.auth.contract.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class EmbeddedKeyTest {
    @Test
    void theKeyInTheHeaderVerifiesTheToken() throws Exception {
        String token = EmbeddedKey.signed("{\"sub\":\"x\"}");
        int dot = token.lastIndexOf('.');
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new RSAPublicKeySpec(
                        EmbeddedKey.number(EmbeddedKey.MODULUS), EmbeddedKey.number(EmbeddedKey.PUBLIC_EXPONENT))));
        signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));

        assertThat(signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1))))
                .isTrue();
        String header = new String(Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))));
        assertThat(header).contains(EmbeddedKey.MODULUS, EmbeddedKey.CERTIFICATE);
        byte[] certificate = Base64.getDecoder().decode(EmbeddedKey.CERTIFICATE);
        assertThat(CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(certificate))
                        .getPublicKey())
                .extracting(key -> ((RSAPublicKey) key).getModulus())
                .isEqualTo(EmbeddedKey.number(EmbeddedKey.MODULUS));
    }
}
