package net.ixapi.auth.stub.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.Provider;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.MacSpi;
import org.junit.jupiter.api.Test;

class Hs256Test {
    /** RFC 7515, appendix A.1. */
    private static final byte[] KEY = Base64.getUrlDecoder()
            .decode("AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow");

    private static final byte[] INPUT = ("eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
                    + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFt"
                    + "cGxlLmNvbS9pc19yb290Ijp0cnVlfQ")
            .getBytes(StandardCharsets.US_ASCII);

    private static final byte[] SIGNATURE =
            Base64.getUrlDecoder().decode("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

    @Test
    void signsAsTheStandardsExampleDoes() throws Exception {
        Hs256 signer = new Hs256(KEY);

        assertThat(signer.sign(INPUT)).isEqualTo(SIGNATURE);
        assertThat(signer.sign(INPUT)).as("once more").isEqualTo(SIGNATURE);
    }

    @Test
    void signsWhereTheProviderCannotCopyWhatItHasPrepared() throws Exception {
        Hs256 signer = new Hs256(KEY, new OtherProvider());

        assertThat(signer.sign(INPUT)).isEqualTo(SIGNATURE);
        assertThat(signer.sign(INPUT)).as("once more").isEqualTo(SIGNATURE);
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
