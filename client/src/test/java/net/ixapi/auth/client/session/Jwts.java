package net.ixapi.auth.client.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;

/** Tokens that say when they expire. No two are the same. */
public final class Jwts {
    private static final AtomicLong NUMBER = new AtomicLong();

    private Jwts() {}

    /** A token that says when it was issued and when it expires, both in milliseconds since the epoch. */
    public static String issued(long issuedAt, long expiresAt) {
        return withClaims("{\"jti\":%d,\"iat\":%s,\"exp\":%s}"
                .formatted(NUMBER.incrementAndGet(), seconds(issuedAt), seconds(expiresAt)));
    }

    /** A token that says when it expires, in milliseconds since the epoch, but not when it was issued. */
    public static String expiring(long expiresAt) {
        return withClaims("{\"jti\":%d,\"exp\":%s}".formatted(NUMBER.incrementAndGet(), seconds(expiresAt)));
    }

    /** A token with this text in the place of its claims. */
    static String withClaims(String claims) {
        return encoded("{\"alg\":\"HS256\"}") + "." + encoded(claims) + "." + encoded("signature");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private static String seconds(long millis) {
        return BigDecimal.valueOf(millis, 3).toPlainString();
    }
}
