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
    /**
     * The first stands for no key at all: an HMAC fills up its key with zeros (RFC 2104, section 2). A variable that is not
     * set is {@code undefined} or {@code null} in a string; the last ones stand in examples that are widely copied.
     */
    private static final List<String> COMMON = List.of("""
            \0, secret, secretkey, secret-key, secret_key, your-256-bit-secret, your-secret-key, changeme, change-me,
            password, key, private, jwt, jwtsecret, jwt-secret, jwt_secret, test, testing, example, default, admin,
            dev, development, insecure, ixapi, ix-api, hs256-secret, supersecret, super-secret, supersecretkey,
            super secret key, my-secret, mysecret, mysecretkey, my-secret-key, topsecret, s3cr3t, secret123,
            signing-key, 0123456789abcdef, 1234567890, 123456, 12345678, qwerty, token, auth, undefined, null, none,
            secretKey, jwtSecret, jwtSecretKey, accessTokenSecret, JWT_SECRET, keyboard cat, shhhhh, shhhhhared-secret,
            a-string-secret-at-least-256-bits-long, 404E635266556A586E3272357538782F413F4428472B4B6250645367566B5970,
            09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7""".split(",\\s+"));

    private GuessableKeys() {}

    /**
     * Tries them.
     *
     * @param token a token
     * @param more what else this server may have taken as a key
     * @return the key that fits, or empty; a token with another kind of algorithm has none
     */
    public static Optional<String> of(Jwt token, Stream<String> more) {
        if (!token.algorithm().matches("HS(256|384|512)")) {
            return Optional.empty();
        }
        String algorithm = token.algorithm().replace("HS", "HmacSHA");
        return Stream.concat(COMMON.stream(), more)
                .filter(key -> !key.isEmpty())
                // Libraries ask for 32 bytes: RFC 7518, section 3.2.
                .flatMap(key -> Stream.of(key, key.repeat(32 / key.length() + 1).substring(0, 32)))
                .filter(key -> spellings(key)
                        .anyMatch(bytes -> Jwt.signature(token.signed(), signed -> signature(algorithm, bytes, signed))
                                .equals(token.signature())))
                .findFirst();
    }

    /**
     * Signs claims as no server should accept it.
     *
     * @param header the header, as JSON, with HS256
     * @param claims the claims, as JSON
     * @param key any key
     * @return a token
     */
    public static String signed(String header, String claims, String key) {
        return Jwt.signed(
                header, claims, signed -> signature("HmacSHA256", key.getBytes(StandardCharsets.UTF_8), signed));
    }

    /** A key may be written in Base64, as in a JSON Web Key: RFC 7518, section 6.4.1. */
    private static Stream<byte[]> spellings(String key) {
        byte[] plain = key.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(key);
            return decoded.length > 0 ? Stream.of(plain, decoded) : Stream.of(plain);
        } catch (IllegalArgumentException e) {
            return Stream.of(plain);
        }
    }

    private static byte[] signature(String algorithm, byte[] key, String signed) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, algorithm));
        return mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII));
    }
}
