package net.ixapi.auth.contract.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.ixapi.auth.contract.document.Property;
import net.ixapi.auth.contract.document.SchemaViolation;
import net.ixapi.auth.openapi.document.PlainJson;
import org.jspecify.annotations.Nullable;

/**
 * Bodies that differ from a good one in one property: left out, of another type, one step to either side of each bound. Whether a
 * server must take such a body is for the document's schema to say, not for this class. Not safe for use by several threads.
 *
 * @param rules what is wrong with a body
 * @param good the good body
 * @param property the property
 * @param value its value in the good body
 * @param cases those found so far
 */
record PropertyCases(
        Function<JsonNode, List<SchemaViolation>> rules,
        ObjectNode good,
        Property property,
        JsonNode value,
        Set<BodyCase> cases) {
    /** Characters of one, two and four bytes of UTF-8; the last is two units of UTF-16. */
    private static final List<List<String>> ALPHABETS =
            List.of(List.of("ASCII", "k"), List.of("non-ASCII", "\u00e9"), List.of("astral", "\uD83D\uDD11"));
    /** The values at the bounds of formats, then those beyond (OpenAPI 3.0.3, Data Types; JSON Schema Validation, section 7.3). */
    private static final Map<String, String> FORMATS = Map.of(
            "uri", "https://ix.example/a | :",
            "int32", "2147483647 -2147483648 | 2147483648 -2147483649",
            "int64", "9223372036854775807 -9223372036854775808 | 9223372036854775808 -9223372036854775809",
            "date", "2024-02-29 0001-01-01 | 2023-02-29 2023-13-01",
            "date-time", "2024-02-29T23:59:59Z 2024-02-29T23:59:59.999+14:00 | 2023-02-29T00:00:00Z 2024-02-29",
            "uuid", "00000000-0000-4000-8000-000000000000 | 00000000-0000-4000-8000-00000000000g",
            "ipv4", "192.0.2.255 | 192.0.2.256",
            "ipv6", "2001:db8::1 | 2001::db8::1",
            "email", "a@ix.example | a@@ix.example",
            "byte", "aXg= | a*b");
    /** What no value derived from a bound is sure to keep to. */
    private static final List<String> RULES_OF_VALUES = List.of(("enum pattern format minLength maxLength multipleOf "
                    + "minItems maxItems uniqueItems minProperties maxProperties")
            .split(" "));
    /** What is only a little too long may be cut off before it does harm. */
    private static final int FAR = 50;
    /** Longer texts and arrays would cost too much; the report says that the rule was not tried. */
    private static final int MAX_SIZE = 100_000;
    /** Longer numbers are read by nobody, the suite itself included. */
    private static final int MAX_DIGITS = 1_000;

    /** The rules tell what is wrong with a body. None for a property that the good body has no place for. */
    static Collection<BodyCase> of(
            Function<JsonNode, List<SchemaViolation>> rules, ObjectNode good, Property property) {
        PropertyCases all =
                new PropertyCases(rules, good, property, good.at(property.pointer()), new LinkedHashSet<>());
        JsonNode parent = good.at(property.pointer().head());
        if (parent.isObject() || parent.isArray() && !parent.isEmpty()) {
            all.presence();
            all.types();
            all.sizes();
            all.numbers();
            all.values();
            all.formats();
        }
        return all.cases;
    }

    private JsonNode schema(String keyword) {
        return property.schema().path(keyword);
    }

    private boolean has(String rule) {
        return property.rules().contains(property.rule(rule));
    }

    private void presence() {
        ObjectNode without = good.deepCopy();
        if (without.at(property.pointer().head()) instanceof ObjectNode parent) {
            parent.remove(property.pointer().last().getMatchingProperty());
            add(" left out", "required", without, false);
        }
    }

    private void types() {
        // What is taken for text is found wrong for its length else, whatever it is.
        String digits =
                "1".repeat(Math.max(1, Math.min(MAX_DIGITS, schema("minLength").asInt(1))));
        add(" is null", "type", null);
        add(" is a number of as many digits as it may have characters", "type", new BigInteger(digits));
        if (digits.length() == 1) {
            add(" is an integer", "type", 5);
            add(" is a fraction", "type", 1.5);
            add(" is text", "type", "text");
        } else {
            // To some languages it is the same as a text that is no number.
            add(" is 0", "type", 0);
        }
        add(" is true", "type", true);
        add(" is an array", "type", List.of());
        add(" is an array of its value", "type", List.of(value));
        add(" is an object", "type", Map.of());
        add(" is a query of MongoDB", "type", Map.of("$ne", ""));
        add(" is empty", "minLength", "");
    }

    private void sizes() {
        ALPHABETS.forEach(of -> sizes("Length", "characters (" + of.get(0) + ")", size -> text(of.get(1), size)));
        lengths("maxLength").max().ifPresent(beyond -> {
            int length = Math.min(FAR * beyond, MAX_SIZE);
            add(" of " + length + " characters", "maxLength", "k".repeat(length));
        });
        String text = value.asText("");
        if (text.length() > 1) {
            addHint(" with NUL at its end", "characters", text.substring(1) + "\0");
            addHint(" with a line break at its end", "characters", text.substring(1) + "\n");
        }
        sizes("Items", "items", size -> items(size, 1));
        if (schema("uniqueItems").asBoolean()) {
            int size = Math.max(2, Math.min(MAX_SIZE, schema("minItems").asInt()));
            add(" with the same item " + size + " times", "uniqueItems", items(size, 0));
        }
        JsonNode first = value.isObject() && !value.isEmpty() ? value.elements().next() : value.path("");
        sizes(
                "Properties",
                "properties",
                size -> IntStream.range(0, size).boxed().collect(Collectors.toMap(i -> "property" + i, i -> first)));
    }

    /** What is too long ends with a line break: some measure a text without it, or by a pattern whose end matches before it. */
    private String text(String character, int size) {
        boolean tooLong = size > schema("maxLength").asInt(size);
        return tooLong ? character.repeat(size - 1) + "\n" : character.repeat(size);
    }

    /** A step to either side of the two bounds of a size. */
    private void sizes(String what, String unit, IntFunction<Object> other) {
        for (String rule : List.of("min" + what, "max" + what)) {
            lengths(rule).forEach(size -> add(" of " + size + " " + unit, rule, other.apply(size)));
        }
    }

    private IntStream lengths(String rule) {
        return bounds(rule)
                .filter(size -> size.signum() >= 0 && size.compareTo(BigDecimal.valueOf(MAX_SIZE)) <= 0)
                .mapToInt(BigDecimal::intValue);
    }

    /** A bound and its neighbours, in ascending order. */
    private Stream<BigDecimal> bounds(String rule) {
        JsonNode bound = schema(rule);
        return Stream.of(-1, 0, 1)
                .filter(step -> bound.isNumber())
                .map(step -> bound.decimalValue().add(BigDecimal.valueOf(step)));
    }

    /** Of the item that is there: each a step from the one before it. */
    private List<Object> items(int size, int step) {
        JsonNode item = value.path(0);
        return IntStream.range(0, size)
                .mapToObj(i -> item.isTextual()
                        ? item.textValue() + "k".repeat(i * step)
                        : item.isNumber() ? (Object) (item.asLong() + (long) i * step) : item)
                .toList();
    }

    private void numbers() {
        for (String rule : List.of("minimum", "maximum")) {
            bounds(rule).forEach(number -> add(" is " + number.toPlainString(), rule, number));
        }
        BigDecimal divisor = schema("multipleOf").decimalValue();
        if (divisor.signum() > 0) {
            boolean integer = schema("type").asText("").equals("integer");
            BigDecimal wrong = divisor.add(integer ? BigDecimal.ONE : divisor.divide(BigDecimal.valueOf(2)));
            add(" is " + wrong.toPlainString(), "multipleOf", wrong);
        }
    }

    private void values() {
        for (String rule : List.of("enum", "pattern", "format")) {
            if (has(rule)) {
                addHint(" is none of its values", rule, "\u0001 none of these");
            }
        }
        if (!value.isMissingNode()) {
            boolean plain =
                    schema("format").isMissingNode() && schema("pattern").isMissingNode();
            RULES_OF_VALUES.stream()
                    .filter(this::has)
                    .filter(rule -> !plain || !rule.endsWith("Length"))
                    .forEach(rule -> add(" is as it should be", rule, value));
        }
        schema("enum").forEach(listed -> add(" is a listed value", "enum", listed));
    }

    private void formats() {
        String[] sides = FORMATS.getOrDefault(schema("format").asText(""), "|").split("\\|", 2);
        words(sides[0]).forEach(word -> add(" is " + word, "format", typed(word)));
        words(sides[1]).forEach(word -> addHint(" is " + word, "format", typed(word)));
    }

    private static Stream<String> words(String side) {
        return Stream.of(side.strip().split(" ")).filter(word -> !word.isEmpty());
    }

    private Object typed(String word) {
        boolean number = !schema("type").asText("").equals("string") && word.matches("-?\\d+");
        return number ? new BigInteger(word) : word;
    }

    private void add(String what, String rule, @Nullable Object other) {
        add(what, rule, with(other), false);
    }

    /** What the schema does not forbid, but a server may well refuse. */
    private void addHint(String what, String rule, Object other) {
        add(what, rule, with(other), true);
    }

    private ObjectNode with(@Nullable Object other) {
        ObjectNode changed = good.deepCopy();
        JsonNode parent = changed.at(property.pointer().head());
        if (parent instanceof ObjectNode object) {
            object.set(property.pointer().last().getMatchingProperty(), PlainJson.tree(other));
        } else if (parent instanceof ArrayNode array) {
            array.set(property.pointer().last().getMatchingIndex(), PlainJson.tree(other));
        }
        return changed;
    }

    /** Whatever the body was made for, it is a case of a rule that it breaks. */
    private void add(String what, String rule, ObjectNode body, boolean hint) {
        List<SchemaViolation> violations = rules.apply(body);
        List<String> all = violations.stream()
                .map(violation -> property.rule(violation.keyword()))
                .filter(property.rules()::contains)
                .toList();
        String broken = all.isEmpty() || all.contains(property.rule(rule)) ? property.rule(rule) : all.get(0);
        String name = property.name() + what;
        // A bound that is the other one's neighbour, or both at once, brings the same body twice.
        cases.add(new BodyCase(name, broken, property, body.toString(), violations.isEmpty(), hint));
    }
}
