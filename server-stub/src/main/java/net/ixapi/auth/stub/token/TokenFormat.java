package net.ixapi.auth.stub.token;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import net.ixapi.auth.openapi.document.PlainJson;
import org.jspecify.annotations.Nullable;

/** How claims become a token, and a genuine token claims. Immutable and safe for many threads. */
interface TokenFormat {
    String write(Map<String, Object> claims);

    JWTClaimsSet read(String token) throws InvalidTokenException;

    /** Whether a claim can have this value. */
    static boolean isJson(@Nullable Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Collection<?> items && items.stream().allMatch(TokenFormat::isJsonOrNull)
                || value instanceof Map<?, ?> map && map.values().stream().allMatch(TokenFormat::isJsonOrNull);
    }

    private static boolean isJsonOrNull(@Nullable Object value) {
        return value == null || isJson(value);
    }

    /**
     * A JWS in its compact form (RFC 7515, section 7.1); the library takes three times as long. Only the header that the key
     * itself writes is read, so that neither an {@code alg} nor a {@code crit} of somebody else's has to be judged.
     */
    final class Signed implements TokenFormat {
        private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

        private final SigningKey key;
        private final String start;

        Signed(SigningKey key) {
            this.key = key;
            this.start = encoded(key.header()) + ".";
        }

        private static String encoded(Map<String, ?> part) {
            return BASE64.encodeToString(PlainJson.bytes(part));
        }

        @Override
        public String write(Map<String, Object> claims) {
            String input = start.concat(encoded(claims));
            // Joined with +, each part would be copied as often as the whole outgrows its buffer.
            return input.concat(".").concat(key.sign(input));
        }

        @Override
        public JWTClaimsSet read(String token) throws InvalidTokenException {
            int end = token.lastIndexOf('.');
            try {
                if (token.startsWith(start)
                        && end > start.length()
                        && key.verify(token.substring(0, end), token.substring(end + 1))) {
                    byte[] claims = Base64.getUrlDecoder().decode(token.substring(start.length(), end));
                    return JWTClaimsSet.parse(new String(claims, StandardCharsets.UTF_8));
                }
            } catch (ParseException | RuntimeException e) {
                // Whoever has the key can sign what is not a set of claims.
                throw new InvalidTokenException(false);
            }
            throw new InvalidTokenException(false);
        }
    }

    /** What no client can take for a JWT: the same once more in base64, so that the stub need not remember it. */
    record Opaque(TokenFormat inner) implements TokenFormat {
        @Override
        public String write(Map<String, Object> claims) {
            return Base64URL.encode(inner.write(claims)).toString();
        }

        @Override
        public JWTClaimsSet read(String token) throws InvalidTokenException {
            String decoded = new Base64URL(token).decodeToString();
            if (!token.equals(Base64URL.encode(decoded).toString())) {
                throw new InvalidTokenException(false);
            }
            return inner.read(decoded);
        }
    }
}
