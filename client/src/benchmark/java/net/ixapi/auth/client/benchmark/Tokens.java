package net.ixapi.auth.client.benchmark;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Base64;

/** Tokens of the usual size. */
final class Tokens {
    private Tokens() {}

    static String expiringInAnHour(String kind) {
        long now = Instant.now().getEpochSecond();
        return encoded("{\"typ\":\"JWT\",\"alg\":\"HS256\"}") + "."
                + encoded("{\"token_type\":\"%s\",\"iat\":%d,\"exp\":%d,\"jti\":\"%032d\",\"user_id\":42}"
                        .formatted(kind, now, now + 3600, 1))
                + "." + encoded("a signature of 32 bytes, or so..");
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
