package net.ixapi.auth.contract.findings;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    /** A server may issue tokens of any length; parts of a longer one are found if they begin before this place. */
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
            Pattern.compile("(?<![\\w-])(?=[\\w-]++\\.)[\\w-]*?((?i:eyJ)[\\w-]{6,}+(?:\\.[\\w-]*+)+)");

    private static final String NAME = "((?:IX_API|ACCESS|REFRESH)_\\w++)";
    private static final Pattern NEEDLESS_BRACES = Pattern.compile("\\$\\{" + NAME + "}(?!\\w)");
    private static final Pattern REPEATED = Pattern.compile("\\$" + NAME + "(?:\\$\\1(?!\\w))+");

    /** What a shell makes a whole secret of, as it is and in another case. */
    private final Map<String, String> expansions = new HashMap<>();
    /** Where each so many characters in a row stand in secrets. */
    private final Map<String, List<Place>> places = new HashMap<>();

    private final Map<String, List<String>> remembered = new HashMap<>();

    /** A way to write a secret, in small letters: as it is, or encoded. */
    private record Spelling(String text, String variable, boolean exact) {}

    private record Place(Spelling spelling, int offset) {}

    /** A part of a secret that stands in a text. */
    private record Part(Place place, int start, int length) {
        int end() {
            return start + length;
        }

        boolean isWhole() {
            return length == place.spelling.text.length();
        }

        /** A token must stand there whole, and a credential by half. */
        boolean isLeak(boolean decoded) {
            int whole = place.spelling.text.length();
            return isOfCredentials(place.spelling.variable)
                    ? length >= Math.min(whole, Math.max(MIN_LEAK, whole / 2))
                    : !decoded && isWhole();
        }
    }

    private static boolean isOfCredentials(String variable) {
        return variable.startsWith("IX_API_");
    }

    /**
     * Tells of a secret. It is not looked for in texts that came before.
     *
     * @param value the secret
     * @param variable the shell variable that stands for it, without its dollar
     */
    public void add(String value, String variable) {
        if (value.length() < MIN_LENGTH || expansions.putIfAbsent(value, variable) != null) {
            return;
        }
        expansions.putIfAbsent(value.toUpperCase(Locale.ROOT), variable + "^^");
        expansions.putIfAbsent(value.toLowerCase(Locale.ROOT), variable + ",,");
        Set<String> spellings = new LinkedHashSet<>(List.of(
                value,
                new String(JsonStringEncoder.getInstance().quoteAsString(value)),
                new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
                value.replaceAll("[^\\p{L}\\p{N}]", "")));
        for (int before = 0; before < 3 && isOfCredentials(variable); before++) {
            // Where a server writes it in small letters, it cannot be decoded.
            byte[] bytes = ("x".repeat(before) + value).getBytes(StandardCharsets.UTF_8);
            String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
            spellings.add(base64.substring(before == 0 ? 0 : before + 1, base64.length() - 1));
        }
        spellings.forEach(text -> index(new Spelling(small(text), variable, text.equals(value))));
    }

    private void index(Spelling spelling) {
        int last = Math.min(spelling.text.length() - MIN_LENGTH, MAX_INDEXED);
        for (int i = 0; i <= last; i++) {
            List<Place> same = places.computeIfAbsent(
                    spelling.text.substring(i, i + MIN_LENGTH), characters -> new ArrayList<>(1));
            // One place of a secret that repeats itself: else a long one would take minutes to look for.
            if (same.isEmpty() || same.get(same.size() - 1).spelling != spelling) {
                same.add(new Place(spelling, i));
            }
        }
    }

    /** Only this character would become longer. */
    private static String small(String text) {
        return text.replace('\u0130', 'i').toLowerCase(Locale.ROOT);
    }

    /** The parts of secrets in a text, in their order, each as long as can be. */
    private List<Part> parts(String text) {
        String small = small(text);
        List<Part> parts = new ArrayList<>();
        for (int start = 0; start <= small.length() - MIN_LENGTH; ) {
            Part longest = null;
            for (Place place : places.getOrDefault(small.substring(start, start + MIN_LENGTH), List.of())) {
                int length = common(small, start, place.spelling.text, place.offset);
                longest = longest == null || length > longest.length ? new Part(place, start, length) : longest;
            }
            if (longest != null) {
                parts.add(longest);
            }
            start += longest == null ? 1 : longest.length;
        }
        return parts;
    }

    private static int common(String text, int start, String other, int otherStart) {
        int max = Math.min(text.length() - start, other.length() - otherStart);
        int length = MIN_LENGTH;
        while (length < max && text.charAt(start + length) == other.charAt(otherStart + length)) {
            length++;
        }
        return length;
    }

    /** Removes all secrets, in whatever encoding: {@code $VARIABLE} stands in the place of each. */
    public String redacted(String text) {
        @Nullable String[] replacements = new String[text.length()];
        parts(text).stream().filter(Part::isWhole).forEach(part -> replace(part, text, replacements));
        TOKEN.matcher(text).results().forEach(token -> replace(token.start(1), token.end(1), "<token>", replacements));
        return REPEATED.matcher(redacted(text, replacements, false)).replaceAll("\\$$1");
    }

    /** Removes all secrets from a text of the suite's own, so that a shell makes the same text again. */
    String asShellText(String text) {
        return redacted(text, new String[text.length()], true);
    }

    private String redacted(String text, @Nullable String[] replacements, boolean onlyEscapes) {
        parts(text).forEach(part -> replace(part, text, replacements));
        for (DecodedText decoded : decoded(text, onlyEscapes)) {
            for (Part part : parts(decoded.text())) {
                int to = decoded.to(part.end() - 1);
                replace(decoded.from(part.start), to, "${" + part.place.spelling.variable + "}", replacements);
            }
        }
        StringBuilder clean = new StringBuilder();
        for (int i = 0; i < replacements.length; i++) {
            clean.append(replacements[i] == null ? text.charAt(i) : replacements[i]);
        }
        return NEEDLESS_BRACES.matcher(clean).replaceAll("\\$$1");
    }

    private Set<DecodedText> decoded(String text, boolean onlyEscapes) {
        return places.isEmpty() ? Set.of() : DecodedText.of(text, onlyEscapes);
    }

    /** By what a shell makes the same of; of another spelling, only by whose it is. */
    private void replace(Part part, String text, @Nullable String[] replacements) {
        Spelling spelling = part.place.spelling;
        String known = spelling.variable
                + (part.isWhole() || !spelling.exact ? "" : ":" + part.place.offset + ":" + part.length);
        String expansion = expansions.getOrDefault(text.substring(part.start, part.end()), known);
        replace(part.start, part.end(), "${" + expansion + "}", replacements);
    }

    /** What is replaced already stays so. */
    private static void replace(int from, int to, String replacement, @Nullable String[] replacements) {
        String next = replacement;
        for (int i = from; i < to; i++) {
            if (replacements[i] == null) {
                replacements[i] = next;
                next = "";
            }
        }
    }

    /** Looks for secrets, in whatever encoding, and returns their variables: tokens must stand there whole, credentials by half. */
    public List<String> in(String text) {
        return text.length() > MAX_REMEMBERED ? found(text) : remembered.computeIfAbsent(text, this::found);
    }

    private List<String> found(String text) {
        Set<String> found = new LinkedHashSet<>();
        for (DecodedText decoded : decoded(text, false)) {
            parts(decoded.text()).stream()
                    .filter(part -> part.isLeak(!decoded.text().equals(text)))
                    .forEach(part -> found.add(part.place.spelling.variable));
        }
        return List.copyOf(found);
    }

    @Override
    public String toString() {
        return "Secrets";
    }
}
