package net.ixapi.auth.contract.broken;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.ixapi.auth.contract.tokens.Jwt;

/** A decoder that takes no bits beyond the last byte. */
final class StrictBase64 {
    private static final Pattern SIGNATURE = Pattern.compile("\\.[\\w-]+\\.([\\w-]+)\"");

    private StrictBase64() {}

    /** RFC 4648, section 3.5: whoever decodes strictly takes no bits beyond the last byte. */
    static Behaviour signatures() {
        ShapedTokens shaped = new ShapedTokens(token -> Jwt.read(token)
                .map(jwt -> jwt.signed() + "." + jwt.signature().substring(0, 42) + "g")
                .orElse(token));
        return (request, good) ->
                isLoose(request) ? Responses.invalid("refresh_token") : shaped.response(request, good);
    }

    private static boolean isLoose(Received request) {
        Matcher signature = SIGNATURE.matcher(request.body());
        try {
            return signature.find()
                    && !Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(Base64.getUrlDecoder().decode(signature.group(1)))
                            .equals(signature.group(1));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
