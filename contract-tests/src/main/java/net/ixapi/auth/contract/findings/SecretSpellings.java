package net.ixapi.auth.contract.findings;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Knows the ways in which a server may write the secrets of a run, and finds parts of them in texts. Not safe for use by several
 * threads at once.
 */
final class SecretSpellings {
    /** Shorter texts stand everywhere by chance. */
    static final int MIN_LENGTH = 8;
    /** 31 to the power of that, by which the hash of a string grows with its first character. */
    private static final int POWER = (int) 852_891_037_441L;

    private static final int UNUSED_BITS = 12;

    /** A server may issue tokens of any length; parts of a longer one are found if they begin before this place. */
    private static final int MAX_INDEXED = 8_192;

    /** By chance no text has so much of a secret. */
    private static final int MIN_LEAK = 16;

    /** Where each so many characters in a row stand in secrets, by the hash of these characters. */
    private final Map<Integer, Place> places = new HashMap<>();

    /** A few bits of these hashes, so that most places of a text cost next to nothing. */
    private final BitSet known = new BitSet();

    /** A way to write a secret, in small letters: as it is, or encoded. */
    private record Spelling(char[] text, String variable, boolean exact) {}

    /** In a list: the other place has characters of the same hash. */
    private record Place(
            Spelling spelling, int offset, @Nullable Place other) {
        /** How many characters are the same in a text from some place on. */
        int common(char[] text, int start) {
            int max = Math.min(text.length - start, spelling.text.length - offset);
            int length = Arrays.mismatch(text, start, start + max, spelling.text, offset, offset + max);
            return length < 0 ? max : length;
        }
    }

    /**
     * A part of a secret that stands in a text, as it is or encoded.
     *
     * @param from the place in the text where it begins
     * @param to the place after its end
     */
    record Part(Place place, int length, int from, int to, boolean encoded) {
        boolean isWhole() {
            return length == place.spelling.text.length;
        }

        String variable() {
            return place.spelling.variable;
        }

        /** What a shell expands to the same text. For another spelling or encoding it is only the variable of the secret. */
        String expansion() {
            return encoded || isWhole() || !place.spelling.exact
                    ? variable()
                    : variable() + ":" + place.offset + ":" + length;
        }

        /** Most of a token must stand there. Of a credential half will do, or less that is no row of zeros. */
        boolean isLeak() {
            int whole = place.spelling.text.length;
            IntStream part =
                    CharBuffer.wrap(place.spelling.text, place.offset, length).chars();
            return isOfCredentials(variable())
                    ? length >= Math.min(whole, Math.max(MIN_LEAK, whole / 2))
                            || length >= MIN_LEAK && part.distinct().count() >= MIN_LENGTH
                    : !encoded && length >= whole * 3 / 4;
        }
    }

    private static boolean isOfCredentials(String variable) {
        return variable.startsWith("IX_API_");
    }

    /** Adds a secret as it is, as JSON, in the wrong charset, and without its punctuation; of a credential more. */
    void add(String value, String variable) {
        Set<String> spellings = new LinkedHashSet<>(List.of(
                value,
                new String(JsonStringEncoder.getInstance().quoteAsString(value)),
                new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1),
                DecodedText.plain(value).withoutSeparators().text()));
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
        int end = Math.min(spelling.text.length, MAX_INDEXED + MIN_LENGTH);
        int hash = 0;
        for (int i = 1 - MIN_LENGTH; i <= end - MIN_LENGTH; i++) {
            hash = next(hash, spelling.text, i);
            if (i < 0) {
                continue;
            }
            known.set(hash >>> UNUSED_BITS);
            Place same = places.get(hash);
            // One place of a secret that repeats itself: else a long one would take minutes to look for.
            if (same == null || same.spelling != spelling) {
                places.put(hash, new Place(spelling, i, same));
            }
        }
    }

    /** What {@code String.hashCode()} is of the characters from a place on, by that of the place before, without making strings. */
    private static int next(int hash, char[] text, int start) {
        return 31 * hash + text[start + MIN_LENGTH - 1] - (start > 0 ? POWER * text[start - 1] : 0);
    }

    /** Each character for itself, so that none becomes longer. */
    private static char[] small(String text) {
        char[] small = text.toCharArray();
        for (int i = 0; i < small.length; i++) {
            small[i] = Character.toLowerCase(small[i]);
        }
        return small;
    }

    /** The parts of secrets in a text, those that stand there as they are before those that are encoded. */
    List<Part> in(String text, boolean onlyEscapes) {
        List<Part> parts = new ArrayList<>();
        if (!places.isEmpty()) {
            DecodedText.of(text, onlyEscapes).forEach(decoded -> search(decoded, text, parts));
        }
        return parts;
    }

    /** The parts of secrets that are not encoded. */
    List<Part> asItIs(String text) {
        List<Part> parts = new ArrayList<>();
        if (!places.isEmpty()) {
            search(DecodedText.plain(text), text, parts);
        }
        return parts;
    }

    /** Adds the parts of secrets in their order, each as long as can be. */
    private void search(DecodedText decoded, String original, List<Part> parts) {
        String text = decoded.text();
        boolean encoded = !text.equals(original);
        char[] small = small(text);
        int hash = 0;
        int free = 0;
        for (int end = 1; end <= small.length; end++) {
            int start = end - MIN_LENGTH;
            hash = next(hash, small, start);
            boolean possible = start >= free && known.get(hash >>> UNUSED_BITS);
            Part longest = null;
            for (Place place = possible ? places.get(hash) : null; place != null; place = place.other) {
                int length = place.common(small, start);
                if (length >= MIN_LENGTH && (longest == null || length >= longest.length)) {
                    longest = new Part(place, length, decoded.from(start), decoded.to(start + length - 1), encoded);
                }
            }
            if (longest != null) {
                parts.add(longest);
                free = start + longest.length;
            }
        }
    }
}
