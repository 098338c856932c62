package net.ixapi.auth.contract.findings;

import java.nio.CharBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A text that another text holds in some encoding. Each character knows which characters of the original text it comes from, so that
 * those can be replaced. Not safe for use by several threads at once.
 */
final class DecodedText {
    /** URLs, quoted-printable, C and numbers; JSON; HTML. */
    private static final Pattern ESCAPE = Pattern.compile(
            "(?:[%=]|\\\\x|0x)([0-9a-f]{2})|\\\\u\\{?([0-9a-f]{4})}?"
                    + "|&#x([0-9a-f]{1,6});?|&#(\\d{1,7});?|&([a-z]{2,6});|\\\\([^ux])",
            Pattern.CASE_INSENSITIVE);

    private static final int DECIMAL = 4;
    private static final int ENTITY = 5;
    private static final int LITERAL = 6;
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "plus", "+", "sol", "/", "equals", "=");
    /** What the escapes of one language begin with: what looks like an escape of another language may belong to the secret. */
    private static final List<BitSet> LANGUAGES =
            Stream.of("&", "%=", "\\", "0").map(DecodedText::set).toList();

    private static final BitSet ANY_LANGUAGE = set("&%=\\0");
    private static final BitSet BACKSLASH = set("\\");
    /** RFC 4648, section 4; section 5 has another alphabet, which differs in the last two. */
    private static final byte[] DIGITS = new byte[128];

    static {
        Arrays.fill(DIGITS, (byte) -1);
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_";
        for (int i = 0; i < digits.length(); i++) {
            DIGITS[digits.charAt(i)] = (byte) (i < 64 ? i : i - 2);
        }
    }

    /** Escapes within escapes, and Base64 within Base64. */
    private static final int MAX_DEPTH = 4;
    /** Bytes that are not text are not decoded again, nor are a few that are text by chance: there may be many of them. */
    private static final int MIN_READABLE = 8;

    private final char[] text;
    private int length;
    /** Where in the original text each character begins, and where it ends. No decoding makes a text longer. */
    private final int[] from;

    private final int[] to;
    private @Nullable BitSet escapes;

    private DecodedText(int capacity) {
        this.text = new char[capacity];
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

    private static BitSet set(String characters) {
        return characters.chars().collect(BitSet::new, BitSet::set, BitSet::or);
    }

    private void add(char c, int start, int end) {
        from[length] = start;
        to[length] = end;
        text[length++] = c;
    }

    private void collect(Set<DecodedText> all, int depth) {
        all.add(this);
        LANGUAGES.forEach(beginnings -> all.add(unescaped(beginnings, false)));
        // Of JSON, some write only the slash otherwise, and a backslash as it is.
        all.add(unescaped(BACKSLASH, true));
        DecodedText plain = this;
        for (int i = 1; i < MAX_DEPTH; i++) {
            plain = plain.unescaped(ANY_LANGUAGE, false);
            all.add(plain);
        }
        if (depth < MAX_DEPTH) {
            // What looks like an escape may belong to the secret, such as =1b.
            Stream.of(this, plain).distinct().forEach(any -> all.add(any.withoutSeparators()));
            plain.collectBytes(c -> c < DIGITS.length ? DIGITS[c] : -1, 6, 4, all, depth + 1);
            plain.collectBytes(c -> Character.digit(c, 16), 4, 2, all, depth + 1);
        }
    }

    /**
     * Adds the bytes that the digits of this text stand for, if they are text. Characters whose digit is negative are passed over. Nothing
     * says with which digit the first byte begins, so each of the first ones is tried.
     */
    private void collectBytes(
            IntUnaryOperator digitOf, int bitsOfADigit, int beginnings, Set<DecodedText> all, int depth) {
        DecodedText digits = only(c -> digitOf.applyAsInt(c) >= 0);
        for (int first = 0; first < beginnings; first++) {
            DecodedText bytes = new DecodedText(digits.length);
            int bits = 0;
            int count = 0;
            for (int i = first; i < digits.length; i++) {
                bits = bits << bitsOfADigit | digitOf.applyAsInt(digits.text[i]);
                count += bitsOfADigit;
                if (count >= Byte.SIZE) {
                    count -= Byte.SIZE;
                    bytes.add((char) (bits >> count & 0xFF), digits.from[i - 1], digits.to[i]);
                }
            }
            DecodedText readable = bytes.readable();
            if (readable.length > 0) {
                all.add(bytes);
                readable.collect(all, depth);
            }
        }
    }

    /** The runs of printable characters. */
    private DecodedText readable() {
        DecodedText readable = new DecodedText(length);
        for (int start = 0, end = 0; end <= length; end++) {
            if (end == length || !isPrintable(text[end])) {
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

    /** Letters and digits alone. */
    DecodedText withoutSeparators() {
        return only(Character::isLetterOrDigit);
    }

    /** The characters of a kind; this text where all are. */
    private DecodedText only(IntPredicate kind) {
        DecodedText other = new DecodedText(length);
        for (int i = 0; i < length; i++) {
            if (kind.test(text[i])) {
                other.add(text[i], from[i], to[i]);
            }
        }
        return other.length == length ? this : other;
    }

    /** With what escapes with such a beginning stand for; this text where there are none. */
    private DecodedText unescaped(BitSet beginnings, boolean onlySlashes) {
        DecodedText other = this;
        Matcher match = ESCAPE.matcher(CharBuffer.wrap(text, 0, length));
        int next = 0;
        for (int i = escapes().nextSetBit(0); i >= 0; i = escapes().nextSetBit(Math.max(next, i + 1))) {
            boolean begins = beginnings.get(text[i]) && (!onlySlashes || i + 1 < length && text[i + 1] == '/');
            if (begins && match.region(i, length).lookingAt()) {
                other = other == this ? new DecodedText(length) : other;
                copy(next, i, other);
                next = match.end();
                for (char c : unescaped(match).toCharArray()) {
                    other.add(c, from[i], to[next - 1]);
                }
            }
        }
        if (other != this) {
            copy(next, length, other);
        }
        return other;
    }

    /** The few places where there may be any: the pattern takes many times as long to find none. */
    private BitSet escapes() {
        if (escapes == null) {
            escapes = new BitSet();
            for (int i = 0; i < length; i++) {
                if (ANY_LANGUAGE.get(text[i])) {
                    escapes.set(i);
                }
            }
        }
        return escapes;
    }

    private void copy(int start, int end, DecodedText target) {
        int count = end - start;
        System.arraycopy(text, start, target.text, target.length, count);
        System.arraycopy(from, start, target.from, target.length, count);
        System.arraycopy(to, start, target.to, target.length, count);
        target.length += count;
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
        return new String(text, 0, length);
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
