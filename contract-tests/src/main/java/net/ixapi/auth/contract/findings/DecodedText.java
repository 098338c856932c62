package net.ixapi.auth.contract.findings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A text that another text holds in some encoding. Immutable. */
final class DecodedText {
    /** URLs, quoted-printable, C and numbers; JSON; HTML. */
    private static final String ESCAPE = "(?:[%=]|\\\\x|0x)([0-9a-f]{2})|\\\\u\\{?([0-9a-f]{4})}?"
            + "|&#x([0-9a-f]{1,6});?|&#(\\d{1,7});?|&([a-z]{2,6});|\\\\([^ux])";

    private static final int DECIMAL = 4;
    private static final int ENTITY = 5;
    private static final int LITERAL = 6;
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "plus", "+", "sol", "/", "equals", "=");
    /** The escapes of one language: what looks like an escape of another language may belong to the secret. */
    private static final Set<Pattern> LANGUAGES = Set.of(escapes("&"), escapes("%="), escapes("\\\\"), escapes("0"));

    private static final Pattern ANY_LANGUAGE = escapes("&%=\\\\0");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]++");
    /** RFC 4648, section 4; section 5 has another alphabet, which differs in the last two. */
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    /** Escapes within escapes, and Base64 within Base64. */
    private static final int MAX_DEPTH = 4;
    /** Bytes that are no text are not decoded again. */
    private static final Pattern TEXT = Pattern.compile("[ -~]{8}");

    /** A character, and the place in the original text that it comes from, so that this can be replaced. */
    record Letter(char value, int from, int to) {}

    private final List<Letter> letters;
    private final String text;

    private DecodedText(List<Letter> letters) {
        this.letters = letters;
        StringBuilder characters = new StringBuilder();
        letters.forEach(letter -> characters.append(letter.value));
        this.text = characters.toString();
    }

    /** The text as it is, which comes first, and everything that it may stand for, or only what it is without its escapes. */
    static Set<DecodedText> of(String original, boolean onlyEscapes) {
        Set<DecodedText> all = new LinkedHashSet<>();
        new DecodedText(IntStream.range(0, original.length())
                        .mapToObj(i -> new Letter(original.charAt(i), i, i + 1))
                        .toList())
                .collect(all, onlyEscapes ? MAX_DEPTH : 1);
        return all;
    }

    private static Pattern escapes(String firstCharacters) {
        return Pattern.compile("(?=[" + firstCharacters + "])(?:" + ESCAPE + ")", Pattern.CASE_INSENSITIVE);
    }

    private void collect(Set<DecodedText> all, int depth) {
        all.add(this);
        LANGUAGES.forEach(language -> all.add(replaced(language, DecodedText::unescaped)));
        DecodedText plain = this;
        for (int i = 1; i < MAX_DEPTH; i++) {
            plain = plain.replaced(ANY_LANGUAGE, DecodedText::unescaped);
            all.add(plain);
        }
        if (depth < MAX_DEPTH) {
            all.add(plain.replaced(SEPARATORS, separators -> ""));
            for (int skipped = 0; skipped < 4; skipped++) {
                plain.bytes(c -> BASE64.indexOf(c == '-' ? '+' : c == '_' ? '/' : c), 6, skipped)
                        .collectText(all, depth + 1);
            }
            for (int skipped = 0; skipped < 2; skipped++) {
                plain.bytes(c -> Character.digit(c, 16), 4, skipped).collectText(all, depth + 1);
            }
        }
    }

    private void collectText(Set<DecodedText> all, int depth) {
        if (TEXT.matcher(text).find()) {
            collect(all, depth);
        }
    }

    /** With something else in the place of each match; this text where nothing matches. */
    private DecodedText replaced(Pattern pattern, Function<MatchResult, String> replacement) {
        List<Letter> other = new ArrayList<>();
        int next = 0;
        for (MatchResult match : pattern.matcher(text).results().toList()) {
            other.addAll(letters.subList(next, match.start()));
            int from = letters.get(match.start()).from;
            next = match.end();
            int to = letters.get(next - 1).to;
            replacement.apply(match).chars().forEach(c -> other.add(new Letter((char) c, from, to)));
        }
        other.addAll(letters.subList(next, letters.size()));
        return next == 0 ? this : new DecodedText(other);
    }

    /** The escape itself where it stands for nothing. */
    private static String unescaped(MatchResult escape) {
        for (int group = 1; group <= DECIMAL; group++) {
            if (escape.group(group) != null) {
                int code = Integer.parseInt(escape.group(group), group == DECIMAL ? 10 : 16);
                return Character.isValidCodePoint(code) ? Character.toString(code) : escape.group();
            }
        }
        String literal = escape.group(LITERAL);
        return literal != null ? literal : ENTITIES.getOrDefault(escape.group(ENTITY), escape.group());
    }

    /** The bytes that digits stand for, without the first ones. A character of which the digit is negative stands between digits. */
    private DecodedText bytes(IntUnaryOperator digitOf, int bitsOfADigit, int skipped) {
        List<Letter> digits = letters.stream()
                .filter(letter -> digitOf.applyAsInt(letter.value) >= 0)
                .skip(skipped)
                .toList();
        List<Letter> bytes = new ArrayList<>();
        int bits = 0;
        for (int i = 0; i < digits.size(); i++) {
            bits = bits << bitsOfADigit | digitOf.applyAsInt(digits.get(i).value);
            int left = (i + 1) * bitsOfADigit % Byte.SIZE;
            if (left < bitsOfADigit) {
                bytes.add(new Letter((char) (bits >> left & 0xFF), digits.get(i - 1).from, digits.get(i).to));
            }
        }
        return new DecodedText(bytes);
    }

    List<Letter> letters() {
        return letters;
    }

    String text() {
        return text;
    }
}
