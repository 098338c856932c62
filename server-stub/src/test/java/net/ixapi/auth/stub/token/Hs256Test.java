package net.ixapi.auth.stub.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.Provider;
import java.security.spec.AlgorithmParameterSpec;
import javax.crypto.Mac;
import javax.crypto.MacSpi;
import org.junit.jupiter.api.Test;

class Hs256Test {
    private static final JWSHeader HEADER = new JWSHeader(JWSAlgorithm.HS256);

    /** RFC 7515, appendix A.1. */
    private static final OctetSequenceKey KEY = new OctetSequenceKey.Builder(new Base64URL(
                    "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"))
            .build();

    private static final byte[] INPUT = ("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
                    + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
                    + "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ")
            .getBytes(StandardCharsets.US_ASCII);

    private static final Base64URL SIGNATURE = new Base64URL("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

    @Test
    void signsAsTheStandardsExampleDoes() throws Exception {
        Hs256 signer = new Hs256(KEY);

        assertThat(signer.sign(HEADER, INPUT)).isEqualTo(SIGNATURE);
        assertThat(signer.sign(HEADER, INPUT)).as("once more").isEqualTo(SIGNATURE);
    }

    @Test
    void signsWhereTheProviderCannotCopyWhatItHasPrepared() throws Exception {
        Hs256 signer = new Hs256(KEY, new OtherProvider());

        assertThat(signer.sign(HEADER, INPUT)).isEqualTo(SIGNATURE);
        assertThat(signer.sign(HEADER, INPUT)).as("once more").isEqualTo(SIGNATURE);
    }

    private static final class OtherProvider extends Provider {
        private static final long serialVersionUID = 1L;

        OtherProvider() {
            super("other", "1", "cannot clone");
            putService(new Service(this, "Mac", "HmacSHA256", OtherMac.class.getName(), null, null) {
                @Override
                public Object newInstance(Object parameter) {
                    return new OtherMac();
                }
            });
        }
    }

    private static final class OtherMac extends MacSpi {
        private final Mac mac;

        OtherMac() {
            try {
                mac = Mac.getInstance("HmacSHA256");
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        protected int engineGetMacLength() {
            return mac.getMacLength();
        }

        @Override
        protected void engineInit(Key key, AlgorithmParameterSpec parameters) throws java.security.InvalidKeyException {
            mac.init(key);
        }

        @Override
        protected void engineUpdate(byte input) {
            mac.update(input);
        }

        @Override
        protected void engineUpdate(byte[] input, int offset, int length) {
            mac.update(input, offset, length);
        }

        @Override
        protected byte[] engineDoFinal() {
            return mac.doFinal();
        }

        @Override
        protected void engineReset() {
            mac.reset();
        }
    }
}
