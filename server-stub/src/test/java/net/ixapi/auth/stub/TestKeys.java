package net.ixapi.auth.stub;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import net.ixapi.auth.stub.token.SigningKey;
import net.ixapi.auth.stub.token.TokenAlgorithm;

/** Keys for tests. To make a pair for RSA takes a second of a processor: those of {@code rsa.jwks}, a line each, are ready. */
public final class TestKeys {
    /** RFC 8037, appendix A. */
    public static final String ED25519 = """
            {"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
            "x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}""";

    private TestKeys() {}

    /** A key of the algorithm; those of other numbers are other keys. */
    public static SigningKey of(TokenAlgorithm algorithm, int number) {
        return algorithm == TokenAlgorithm.RS256 ? SigningKey.ofJwk(rsa(number)) : SigningKey.random(algorithm);
    }

    /** A JWK with both halves. */
    public static String rsa(int number) {
        try (InputStream keys = TestKeys.class.getResourceAsStream("/rsa.jwks")) {
            return new String(keys.readAllBytes(), StandardCharsets.UTF_8).split("\n")[number];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
