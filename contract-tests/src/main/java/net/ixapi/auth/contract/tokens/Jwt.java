package net.ixapi.auth.contract.tokens;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.PlainJson;

/**
 * A compact JSON Web Token (RFC 7519, section 3), without any check of its signature. Immutable. {@code toString} does not print
 * it.
 *
 * @param header the part before the first dot, decoded
 * @param claims the part between the dots, decoded
 * @param signed the two parts as they are signed: as written, with their dot
 * @param signature the part after the last dot, as written
 */
public record Jwt(JsonNode header, JsonNode claims, String signed, String signature) {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    /** RFC 7515, section 7.1, in base64url without padding; the signature may be missing. */
    private static final Pattern COMPACT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    /**
     * Reads a token.
     *
     * @param token the token
     * @return its parts, or empty where it is not a compact JSON Web Token
     */
    public static Optional<Jwt> read(String token) {
        if (!COMPACT.matcher(token).matches()) {
            return Optional.empty();
        }
        String[] parts = token.split("\\.", -1);
        try {
            return Optional.of(new Jwt(json(parts[0]), json(parts[1]), parts[0] + "." + parts[1], parts[2]))
                    .filter(jwt -> jwt.header.isObject() && jwt.claims.isObject());
        } catch (UncheckedIOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * The same claims under another header and signature.
     *
     * @param newHeader the header, as JSON
     * @param newClaims the claims, as JSON
     * @param newSignature the signature, encoded
     * @return the token
     */
    public static String written(String newHeader, String newClaims, String newSignature) {
        return encoded(newHeader) + "." + encoded(newClaims) + "." + newSignature;
    }

    /** Signs a token with an algorithm that every Java runtime has. */
    @FunctionalInterface
    interface Signer {
        byte[] signature(String signed) throws GeneralSecurityException;
    }

    static String signed(String newHeader, String newClaims, Signer signer) {
        String signed = encoded(newHeader) + "." + encoded(newClaims);
        return signed + "." + signature(signed, signer);
    }

    static String signature(String signed, Signer signer) {
        try {
            return BASE64.encodeToString(signer.signature(signed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The algorithm.
     *
     * @return {@code alg}, or an empty text
     */
    public String algorithm() {
        return header.path("alg").asText("");
    }

    /**
     * A time.
     *
     * @param claim {@code exp}, {@code iat} or {@code nbf}
     * @return seconds since the epoch; empty where the claim is missing or not a number
     */
    public Optional<Double> seconds(String claim) {
        JsonNode value = claims.path(claim);
        return value.isNumber() ? Optional.of(value.asDouble()) : Optional.empty();
    }

    /**
     * All that anybody can read in it.
     *
     * @return header and claims
     */
    public String json() {
        return header.toString() + claims;
    }

    /**
     * All texts that stand in it.
     *
     * @return the values in header and claims that are strings, at all depths
     */
    public Stream<String> texts() {
        return Stream.of(header, claims).flatMap(Jwt::texts);
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isTextual() ? Stream.of(node.asText()) : node.valueStream().flatMap(Jwt::texts);
    }

    private static JsonNode json(String part) {
        byte[] bytes = Base64.getUrlDecoder().decode(part);
        return PlainJson.read(new String(bytes, StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Jwt[" + algorithm() + "]";
    }
}
