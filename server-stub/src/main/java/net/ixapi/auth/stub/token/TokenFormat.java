package net.ixapi.auth.stub.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
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

    /** A JWS in its compact form (RFC 7515, section 7.1); the library's own JSON and base64 take half as long again. */
    final class Signed implements TokenFormat {
        private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

        private final SigningKey key;
        private final String header;

        Signed(SigningKey key) {
            this.key = key;
            this.header = encoded(key.header().toJSONObject());
        }

        private static String encoded(Map<String, Object> part) {
            return BASE64.encodeToString(PlainJson.bytes(part));
        }

        @Override
        public String write(Map<String, Object> claims) {
            try {
                String input = header + "." + encoded(claims);
                return input + "." + key.signer().sign(key.header(), input.getBytes(StandardCharsets.US_ASCII));
            } catch (JOSEException e) {
                throw new IllegalStateException(key + " failed", e);
            }
        }

        @Override
        public JWTClaimsSet read(String token) throws InvalidTokenException {
            try {
                SignedJWT jwt = SignedJWT.parse(token);
                if (isAsIssued(jwt, token) && jwt.verify(key.verifier())) {
                    return jwt.getJWTClaimsSet();
                }
            } catch (ParseException | JOSEException | RuntimeException e) {
                // Whatever the library makes of what a client sent, it is not a token.
                throw new InvalidTokenException(false);
            }
            throw new InvalidTokenException(false);
        }

        /** The library passes over spaces around a token, and over bits and characters of base64 that encode nothing. */
        private static boolean isAsIssued(SignedJWT jwt, String token) {
            Base64URL signature = jwt.getSignature();
            return token.equals(jwt.serialize()) && signature.equals(Base64URL.encode(signature.decode()));
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
