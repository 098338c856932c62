package net.ixapi.auth.client.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Base64;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The times in a JSON Web Token (RFC 7519, section 4.1). They are read without checking the signature: the token came from the
 * server that it is sent back to. Immutable.
 *
 * @param issuedAt {@code iat} in milliseconds since the epoch, if it can be read
 * @param expiresAt {@code exp} in milliseconds since the epoch, if it can be read
 */
record JwtTimes(OptionalLong issuedAt, OptionalLong expiresAt) {
    private static final JwtTimes NONE = new JwtTimes(OptionalLong.empty(), OptionalLong.empty());
    private static final ObjectMapper JSON = new ObjectMapper();
    /** The year 9999: what is later is no time, and would overflow. */
    private static final double LATEST_SECOND = 253_402_300_799.0;

    static JwtTimes of(@Nullable String token) {
        String[] parts = token == null ? new String[0] : token.split("\\.", 4);
        if (parts.length != 3) {
            return NONE;
        }
        try {
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return new JwtTimes(millis(claims.path("iat")), millis(claims.path("exp")));
        } catch (IOException | IllegalArgumentException e) {
            return NONE;
        }
    }

    /** From the time of issue to the expiry, in milliseconds; not positive where they do not tell. */
    long lifetime() {
        long end = expiresAt.orElse(0);
        return end - issuedAt.orElse(end);
    }

    /** RFC 7519, section 2: a NumericDate counts seconds and may have a fraction. */
    private static OptionalLong millis(JsonNode claim) {
        double seconds = claim.isNumber() ? claim.doubleValue() : -1;
        // By way of microseconds: a double's .123 may be a hair less.
        return seconds > 0 && seconds <= LATEST_SECOND
                ? OptionalLong.of(Math.round(seconds * 1_000_000) / 1000)
                : OptionalLong.empty();
    }
}
