package net.ixapi.auth.contract.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class EmbeddedKeyTest {
    @Test
    void theKeyInTheHeaderVerifiesTheToken() throws Exception {
        String token = EmbeddedKey.signed("{\"sub\":\"x\"}");
        int dot = token.lastIndexOf('.');
        byte[] certificate = Base64.getDecoder().decode(EmbeddedKey.CERTIFICATE);
        RSAPublicKey key = (RSAPublicKey) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(certificate))
                .getPublicKey();
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update(token.substring(0, dot).getBytes(StandardCharsets.US_ASCII));

        assertThat(signature.verify(Base64.getUrlDecoder().decode(token.substring(dot + 1))))
                .isTrue();
        String header = new String(Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))));
        assertThat(header).contains(EmbeddedKey.MODULUS, EmbeddedKey.CERTIFICATE, "\"AQAB\"");
        assertThat(key.getModulus())
                .isEqualTo(new BigInteger(1, Base64.getUrlDecoder().decode(EmbeddedKey.MODULUS)));
        assertThat(key.getPublicExponent())
                .isEqualTo(new BigInteger(1, Base64.getUrlDecoder().decode("AQAB")));
    }
}
