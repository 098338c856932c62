package net.ixapi.auth.contract.broken;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Texts as servers see them that take some for others. */
final class LooseTexts {
    private LooseTexts() {}

    /** As with a collation that ignores them, and no more. */
    static String unaccented(String body) {
        String text = new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        byte[] bare = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .getBytes(StandardCharsets.UTF_8);
        return new String(bare, StandardCharsets.ISO_8859_1);
    }

    static Received normalized(Received request) {
        String body = new String(request.body().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        byte[] normalized = Normalizer.normalize(body, Normalizer.Form.NFKC).getBytes(StandardCharsets.UTF_8);
        return request.withBody(new String(normalized, StandardCharsets.ISO_8859_1));
    }

    static Received ofNormalizedSecret(Received request) {
        String body = request.body();
        int secret = Math.max(0, body.indexOf("\"api_secret\""));
        String normalized = normalized(request.withBody(body.substring(secret))).body();
        return request.withBody(body.substring(0, secret) + normalized);
    }

    /** Of each character of a property, the last 8 bits. */
    static Received lastBits(Received request, String property) {
        String body = new String(request.body().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        String bits = Pattern.compile("(?<=\"" + property + "\":\")[^\"]+")
                .matcher(body)
                .replaceAll(value -> Matcher.quoteReplacement(value.group()
                        .chars()
                        .mapToObj(c -> Character.toString(c & 0xFF))
                        .collect(Collectors.joining())));
        return request.withBody(new String(bits.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }
}
