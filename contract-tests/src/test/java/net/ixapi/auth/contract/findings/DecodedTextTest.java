package net.ixapi.auth.contract.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DecodedTextTest {
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /** Text that looks like Base64 is decoded into bytes, of which a few look like Base64 by chance, and so on. */
    @Test
    void bytesThatAreNoTextAreNotDecodedAgain() {
        String letters = new Random(1)
                .ints(1 << 18, 0, 64)
                .mapToObj(digit -> BASE64.substring(digit, digit + 1))
                .collect(Collectors.joining());

        assertThat(DecodedText.of(letters, false))
                .extracting(decoded -> decoded.text().length())
                .satisfies(lengths -> assertThat(
                                lengths.stream().mapToInt(Integer::intValue).sum())
                        .isLessThan(10 * letters.length()));
    }
}
