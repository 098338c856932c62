package net.ixapi.auth.contract.findings;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A text that another text holds in some encoding. Each character knows which characters of the original text it comes from, so that
 * those can be replaced. Not safe for use by several threads at once.
 */
final class DecodedText {
    /** URLs, quoted-printable, C and numbers; JSON; HTML. */
    private static final String ESCAPE = "(?:[%=]|\\\\x|0x)([0-9a-f]{2})|\\\\u\\{?([0-9a-f]{4})}?"
            + "|&#x([0-9a-f]{1,6});?|&#(\\d{1,7});?|&([a-z]{2,6});|\\\\([^ux])";

    private static final int DECIMAL = 4;
    private static final int ENTITY = 5;
    private static final int LITERAL = 6;
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "plus", "+", "sol", "/", "equals", "=");
    /**
     * The escapes of one language: what looks like an escape of another language may belong to the secret. Of JSON, some write only
     * the slash otherwise, and a backslash as it is.
     */
    private static final List<Pattern> LANGUAGES =
            List.of(escapes("&"), escapes("[%=]"), escapes("\\\\"), escapes("\\\\/"), escapes("0"));

    private static final Pattern ANY_LANGUAGE = escapes("[&%=\\\\0]");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]++");
    /** RFC 4648, section 4; section 5 has another alphabet, which differs in the last two. */
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    /** Escapes within escapes, and Base64 within Base64. */
    private static final int MAX_DEPTH = 4;
    /** Bytes that are not text are not decoded again, nor are a few that are text by chance: there may be many of them. */
    private static final int MIN_READABLE = 8;

    private final StringBuilder text = new StringBuilder();
    /** Where in the original text each character begins, and where it ends. No decoding makes a text longer. */
    private final int[] from;

    private final int[] to;

    private DecodedText(int capacity) {
        this.from = new int[capacity];
        this.to = new int[capacity];
    }

    /** The text as it is, which comes first, and everything that it may stand for, or only what it is without its escapes. */
    static Set<DecodedText> of(String original, boolean onlyEscapes) {
        Set<DecodedText> all = new LinkedHashSet<>();
        plain(original).collect(all, onlyEscapes ? MAX_DEPTH : 1);
        return all;
    }

    /** The text as it is. */
    static DecodedText plain(String original) {
        DecodedText plain = new DecodedText(original.length());
        for (int i = 0; i < original.length(); i++) {
            plain.add(original.charAt(i), i, i + 1);
        }
        return plain;
    }

    private void add(char c, int start, int end) {
        from[text.length()] = start;
        to[text.length()] = end;
        text.append(c);
    }

    private static Pattern escapes(String beginning) {
        return Pattern.compile("(?=" + beginning + ")(?:" + ESCAPE + ")", Pattern.CASE_INSENSITIVE);
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
            // What looks like an escape may belong to the secret, such as =1b.
            Stream.of(this, plain).distinct().forEach(any -> all.add(any.replaced(SEPARATORS, separators -> "")));
            plain.collectBytes(c -> BASE64.indexOf(c == '-' ? '+' : c == '_' ? '/' : c), 6, 4, all, depth + 1);
            plain.collectBytes(c -> Character.digit(c, 16), 4, 2, all, depth + 1);
        }
    }

    /**
     * Adds the bytes that the digits of this text stand for, if they are text. Characters whose digit is negative are passed over. Nothing
     * says with which digit the first byte begins, so each of the first ones is tried.
     */
    private void collectBytes(
            IntUnaryOperator digitOf, int bitsOfADigit, int beginnings, Set<DecodedText> all, int depth) {
        int[] digits = IntStream.range(0, text.length())
                .filter(i -> digitOf.applyAsInt(text.charAt(i)) >= 0)
                .toArray();
        int[] values = IntStream.of(digits)
                .map(i -> digitOf.applyAsInt(text.charAt(i)))
                .toArray();
        for (int first = 0; first < beginnings; first++) {
            DecodedText bytes = new DecodedText(digits.length);
            int bits = 0;
            int count = 0;
            for (int i = first; i < digits.length; i++) {
                bits = bits << bitsOfADigit | values[i];
                count += bitsOfADigit;
                if (count >= Byte.SIZE) {
                    count -= Byte.SIZE;
                    bytes.add((char) (bits >> count & 0xFF), from[digits[i - 1]], to[digits[i]]);
                }
            }
            DecodedText readable = bytes.readable();
            if (!readable.text.isEmpty()) {
                all.add(bytes);
                readable.collect(all, depth);
            }
        }
    }

    /** The runs of printable characters. By a loop, since a pattern takes half as much time more. */
    private DecodedText readable() {
        DecodedText readable = new DecodedText(text.length());
        for (int start = 0, end = 0; end <= text.length(); end++) {
            if (end == text.length() || !isPrintable(text.charAt(end))) {
                if (end - start >= MIN_READABLE) {
                    copy(start, end, readable);
                }
                start = end + 1;
            }
        }
        return readable;
    }

    private static boolean isPrintable(char c) {
        return c >= ' ' && c <= '~' || c >= '\t' && c <= '\r';
    }

    /** With something else in the place of each match; this text where nothing matches. */
    private DecodedText replaced(Pattern pattern, Function<MatchResult, String> replacement) {
        DecodedText other = new DecodedText(text.length());
        int next = 0;
        Matcher match = pattern.matcher(text);
        while (match.find()) {
            copy(next, match.start(), other);
            next = match.end();
            for (char c : replacement.apply(match).toCharArray()) {
                other.add(c, from[match.start()], to[next - 1]);
            }
        }
        copy(next, text.length(), other);
        return next == 0 ? this : other;
    }

    private void copy(int start, int end, DecodedText target) {
        for (int i = start; i < end; i++) {
            target.add(text.charAt(i), from[i], to[i]);
        }
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

    String text() {
        return text.toString();
    }

    /** Where in the original text a character begins. */
    int from(int place) {
        return from[place];
    }

    /** Where in the original text a character ends. */
    int to(int place) {
        return to[place];
    }
}
