package net.ixapi.auth.templates.differential;

import static net.ixapi.auth.templates.differential.Samples.JSON;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Place;
import org.jspecify.annotations.Nullable;

/** Texts and numbers on both sides of their bounds, and values of another type or format, or that an enum does not list. */
final class ScalarCases {
    static final Map<String, JsonNode> WRONG_FORMATS = Map.ofEntries(
            Map.entry("date", JSON.textNode("2026-02-29")),
            Map.entry("date-time", JSON.textNode("2026-02-28 12:30")),
            Map.entry("uuid", JSON.textNode("0a1b2c3d")),
            Map.entry("uri", JSON.textNode("a b")),
            Map.entry("byte", JSON.textNode("A*")),
            Map.entry("email", JSON.textNode("noc")),
            Map.entry("hostname", JSON.textNode("-x")),
            Map.entry("ipv4", JSON.textNode("192.0.2")),
            Map.entry("ipv6", JSON.textNode("2001")),
            Map.entry("time", JSON.textNode("noon")),
            Map.entry("duration", JSON.textNode("long")),
            Map.entry("int32", JSON.numberNode(1L << 31)),
            Map.entry("int64", JSON.numberNode(BigInteger.ONE.shiftLeft(63))),
            Map.entry("double", JSON.numberNode(new BigDecimal("1e999"))),
            Map.entry("float", JSON.numberNode(new BigDecimal("1e99"))));

    /** Longer than this, a parameter does not fit into the head of a request, and a body not into what a server accepts. */
    private static final int MAX_PARAMETER = 4_000;

    private static final int MAX_BODY = 60_000;

    /** Takes the cases of one place. */
    interface Adder {
        void add(String keyword, String what, boolean valid, @Nullable JsonNode value);

        /** No request can break what a keyword says. */
        void cannotBreak(String keyword, String reason);
    }

    private ScalarCases() {}

    static void types(Shape shape, boolean asText, Adder here) {
        String type = shape.type();
        if (asText && (type.equals("string") || type.equals("array"))) {
            here.cannotBreak("type", "a parameter is text, and one text is a list of one");
        } else if (!type.isEmpty()) {
            JsonNode wrong = type.equals("string") ? JSON.numberNode(5) : JSON.textNode("x");
            here.add("type", "of a wrong type", false, wrong);
        }
        if (!asText && !type.isEmpty()) {
            here.add("nullable", "null", shape.isNullable(), JSON.nullNode());
        }
    }

    static void values(Shape shape, JsonNode good, boolean asText, Adder here) {
        List<JsonNode> listed = shape.all("enum")
                .flatMap(list -> list.items().stream())
                .map(Place::json)
                .filter(value -> !(asText && value.isNull()))
                .toList();
        listed.forEach(value -> here.add("enum", "a listed value", true, value));
        JsonNode wrong = WRONG_FORMATS.get(shape.text("format"));
        if (!listed.isEmpty()) {
            here.add("enum", "not listed", false, good.isNumber() ? JSON.numberNode(987654) : JSON.textNode("none"));
            here.cannotBreak("format", "an enum says more");
        } else if (wrong != null) {
            here.add("format", "of another format", false, wrong);
        }
        patterns(shape, asText, here);
    }

    private static void patterns(Shape shape, boolean asText, Adder cases) {
        if (!shape.type().equals("string")) {
            cases.cannotBreak("pattern", "a pattern says nothing of what is no text");
            return;
        }
        shape.all("pattern")
                .forEach(pattern -> Stream.of("\u0001", "x", "0", "", "-", "zzzzzzzzz")
                        .filter(text -> !(asText && text.startsWith("\u0001")))
                        .filter(text ->
                                !Pattern.compile(pattern.text()).matcher(text).find())
                        .findFirst()
                        .ifPresent(text -> cases.add("pattern", "against its pattern", false, JSON.textNode(text))));
    }

    static void lengths(Shape shape, boolean asText, Adder cases) {
        if (shape.has("enum")) {
            List.of("minLength", "maxLength").forEach(keyword -> cases.cannotBreak(keyword, "an enum says more"));
            return;
        }
        boolean isFree = !shape.has("pattern") && !shape.has("format");
        int min = shape.count("minLength", 0);
        int max = shape.count("maxLength", -1);
        // Of one character, and of two chars in Java.
        String character = isFree && !asText && max < MAX_PARAMETER ? Character.toString(0x1f600) : "k";
        if (min > 0) {
            cases.add("minLength", "too short", false, JSON.textNode(character.repeat(min - 1)));
            if (isFree) {
                cases.add("minLength", "as short as it may be", true, JSON.textNode(character.repeat(min)));
            }
        } else {
            cases.cannotBreak("minLength", "no text is shorter than 0 characters");
        }
        if (max > (asText ? MAX_PARAMETER : MAX_BODY)) {
            cases.cannotBreak("maxLength", "a longer text is too long to be sent");
        } else if (max >= 0) {
            cases.add("maxLength", "too long", false, JSON.textNode("k".repeat(max + 1)));
            if (isFree) {
                cases.add("maxLength", "as long as it may be", true, JSON.textNode(character.repeat(max)));
            }
        }
        if (isFree && !asText && min == 0 && shape.has("minLength")) {
            cases.add("minLength", "empty", true, JSON.textNode(""));
        }
    }

    static void numbers(Shape shape, JsonNode good, Adder cases) {
        boolean isInteger = shape.type().equals("integer");
        if (isInteger) {
            cases.add("type", "a fraction", false, JSON.numberNode(new BigDecimal("1.5")));
        }
        bound(shape, "minimum", -1, cases);
        bound(shape, "maximum", 1, cases);
        shape.bound("multipleOf").ifPresent(multiple -> {
            if (isInteger && multiple.compareTo(BigDecimal.ONE) == 0) {
                cases.cannotBreak("multipleOf", "every integer is a multiple of 1");
            } else {
                BigDecimal away = isInteger ? BigDecimal.ONE : multiple.divide(BigDecimal.valueOf(2));
                cases.add(
                        "multipleOf",
                        "no multiple",
                        false,
                        number(good.decimalValue().add(away), isInteger));
            }
        });
    }

    private static void bound(Shape shape, String keyword, int away, Adder cases) {
        String exclusive = "exclusiveM" + keyword.substring(1);
        BigDecimal bound = shape.bound(keyword).orElse(null);
        if (bound == null || shape.has("enum")) {
            String reason = bound == null ? "there is no bound to exclude" : "an enum says more";
            List.of(keyword, exclusive).forEach(one -> cases.cannotBreak(one, reason));
            return;
        }
        boolean isInteger = shape.type().equals("integer");
        BigDecimal step = shape.bound("multipleOf").orElse(BigDecimal.ONE);
        cases.add(
                keyword,
                "beyond its " + keyword,
                false,
                number(bound.add(step.multiply(BigDecimal.valueOf(away))), isInteger));
        if (bound.remainder(step).signum() == 0) {
            boolean isIn = !shape.isTrue(exclusive);
            cases.add(isIn ? keyword : exclusive, "at its " + keyword, isIn, number(bound, isInteger));
        } else {
            cases.cannotBreak(exclusive, "the bound is no multiple");
        }
    }

    private static JsonNode number(BigDecimal value, boolean isInteger) {
        return isInteger ? JSON.numberNode(value.toBigInteger()) : JSON.numberNode(value);
    }
}
