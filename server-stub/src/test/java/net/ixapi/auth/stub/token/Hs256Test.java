package net.ixapi.auth.stub.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.IntStream;
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
    void signsForManyThreadsAtTheSameTime() {
        Hs256 signer = new Hs256(KEY);

        // AssertJ would go through a parallel stream one by one.
        boolean right =
                IntStream.range(0, 100_000).parallel().allMatch(i -> Arrays.equals(signature(signer), SIGNATURE));

        assertThat(right).isTrue();
    }

    private static byte[] signature(Hs256 signer) {
        try {
            return signer.sign(INPUT);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
