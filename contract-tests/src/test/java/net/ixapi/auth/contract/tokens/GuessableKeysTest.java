package net.ixapi.auth.contract.tokens;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuessableKeysTest {
    private static final String LONG = "correct horse battery staple, and 64 bytes more or less, not less";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "secret",
                "your-256-bit-secret",
                "changeme",
                "ixapi",
                "auth",
                "super secret key",
                "shhhhh",
                "undefined",
                "accessTokenSecret",
                "404E635266556A586E3272357538782F413F4428472B4B6250645367566B5970"
            })
    void aWordThatEverybodyTries(String key) throws Exception {
        assertThat(found("HS256", "HmacSHA256", key)).contains(key);
    }

    @ParameterizedTest
    @CsvSource({"HS256, HmacSHA256", "HS384, HmacSHA384", "HS512, HmacSHA512"})
    void withEachAlgorithm(String algorithm, String mac) throws Exception {
        assertThat(found(algorithm, mac, "secret")).contains("secret");
        assertThat(found(algorithm, mac, LONG)).isEmpty();
    }

    /** RFC 2104, section 2: a key is filled up with zeros, so that no key and one zero are the same. */
    @Test
    void noKeyAtAll() throws Exception {
        assertThat(found("HS256", "HmacSHA256", "\0")).contains("\0");
    }

    @Test
    void aWordThatWasMadeLongEnough() throws Exception {
        String lengthened = "secretsecretsecretsecretsecretse";

        assertThat(lengthened).hasSize(32);
        assertThat(found("HS256", "HmacSHA256", lengthened)).contains(lengthened);
    }

    @Test
    void whatElseTheServerMayHaveTaken() throws Exception {
        assertThat(found("HS256", "HmacSHA256", "contractApiKey01", "contractApiKey01", ""))
                .contains("contractApiKey01");
        assertThat(found("HS256", "HmacSHA256", "contractApiKey01")).isEmpty();
    }

    @Test
    void anotherAlgorithmHasNoSuchKey() throws Exception {
        assertThat(found("RS256", "HmacSHA256", "secret")).isEmpty();
        assertThat(found("none", "HmacSHA256", "secret")).isEmpty();
    }

    @Test
    void aSignatureThatWasLeftOutFitsNoKey() {
        Jwt unsigned = Jwt.read(Jwt.written("{\"alg\":\"HS256\"}", "{}", "")).orElseThrow();

        assertThat(GuessableKeys.of(unsigned, Stream.of())).isEmpty();
    }

    @Test
    void signsAsItReads() {
        Jwt token = Jwt.read(GuessableKeys.signed("{\"alg\":\"HS256\"}", "{\"sub\":\"x\"}", "secret"))
                .orElseThrow();

        assertThat(token.claims().path("sub").asText()).isEqualTo("x");
        assertThat(GuessableKeys.of(token, Stream.of())).contains("secret");
    }

    private static Optional<String> found(String algorithm, String mac, String key, String... more) throws Exception {
        return GuessableKeys.of(Jwt.read(signed(algorithm, mac, key)).orElseThrow(), Stream.of(more));
    }

    /** Not by the class that is tested. */
    private static String signed(String algorithm, String name, String key) throws Exception {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String signed = base64.encodeToString(("{\"alg\":\"" + algorithm + "\"}").getBytes(UTF_8)) + ".e30";
        Mac mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(key.getBytes(UTF_8), name));
        return signed + "." + base64.encodeToString(mac.doFinal(signed.getBytes(US_ASCII)));
    }
}
