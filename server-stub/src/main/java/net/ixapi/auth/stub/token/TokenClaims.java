package net.ixapi.auth.stub.token;

import static com.nimbusds.jwt.JWTClaimNames.EXPIRATION_TIME;
import static com.nimbusds.jwt.JWTClaimNames.ISSUED_AT;
import static com.nimbusds.jwt.JWTClaimNames.JWT_ID;
import static com.nimbusds.jwt.JWTClaimNames.SUBJECT;

import com.nimbusds.jwt.JWTClaimsSet;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The claims of the stub's tokens (RFC 7519, section 4): which it sets itself, and what they say. */
public final class TokenClaims {
    static final String USE = "token_use";
    static final String FAMILY = "family";

    /** The claims that the stub sets itself. */
    private static final Set<String> RESERVED = Set.of(SUBJECT, USE, FAMILY, JWT_ID, ISSUED_AT, EXPIRATION_TIME);

    private TokenClaims() {}

    /**
     * Checks a further claim.
     *
     * @param name its name
     * @param value what JSON can hold
     * @throws IllegalArgumentException if the stub sets this claim itself, or the value is not what JSON can hold
     */
    public static void requireOther(String name, Object value) {
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException("The stub sets the claim " + name + " itself.");
        }
        requireJson(name, value);
    }

    static void requireJson(String name, @Nullable Object value) {
        if (value == null || !isJson(value)) {
            throw new IllegalArgumentException(
                    "The claim " + name + " must be what JSON can hold: a text, a number, a boolean, a list or a map.");
        }
    }

    private static boolean isJson(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Collection<?> items && items.stream().allMatch(TokenClaims::isJson)
                || value instanceof Map<?, ?> map && map.values().stream().allMatch(TokenClaims::isJson);
    }

    /** Whoever has the key can sign what the stub would not. */
    static boolean isComplete(JWTClaimsSet claims) {
        return claims.getSubject() != null && claims.getJWTID() != null && claims.getExpirationTime() != null;
    }

    /** A token that no family is revoked with may have none: then it is alone. */
    static String family(JWTClaimsSet claims) {
        Object family = claims.getClaim(FAMILY);
        return family == null ? claims.getJWTID() : family.toString();
    }
}
