package net.ixapi.auth.contract.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A text that another text holds in some encoding. Each character knows which characters of the original text it comes from, so
 * that those can be replaced. Not safe for use by several threads at once.
 */
final class DecodedText {
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    /** What each character of Base64 stands for, of both alphabets (RFC 4648, sections 4 and 5); -1 for any other. */
    private static final int[] VALUES = IntStream.range(0, 128)
            .map(c -> BASE64.indexOf(c == '-' ? '+' : c == '_' ? '/' : c))
            .toArray();
    /** URLs and quoted-printable, JSON, C, numbers, HTML. */
    private static final Pattern ESCAPE = Pattern.compile(
            "[%=]([0-9a-f]{2})|\\\\u\\{?([0-9a-f]{4})}?|\\\\x([0-9a-f]{2})|0x([0-9a-f]{2})"
                    + "|&#x([0-9a-f]{1,6});?|&#(\\d{1,7});?|&([a-z]{2,6});|\\\\([^ux])",
            Pattern.CASE_INSENSITIVE);

    /** What escapes begin with, by the language that they belong to; each language is decoded alone too. */
    private static final List<String> LANGUAGES = List.of("&", "%=", "\\", "0");

    private static final int DECIMAL = 6;
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "plus", "+", "sol", "/", "equals", "=");
    /** Escapes within escapes, and Base64 within Base64. */
    private static final int MAX_DEPTH = 3;
    /** Bytes that are no text are not decoded again. */
    private static final Pattern TEXT = Pattern.compile("[ -~]{8}");

    private final StringBuilder text = new StringBuilder();
    /** Where in the original text each character begins, and where it ends. No decoding makes a text longer. */
    private final int[] from;

    private final int[] to;

    private DecodedText(int capacity) {
        this.from = new int[capacity];
        this.to = new int[capacity];
    }

    /** The text as it is, and everything that it may stand for. */
    static List<DecodedText> allOf(String original) {
        List<DecodedText> all = new ArrayList<>();
        of(original).collect(all, 1);
        return all;
    }

    /** The text as it is, and without its escapes. */
    static List<DecodedText> escapesOf(String original) {
        List<DecodedText> all = new ArrayList<>();
        of(original).collectEscapes(all);
        return all;
    }

    private static DecodedText of(String original) {
        DecodedText plain = new DecodedText(original.length());
        for (int i = 0; i < original.length(); i++) {
            plain.add(original.charAt(i), i, i + 1);
        }
        return plain;
    }

    /** Each language alone too: what looks like an escape of another one may belong to the secret. */
    private DecodedText collectEscapes(List<DecodedText> all) {
        all.add(this);
        for (String language : LANGUAGES) {
            DecodedText plain = unescaped(language);
            if (plain != null) {
                all.add(plain);
            }
        }
        DecodedText plain = this;
        DecodedText next = unescaped(String.join("", LANGUAGES));
        for (int i = 0; i < MAX_DEPTH && next != null; i++) {
            plain = next;
            all.add(plain);
            next = plain.unescaped(String.join("", LANGUAGES));
        }
        return plain;
    }

    private void collect(List<DecodedText> all, int depth) {
        DecodedText plain = collectEscapes(all);
        all.add(plain.only(Character::isLetterOrDigit));
        DecodedText digits = plain.only(c -> value((char) c) >= 0);
        List<DecodedText> bytes = new ArrayList<>(List.of(plain.hexadecimal(0), plain.hexadecimal(1)));
        for (int skipped = 0; skipped < 4; skipped++) {
            bytes.add(digits.base64(skipped));
        }
        for (DecodedText decoded : bytes) {
            if (depth < MAX_DEPTH && TEXT.matcher(decoded.text).find()) {
                decoded.collect(all, depth + 1);
            }
        }
    }

    private static int value(char c) {
        return c < VALUES.length ? VALUES[c] : -1;
    }

    private void add(char c, int start, int end) {
        from[text.length()] = start;
        to[text.length()] = end;
        text.append(c);
    }

    /** Without the escapes of some languages; null where there are none. */
    private @Nullable DecodedText unescaped(String languages) {
        if (text.chars().noneMatch(c -> languages.indexOf(c) >= 0)) {
            return null;
        }
        DecodedText plain = new DecodedText(text.length());
        Matcher escape = ESCAPE.matcher(text);
        int next = 0;
        while (escape.find(next)) {
            String decoded = languages.indexOf(escape.group().charAt(0)) < 0 ? "" : decoded(escape);
            int end = decoded.isEmpty() ? escape.start() + 1 : escape.end();
            copy(next, decoded.isEmpty() ? end : escape.start(), plain);
            decoded.chars().forEach(c -> plain.add((char) c, from(escape.start()), to(escape.end() - 1)));
            next = end;
        }
        copy(next, text.length(), plain);
        return plain.text.compareTo(text) == 0 ? null : plain;
    }

    /** Empty where it stands for nothing. */
    private static String decoded(Matcher escape) {
        for (int group = 1; group <= DECIMAL; group++) {
            if (escape.group(group) != null) {
                int code = Integer.parseInt(escape.group(group), group == DECIMAL ? 10 : 16);
                return Character.isValidCodePoint(code) ? Character.toString(code) : "";
            }
        }
        String character = escape.group(DECIMAL + 2);
        return character != null ? character : ENTITIES.getOrDefault(escape.group(DECIMAL + 1), "");
    }

    private void copy(int start, int end, DecodedText target) {
        for (int i = start; i < end; i++) {
            target.add(text.charAt(i), from(i), to(i));
        }
    }

    private DecodedText only(IntPredicate wanted) {
        DecodedText some = new DecodedText(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (wanted.test(text.charAt(i))) {
                some.add(text.charAt(i), from(i), to(i));
            }
        }
        return some;
    }

    private DecodedText base64(int skipped) {
        DecodedText bytes = new DecodedText(text.length());
        int bits = 0;
        for (int i = skipped, count = 0; i < text.length(); i++) {
            bits = bits << 6 | value(text.charAt(i));
            count += 6;
            if (count >= 8) {
                count -= 8;
                bytes.add((char) (bits >> count & 0xFF), from(i - 1), to(i));
            }
        }
        return bytes;
    }

    /** Pairs of digits, with anything but letters between them. */
    private DecodedText hexadecimal(int skipped) {
        DecodedText bytes = new DecodedText(text.length());
        int first = -1;
        int toSkip = skipped;
        for (int i = 0; i < text.length(); i++) {
            int digit = Character.digit(text.charAt(i), 16);
            if (digit < 0 && Character.isLetterOrDigit(text.charAt(i))) {
                first = -1;
                toSkip = skipped;
            } else if (digit >= 0 && toSkip > 0) {
                toSkip--;
            } else if (digit >= 0 && first < 0) {
                first = i;
            } else if (digit >= 0) {
                bytes.add((char) (Character.digit(text.charAt(first), 16) << 4 | digit), from(first), to(i));
                first = -1;
            }
        }
        return bytes;
    }

    CharSequence text() {
        return text;
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
