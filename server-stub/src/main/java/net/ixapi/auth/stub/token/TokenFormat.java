package net.ixapi.auth.stub.token;

import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Map;
import net.ixapi.auth.openapi.document.PlainJson;

/**
 * How claims become a token, and a genuine token claims: a JWS in its compact form (RFC 7515, section 7.1), or an opaque token,
 * which has no header and no dots, so that no client can take it for a JWT. The library takes three times as long. Only the header
 * that the key itself writes is read, so that neither an {@code alg} nor a {@code crit} of somebody else's has to be judged.
 * Immutable and safe for many threads.
 */
final class TokenFormat {
    private final SigningKey key;
    private final String start;
    private final String separator;

    TokenFormat(SigningKey key, boolean opaque) {
        this.key = key;
        this.start = opaque ? "" : encoded(key.header()) + ".";
        // Bearer tokens may have either (RFC 6750, section 2.1), and base64 has neither.
        this.separator = opaque ? "~" : ".";
    }

    private static String encoded(Map<String, ?> part) {
        return SigningKey.BASE64.encodeToString(PlainJson.bytes(part));
    }

    String write(Map<String, Object> claims) {
        // Joined with +, a part would be copied whenever the whole outgrows its buffer.
        String input = start.concat(encoded(claims));
        return input.concat(separator).concat(key.sign(input));
    }

    JWTClaimsSet read(String token) throws InvalidTokenException {
        int end = token.lastIndexOf(separator);
        try {
            if (token.startsWith(start)
                    && end > start.length()
                    && key.verify(token.substring(0, end), token.substring(end + 1))) {
                byte[] claims = Base64.getUrlDecoder().decode(token.substring(start.length(), end));
                return JWTClaimsSet.parse(new String(claims, StandardCharsets.UTF_8));
            }
        } catch (ParseException | RuntimeException e) {
            // Whoever has the key can sign what is not a set of claims. Such a token is as invalid as any other.
        }
        throw new InvalidTokenException(false);
    }
}
