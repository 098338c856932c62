package net.ixapi.auth.contract.findings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that another text holds in some encoding. Each character knows which characters of the original text it comes from, so
 * that those can be replaced. Not safe for use by several threads at once.
 */
final class DecodedText {
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    /** URLs and quoted-printable, JSON, C, numbers, HTML. */
    private static final Pattern ESCAPE = Pattern.compile(
            "[%=]([0-9a-f]{2})|\\\\u\\{?([0-9a-f]{4})}?|\\\\x([0-9a-f]{2})|0x([0-9a-f]{2})"
                    + "|&#x([0-9a-f]{1,6});?|&#(\\d{1,7});?|&([a-z]{2,6});|\\\\([^ux])",
            Pattern.CASE_INSENSITIVE);

    /** What escapes begin with, by the language that they belong to. */
    private static final List<String> KINDS = List.of("&", "%=", "\\", "0");

    /** What each character of Base64 stands for, of both alphabets (RFC 4648, sections 4 and 5); -1 for any other. */
    private static final byte[] VALUES = values();

    private static final int DECIMAL = 6;
    private static final Map<String, String> ENTITIES =
            Map.of("amp", "&", "lt", "<", "gt", ">", "quot", "\"", "apos", "'", "plus", "+", "sol", "/", "equals", "=");
    /** Escapes within escapes, and Base64 within Base64. */
    private static final int MAX_DEPTH = 3;
    /** Bytes that are no text are not decoded again. */
    private static final Pattern TEXT = Pattern.compile("[ -~]{8}");

    private final StringBuilder text = new StringBuilder();
    private final List<int[]> origins = new ArrayList<>();

    private DecodedText() {}

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
        DecodedText plain = new DecodedText();
        for (int i = 0; i < original.length(); i++) {
            plain.add(original.charAt(i), i, i + 1);
        }
        return plain;
    }

    /** Each kind alone too: what looks like an escape of another kind may belong to the secret. */
    private DecodedText collectEscapes(List<DecodedText> all) {
        all.add(this);
        for (String kind : KINDS) {
            if (text.chars().anyMatch(c -> kind.indexOf(c) >= 0)) {
                all.add(unescaped(kind));
            }
        }
        DecodedText plain = this;
        for (int i = 0; i < MAX_DEPTH && ESCAPE.matcher(plain.text).find(); i++) {
            plain = plain.unescaped(String.join("", KINDS));
            all.add(plain);
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

    private static byte[] values() {
        byte[] values = new byte[128];
        Arrays.fill(values, (byte) -1);
        for (byte i = 0; i < BASE64.length(); i++) {
            values[BASE64.charAt(i)] = i;
        }
        values['-'] = values['+'];
        values['_'] = values['/'];
        return values;
    }

    private static int value(char c) {
        return c < VALUES.length ? VALUES[c] : -1;
    }

    private void add(char c, int from, int to) {
        text.append(c);
        origins.add(new int[] {from, to});
    }

    private DecodedText unescaped(String kind) {
        DecodedText plain = new DecodedText();
        Matcher escape = ESCAPE.matcher(text);
        int next = 0;
        while (escape.find(next)) {
            boolean meant = kind.indexOf(escape.group().charAt(0)) >= 0;
            Optional<String> decoded = meant ? decoded(escape) : Optional.empty();
            int end = decoded.isPresent() ? escape.end() : escape.start() + 1;
            copy(next, decoded.isPresent() ? escape.start() : end, plain);
            decoded.ifPresent(characters ->
                    characters.chars().forEach(c -> plain.add((char) c, from(escape.start()), to(escape.end() - 1))));
            next = end;
        }
        copy(next, text.length(), plain);
        return plain;
    }

    private static Optional<String> decoded(Matcher escape) {
        for (int group = 1; group <= DECIMAL; group++) {
            if (escape.group(group) != null) {
                int code = Integer.parseInt(escape.group(group), group == DECIMAL ? 10 : 16);
                return Optional.of(code).filter(Character::isValidCodePoint).map(Character::toString);
            }
        }
        String character = escape.group(DECIMAL + 2);
        return character != null
                ? Optional.of(character)
                : Optional.ofNullable(ENTITIES.get(escape.group(DECIMAL + 1)));
    }

    private void copy(int from, int to, DecodedText target) {
        for (int i = from; i < to; i++) {
            target.add(text.charAt(i), from(i), to(i));
        }
    }

    private DecodedText only(IntPredicate wanted) {
        DecodedText some = new DecodedText();
        for (int i = 0; i < text.length(); i++) {
            if (wanted.test(text.charAt(i))) {
                some.add(text.charAt(i), from(i), to(i));
            }
        }
        return some;
    }

    private DecodedText base64(int skipped) {
        DecodedText bytes = new DecodedText();
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
        DecodedText bytes = new DecodedText();
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

    String text() {
        return text.toString();
    }

    /** Where in the original text a character begins. */
    int from(int place) {
        return origins.get(place)[0];
    }

    /** Where in the original text a character ends. */
    int to(int place) {
        return origins.get(place)[1];
    }
}
