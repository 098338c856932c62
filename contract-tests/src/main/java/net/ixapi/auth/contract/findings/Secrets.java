package net.ixapi.auth.contract.findings;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Knows the secrets of a run, and writes shell expressions in their places: in the place of a whole secret the name of its
 * variable, in the place of a part of it such as {@code ${IX_API_SECRET:0:85}}. Of no secret, in whatever encoding, are
 * {@value #MIN_LENGTH} characters in a row left. Not safe for use by several threads at once. {@code toString} prints none.
 */
public final class Secrets {
    /** Shorter texts stand everywhere by chance. */
    static final int MIN_LENGTH = 8;
    /** A server may issue tokens of any length; of a longer one, only this much is looked for in parts. */
    private static final int MAX_INDEXED = 8_192;
    /** By chance no text has so much of a secret. */
    private static final int MIN_LEAK = 16;
    /** A server sends the same headers and errors again and again: what was found in a text of this length is remembered. */
    private static final int MAX_REMEMBERED = 2_000;
    /**
     * A token that nobody told of, whole or not: a JSON object in Base64, and a dot (RFC 7515, section 7.1). It is looked for once in
     * each run of letters: a server must not keep the suite busy for minutes with a text of many beginnings.
     */
    private static final Pattern TOKEN =
            Pattern.compile("(?<![\\w-])(?=[\\w-]++\\.)([\\w-]*?)(?i:eyJ)[\\w-]{6,}+(?:\\.[\\w-]*+)+");

    private static final Pattern NEEDLESS_BRACES = Pattern.compile("\\$\\{((?:IX_API|ACCESS|REFRESH)_\\w+)}(?!\\w)");

    private final Map<String, String> variables = new LinkedHashMap<>();
    /** Where in a secret some characters in a row stand; not exact where it is another spelling of the secret that has them. */
    private final Map<Long, Place> places = new HashMap<>();

    private final Map<String, List<String>> remembered = new HashMap<>();

    private record Place(String secret, String variable, int offset, boolean exact) {
        Place at(int distance, boolean encoded) {
            return new Place(secret, variable, offset + distance, exact && !encoded);
        }

        boolean goesOn(char c, Place next, int distance) {
            int at = offset + distance;
            return !exact
                    ? !next.exact && next.variable.equals(variable)
                    : at < secret.length() && Character.toLowerCase(c) == Character.toLowerCase(secret.charAt(at));
        }

        /** A token's characters are its own only where no credential has them. */
        boolean isOfCredentials() {
            return Secrets.isOfCredentials(variable);
        }

        /** So many characters in a row give it away. */
        int leak() {
            return Math.min(secret.length(), Math.max(MIN_LEAK, secret.length() / 2));
        }

        boolean comesBefore(@Nullable Place next) {
            return next != null && next.secret.equals(secret) && next.offset == offset + 1;
        }
    }

    /**
     * Tells of a secret. It is not looked for in texts that came before.
     *
     * @param value the secret
     * @param variable the shell variable that stands for it, without its dollar
     */
    public void add(String value, String variable) {
        if (value.length() < MIN_LENGTH || variables.putIfAbsent(value, variable) != null) {
            return;
        }
        variables.putIfAbsent(new String(JsonStringEncoder.getInstance().quoteAsString(value)), variable);
        variables.putIfAbsent(value.toUpperCase(Locale.ROOT), variable + "^^");
        variables.putIfAbsent(value.toLowerCase(Locale.ROOT), variable + ",,");
        String known = value.substring(0, Math.min(value.length(), MAX_INDEXED));
        String latin = new String(known.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        Set<String> spellings =
                new LinkedHashSet<>(Arrays.asList(known, latin, known.replaceAll("[^\\p{L}\\p{N}]", "")));
        for (int before = 0; before < 3 && isOfCredentials(variable); before++) {
            // Where a server writes it in small letters, it cannot be decoded.
            byte[] bytes = ("x".repeat(before) + known).getBytes(StandardCharsets.UTF_8);
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            spellings.add(base64.substring(before == 0 ? 0 : before + 1, base64.length() - 1));
        }
        spellings.forEach(spelling -> index(known, spelling, variable));
    }

    private void index(String secret, String spelling, String variable) {
        long[] windows = windows(spelling);
        for (int i = 0; i < windows.length; i++) {
            Place place = new Place(secret, variable, i, spelling.equals(secret));
            places.merge(windows[i], place, (old, now) -> old.isOfCredentials() || !now.exact ? old : now);
        }
    }

    private static boolean isOfCredentials(String variable) {
        return variable.startsWith("IX_API_");
    }

    /** Each so many characters in a row as one number, in whatever case. */
    private static long[] windows(CharSequence text) {
        long[] windows = new long[Math.max(0, text.length() - MIN_LENGTH + 1)];
        long window = 0;
        for (int i = 0; i < text.length(); i++) {
            window = window << 8 | Character.toLowerCase(text.charAt(i)) & 0xFF;
            if (i >= MIN_LENGTH - 1) {
                windows[i - MIN_LENGTH + 1] = window;
            }
        }
        return windows;
    }

    /** For each place in a text the place in a secret that has the same characters in a row. */
    private @Nullable Place[] places(CharSequence text) {
        return Arrays.stream(windows(text)).mapToObj(places::get).toArray(Place[]::new);
    }

    /** Removes all secrets, in whatever encoding: {@code $VARIABLE} stands in the place of each. */
    public String redacted(String text) {
        return replaced(text, part -> withoutPieces(TOKEN.matcher(part).replaceAll("$1<token>"), DecodedText::allOf));
    }

    /** Removes all secrets from a text of the suite's own, so that a shell makes the same text again. */
    String asShellText(String text) {
        return replaced(text, part -> withoutPieces(part, DecodedText::escapesOf));
    }

    private String replaced(String text, UnaryOperator<String> ofParts) {
        List<String> parts = new ArrayList<>(List.of(text));
        List<String> longestFirst = variables.keySet().stream()
                .filter(text::contains)
                .sorted(Comparator.comparing(secret -> -secret.length()))
                .toList();
        for (String secret : longestFirst) {
            parts = split(parts, secret, "${" + variables.get(secret) + "}");
        }
        // Every other part is an expression already.
        StringBuilder clean = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            clean.append(i % 2 == 0 ? ofParts.apply(parts.get(i)) : parts.get(i));
        }
        return NEEDLESS_BRACES.matcher(clean).replaceAll("\\$$1");
    }

    private static List<String> split(List<String> parts, String secret, String expression) {
        List<String> more = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String part = parts.get(i);
            for (int at = i % 2 == 0 ? part.indexOf(secret) : -1; at >= 0; at = part.indexOf(secret)) {
                more.addAll(List.of(part.substring(0, at), expression));
                part = part.substring(at + secret.length());
            }
            more.add(part);
        }
        return more;
    }

    private String withoutPieces(String text, Function<String, List<DecodedText>> decoder) {
        if (text.length() < MIN_LENGTH || places.isEmpty()) {
            return text;
        }
        @Nullable Place[] found = found(text, decoder.apply(text));
        StringBuilder clean = new StringBuilder();
        for (int i = 0, end; i < found.length; i = end) {
            Place place = found[i];
            end = place == null ? i + 1 : end(text, found, i, place);
            clean.append(place == null ? text.charAt(i) : expression(place, text.substring(i, end)));
        }
        return clean.toString();
    }

    /** For each character the place in a secret that it gives away. */
    private @Nullable Place[] found(String text, List<DecodedText> spellings) {
        @Nullable Place[] found = new Place[text.length()];
        for (DecodedText decoded : spellings) {
            @Nullable Place[] held = places(decoded.text());
            for (int i = 0; i < held.length; i++) {
                Place place = held[i];
                int from = decoded.from(i);
                for (int at = from; place != null && at < decoded.to(i + MIN_LENGTH - 1); at++) {
                    found[at] = found[at] == null ? place.at(at - from, decoded != spellings.get(0)) : found[at];
                }
            }
        }
        return found;
    }

    /** Of a part of a secret: where the two begin to differ. Of what is encoded: where it ends. */
    private static int end(String text, @Nullable Place[] found, int from, Place place) {
        int end = from + 1;
        while (end < text.length() && found[end] != null && place.goesOn(text.charAt(end), found[end], end - from)) {
            end++;
        }
        return end;
    }

    /** As a shell makes it; of what is encoded, only whose it is. */
    private static String expression(Place place, String text) {
        boolean whole = !place.exact || text.length() == place.secret.length();
        return "${" + place.variable + (whole ? "" : ":" + place.offset + ":" + text.length()) + "}";
    }

    /** Looks for secrets, in whatever encoding, and returns their variables: tokens must stand there whole, credentials by half. */
    public List<String> in(String text) {
        return text.length() > MAX_REMEMBERED ? found(text) : remembered.computeIfAbsent(text, this::found);
    }

    private List<String> found(String text) {
        Set<String> found = new LinkedHashSet<>();
        for (DecodedText decoded : DecodedText.allOf(text)) {
            @Nullable Place[] held = places(decoded.text());
            int length = MIN_LENGTH;
            for (int i = 0; i < held.length; i++) {
                Place place = held[i];
                if (place != null && place.isOfCredentials() && length >= place.leak()) {
                    found.add(place.variable);
                }
                length = place != null && place.comesBefore(i + 1 < held.length ? held[i + 1] : null)
                        ? length + 1
                        : MIN_LENGTH;
            }
        }
        variables.forEach((secret, variable) -> {
            if (text.contains(secret)) {
                found.add(variable.replaceAll("\\W", ""));
            }
        });
        return List.copyOf(found);
    }

    @Override
    public String toString() {
        return "Secrets";
    }
}
