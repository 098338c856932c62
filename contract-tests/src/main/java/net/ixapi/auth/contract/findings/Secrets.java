package net.ixapi.auth.contract.findings;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URI;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Knows the secrets of a run, and writes shell expressions in their places: in the place of a whole secret the name of its
 * variable, in the place of a part of it such as {@code ${IX_API_SECRET:0:85}}. Of no secret, in whatever encoding, are
 * {@value #MIN_LENGTH} characters in a row left. Not safe for use by several threads at once. {@code toString} prints none.
 */
public final class Secrets {
    /** Shorter texts stand everywhere by chance. */
    static final int MIN_LENGTH = 8;
    /** 31 to the power of that, by which the hash of a string grows with its first character. */
    private static final int POWER = (int) 852_891_037_441L;

    private static final int UNUSED_BITS = 12;

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
            Pattern.compile("(?<![\\w-])(?=[\\w-]++\\.)[\\w-]*?((?i:eyJ)[\\w-]{6,}+\\.[\\w.-]*+)");

    private static final List<String> VARIABLES = List.of("IX_API_SECRET", "IX_API_SECRET_2");
    private static final String NAME = "((?:IX_API|ACCESS|REFRESH)_\\w++)";
    /** A word of a sentence, with what separates it from the next. */
    private static final Pattern WORD = Pattern.compile("(?<![^ ])([a-z]++)(?:[ ,:]|$)");

    private static final Pattern NEEDLESS_BRACES = Pattern.compile("\\$\\{" + NAME + "}(?!\\w)");
    private static final Pattern REPEATED = Pattern.compile("\\$" + NAME + "(?:\\$\\1(?!\\w))+");

    /** What a shell makes a whole secret of, as it is and in another case. */
    private final Map<String, String> expansions = new HashMap<>();
    /** Where each so many characters in a row stand in secrets, by the hash of these characters. */
    private final Map<Integer, List<Place>> places = new HashMap<>();

    /** A few bits of these hashes, so that most places of a text cost next to nothing. */
    private final BitSet known = new BitSet();

    private final Map<String, List<String>> remembered = new HashMap<>();
    /** What is no secret. Matches no text as long as there is nothing. */
    private Pattern allowed = Pattern.compile("(?!)");

    /** A way to write a secret, in small letters: as it is, or encoded. */
    private record Spelling(String text, String variable, boolean exact) {}

    private record Place(Spelling spelling, int offset) {
        /** How many characters are the same in a text from some place on. */
        int common(String text, int start) {
            int max = Math.min(text.length() - start, spelling.text.length() - offset);
            CharBuffer known = CharBuffer.wrap(spelling.text, offset, offset + max);
            int length = CharBuffer.wrap(text, start, start + max).mismatch(known);
            return length < 0 ? max : length;
        }
    }

    /** A part of a secret that stands in a text, as it is or encoded. */
    private record Part(Place place, int length, int from, int to, boolean encoded) {
        boolean isWhole() {
            return length == place.spelling.text.length();
        }

        /** Most of a token must stand there. Of a credential half will do, or less that is no row of zeros. */
        boolean isLeak() {
            String whole = place.spelling.text;
            String part = whole.substring(place.offset, place.offset + length);
            return isOfCredentials(place.spelling.variable)
                    ? length >= Math.min(whole.length(), Math.max(MIN_LEAK, whole.length() / 2))
                            || length >= MIN_LEAK && part.chars().distinct().count() >= MIN_LENGTH
                    : !encoded && length >= whole.length() * 3 / 4;
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
        if (isOfCredentials(variable)) {
            spellings.add(new StringBuilder(value).reverse().toString());
        }
        spellings.forEach(text -> index(new Spelling(small(text), variable, text.equals(value))));
    }

    private void index(Spelling spelling) {
        int last = Math.min(spelling.text.length() - MIN_LENGTH, MAX_INDEXED);
        for (int i = 0; i <= last; i++) {
            int hash = spelling.text.substring(i, i + MIN_LENGTH).hashCode();
            known.set(hash >>> UNUSED_BITS);
            List<Place> same = places.computeIfAbsent(hash, characters -> new ArrayList<>(1));
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

    /** The parts of secrets in a text, those that stand there as they are before those that are encoded. */
    private List<Part> parts(String text, boolean onlyEscapes) {
        List<Part> parts = new ArrayList<>();
        if (!places.isEmpty()) {
            DecodedText.of(text, onlyEscapes).forEach(decoded -> search(decoded, text, parts));
        }
        return parts;
    }

    /** Adds the parts of secrets in their order, each as long as can be. */
    private void search(DecodedText decoded, String original, List<Part> parts) {
        String text = decoded.text();
        boolean encoded = !text.equals(original);
        String small = small(text);
        int hash = 0;
        int free = 0;
        for (int end = 1; end <= small.length(); end++) {
            int start = end - MIN_LENGTH;
            // What String.hashCode() is of the last characters, without making a string of them.
            hash = 31 * hash + small.charAt(end - 1) - (start > 0 ? POWER * small.charAt(start - 1) : 0);
            boolean possible = start >= free && known.get(hash >>> UNUSED_BITS);
            Part longest = null;
            for (Place place : possible ? places.getOrDefault(hash, List.of()) : List.<Place>of()) {
                int length = place.common(small, start);
                if (length >= MIN_LENGTH && (longest == null || length > longest.length)) {
                    longest = new Part(place, length, decoded.from(start), decoded.to(start + length - 1), encoded);
                }
            }
            if (longest != null) {
                parts.add(longest);
                free = start + longest.length;
            }
        }
    }

    /**
     * Tells of what is no secret, even if it has something in common with one.
     *
     * @param baseUri the address that the user gave
     * @param names those of properties: like the variables, they are made of the words of a secret of the document's example
     */
    public void allow(URI baseUri, Set<String> names) {
        String authority = baseUri.getRawAuthority();
        Stream<String> known = Stream.of(authority + baseUri.getRawPath(), authority);
        Stream<String> words = Stream.concat(names.stream(), VARIABLES.stream())
                .map(name -> "(?<!\\w)" + Pattern.quote(name) + "(?!\\w)");
        allowed =
                Pattern.compile(Stream.concat(known.map(Pattern::quote), words).collect(Collectors.joining("|")));
    }

    /** Removes all secrets, in whatever encoding: {@code $VARIABLE} stands in the place of each. */
    public String redacted(String text) {
        return redacted(text, Set.of());
    }

    /**
     * The same of a text of the suite's own that says what a server sent.
     *
     * @param words those that stand in each report: a secret that people made up may hold some of them
     */
    public String redacted(String text, Set<String> words) {
        List<Part> parts = parts(text, false);
        @Nullable String[] replacements = replacements(text, words);
        parts.stream()
                .filter(part -> !part.encoded && part.isWhole())
                .forEach(part -> replace(part, text, replacements));
        TOKEN.matcher(text).results().forEach(token -> replace(token.start(1), token.end(1), "<token>", replacements));
        return REPEATED.matcher(replaced(text, parts, replacements)).replaceAll("\\$$1");
    }

    /** Removes all secrets from a text of the suite's own, so that a shell makes the same text again. */
    String asShellText(String text) {
        return replaced(text, parts(text, true), replacements(text, Set.of()));
    }

    private @Nullable String[] replacements(String text, Set<String> words) {
        @Nullable String[] replacements = new String[text.length()];
        Stream<MatchResult> known = WORD.matcher(text).results().filter(word -> words.contains(word.group(1)));
        Stream.concat(allowed.matcher(text).results(), known)
                .flatMapToInt(found -> IntStream.range(found.start(), found.end()))
                .forEach(i -> replacements[i] = text.substring(i, i + 1));
        return replacements;
    }

    private String replaced(String text, List<Part> parts, @Nullable String[] replacements) {
        parts.forEach(part -> replace(part, text, replacements));
        StringBuilder clean = new StringBuilder();
        for (int i = 0; i < replacements.length; i++) {
            clean.append(replacements[i] == null ? text.charAt(i) : replacements[i]);
        }
        return NEEDLESS_BRACES.matcher(clean).replaceAll("\\$$1");
    }

    /** By what a shell makes the same of; of another spelling or encoding, only by whose it is. */
    private void replace(Part part, String text, @Nullable String[] replacements) {
        boolean cut = !part.encoded && !part.isWhole() && part.place.spelling.exact;
        String known = part.place.spelling.variable + (cut ? ":" + part.place.offset + ":" + part.length : "");
        String expansion = expansions.getOrDefault(text.substring(part.from, part.to), known);
        replace(part.from, part.to, "${" + expansion + "}", replacements);
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

    /** Looks for secrets, in whatever encoding, and returns their variables: most of a token must stand there, or a part of a credential. */
    public List<String> in(String text) {
        return text.length() > MAX_REMEMBERED ? found(text) : remembered.computeIfAbsent(text, this::found);
    }

    private List<String> found(String text) {
        return parts(allowed.matcher(text).replaceAll(" "), false).stream()
                .filter(Part::isLeak)
                .map(part -> part.place.spelling.variable)
                .distinct()
                .toList();
    }

    @Override
    public String toString() {
        return "Secrets";
    }
}
