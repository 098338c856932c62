package net.ixapi.auth.contract.broken;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.ixapi.auth.contract.wire.Response;

/** Refresh tokens whose letters may be small or capital. */
final class TokensInAnyCase {
    private TokensInAnyCase() {}

    /** As a database finds it. */
    static Behaviour plain() {
        Map<String, String> issued = new ConcurrentHashMap<>();
        return (request, good) -> {
            String sent = TokenDefects.tokenOf(request);
            String known = issued.getOrDefault(sent.toLowerCase(Locale.ROOT), sent);
            Response response = good.apply(
                    sent.isEmpty() ? request : request.withBody(request.body().replace(sent, known)));
            String token = response.property("refresh_token");
            issued.put(token.toLowerCase(Locale.ROOT), token);
            return response;
        };
    }

    static Behaviour opaque() {
        ShapedTokens opaque = new ShapedTokens(token -> "Opaque" + Integer.toHexString(token.hashCode()));
        Behaviour anyCase = plain();
        return (request, good) -> anyCase.response(request, known -> opaque.response(known, good));
    }
}
