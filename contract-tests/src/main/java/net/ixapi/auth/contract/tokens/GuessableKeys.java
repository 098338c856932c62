package net.ixapi.auth.contract.tokens;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keys that everybody tries first, against tokens that are signed with a shared secret (RFC 7518, section 3.2). */
public final class GuessableKeys {
    private static final List<String> COMMON = List.of(
            "secret",
            "secretkey",
            "secret-key",
            "secret_key",
            "your-256-bit-secret",
            "your-secret-key",
            "changeme",
            "change-me",
            "password",
            "key",
            "private",
            "jwt",
            "jwtsecret",
            "jwt-secret",
            "jwt_secret",
            "test",
            "testing",
            "example",
            "default",
            "admin",
            "dev",
            "development",
            "insecure",
            "ixapi",
            "ix-api",
            "hs256-secret",
            "supersecret",
            "super-secret",
            "supersecretkey",
            "123456",
            "12345678",
            "qwerty",
            "token",
            "auth");

    private GuessableKeys() {}

    /**
     * Tries them.
     *
     * @param token a token
     * @param more what else this server may have taken as a key
     * @return the key that fits, or empty; a token with another kind of algorithm has none
     */
    public static Optional<String> of(Jwt token, Stream<String> more) {
        Optional<String> algorithm = Optional.ofNullable(
                switch (token.algorithm()) {
                    case "HS256" -> "HmacSHA256";
                    case "HS384" -> "HmacSHA384";
                    case "HS512" -> "HmacSHA512";
                    default -> null;
                });
        return algorithm.flatMap(mac -> Stream.concat(COMMON.stream(), more)
                .filter(key ->
                        !key.isEmpty() && signature(mac, key, token.signed()).equals(token.signature()))
                .findFirst());
    }

    private static String signature(String algorithm, String key, String signed) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + algorithm, e);
        }
    }
}
