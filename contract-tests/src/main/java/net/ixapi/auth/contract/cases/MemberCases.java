package net.ixapi.auth.contract.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.ixapi.auth.contract.document.Member;
import net.ixapi.auth.contract.document.SchemaViolation;

/**
 * Bodies that differ from a good one in one property: left out, of another type, one step to either side of each bound. Whether a
 * server must take such a body is for the document's schema to say, not for this class. Not safe for use by several threads.
 */
final class MemberCases {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** One, two and four bytes of UTF-8; the last is two units of UTF-16. */
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
    private static final List<String> RULES_OF_VALUES = List.of(
            "enum",
            "pattern",
            "format",
            "minLength",
            "maxLength",
            "multipleOf",
            "minItems",
            "maxItems",
            "uniqueItems",
            "minProperties",
            "maxProperties");

    /** What is only a little too long may be cut off before it does harm. */
    private static final int FAR = 50;

    private final Function<JsonNode, List<SchemaViolation>> rules;
    private final ObjectNode good;
    private final Member member;
    private final List<BodyCase> cases = new ArrayList<>();

    private MemberCases(Function<JsonNode, List<SchemaViolation>> rules, ObjectNode good, Member member) {
        this.rules = rules;
        this.good = good;
        this.member = member;
    }

    /** The rules tell what is wrong with a body. None for a property that the good body has no place for. */
    static List<BodyCase> of(Function<JsonNode, List<SchemaViolation>> rules, ObjectNode good, Member member) {
        MemberCases all = new MemberCases(rules, good, member);
        JsonNode parent = good.at(member.pointer().head());
        if (parent.isObject() || parent.isArray() && !parent.isEmpty()) {
            all.presence();
            all.types();
            all.lengths();
            all.numbers();
            all.sizes();
            all.values();
            all.formats();
        }
        return List.copyOf(all.cases);
    }

    private void presence() {
        ObjectNode without = good.deepCopy();
        if (without.at(member.pointer().head()) instanceof ObjectNode parent) {
            parent.remove(member.pointer().last().getMatchingProperty());
            addBody(" left out", "required", without, false);
        }
    }

    private void types() {
        // What is taken for text is found wrong for its length else.
        String digits = "1".repeat(Math.max(1, member.schema().path("minLength").asInt(1)));
        add(" is null", "type", JSON.nullNode());
        add(" is an integer", "type", JSON.numberNode(5));
        add(
                " is a number of as many digits as it may have characters",
                "type",
                JSON.numberNode(new BigInteger(digits)));
        add(" is a fraction", "type", JSON.numberNode(1.5));
        add(" is true", "type", JSON.booleanNode(true));
        add(" is text", "type", JSON.textNode("text"));
        add(" is an array", "type", JSON.arrayNode());
        add(" is an array of its value", "type", JSON.arrayNode().add(good.at(member.pointer())));
        add(" is an object", "type", JSON.objectNode());
        add(" is a query of MongoDB", "type", JSON.objectNode().put("$ne", ""));
        add(" is empty", "minLength", JSON.textNode(""));
    }

    private void lengths() {
        for (String rule : List.of("minLength", "maxLength")) {
            around(rule)
                    .forEach(length -> ALPHABETS.forEach(alphabet -> add(
                            " of " + length + " characters (" + alphabet.get(0) + ")",
                            rule,
                            JSON.textNode(alphabet.get(1).repeat(length)))));
        }
        int bound = member.schema().path("maxLength").asInt(-1);
        if (bound >= 0) {
            int length = FAR * (bound + 1);
            add(" of " + length + " characters", "maxLength", JSON.textNode("k".repeat(length)));
        }
        String value = good.at(member.pointer()).asText("");
        if (value.length() > 1) {
            addHint(" with NUL at its end", "characters", JSON.textNode(value.substring(1) + "\0"));
            addHint(" with a line break at its end", "characters", JSON.textNode(value.substring(1) + "\n"));
        }
    }

    private void numbers() {
        for (String rule : List.of("minimum", "maximum")) {
            JsonNode bound = member.schema().path(rule);
            for (int step = -1; bound.isNumber() && step <= 1; step++) {
                BigDecimal value = bound.decimalValue().add(BigDecimal.valueOf(step));
                add(" is " + value.toPlainString(), rule, JSON.numberNode(value));
            }
        }
        BigDecimal divisor = member.schema().path("multipleOf").decimalValue();
        if (divisor.signum() > 0) {
            boolean integer = member.schema().path("type").asText("").equals("integer");
            BigDecimal part = integer ? BigDecimal.ONE : divisor.divide(BigDecimal.valueOf(2));
            JsonNode wrong = JSON.numberNode(divisor.add(part));
            add(" is " + wrong.asText(), "multipleOf", wrong);
        }
    }

    private void sizes() {
        for (String rule : List.of("minItems", "maxItems")) {
            around(rule).forEach(size -> add(" of " + size + " items", rule, items(size, 1)));
        }
        if (member.schema().path("uniqueItems").asBoolean(false)) {
            int size = Math.max(2, member.schema().path("minItems").asInt(0));
            add(" with the same item " + size + " times", "uniqueItems", items(size, 0));
        }
        JsonNode value = good.at(member.pointer());
        for (String rule : List.of("minProperties", "maxProperties")) {
            around(rule).forEach(size -> {
                ObjectNode object = JSON.objectNode();
                IntStream.range(0, size).forEach(i -> object.set("property" + i, value.path(firstName(value))));
                add(" of " + size + " properties", rule, object);
            });
        }
    }

    private static String firstName(JsonNode object) {
        Iterator<String> names = object.fieldNames();
        return names.hasNext() ? names.next() : "";
    }

    /** Of the item that is there: each a step from the one before it. */
    private ArrayNode items(int size, int step) {
        JsonNode item = good.at(member.pointer()).path(0);
        ArrayNode items = JSON.arrayNode();
        for (int i = 0; i < size; i++) {
            items.add(
                    item.isTextual()
                            ? JSON.textNode(item.textValue() + "k".repeat(i * step))
                            : item.isNumber() ? JSON.numberNode(item.asLong() + (long) i * step) : item);
        }
        return items;
    }

    private void values() {
        for (String rule : List.of("enum", "pattern", "format")) {
            if (member.rules().contains(member.rule(rule))) {
                addHint(" is none of its values", rule, JSON.textNode("\u0001 none of these"));
            }
        }
        JsonNode value = good.at(member.pointer());
        if (!value.isMissingNode()) {
            boolean isPlain = !member.schema().has("format") && !member.schema().has("pattern");
            RULES_OF_VALUES.stream()
                    .filter(rule -> member.rules().contains(member.rule(rule)))
                    .filter(rule -> !isPlain || !rule.endsWith("Length"))
                    .forEach(rule -> add(" is as it should be", rule, value));
        }
        member.schema().path("enum").forEach(listed -> add(" is a listed value", "enum", listed));
    }

    private void formats() {
        String[] sides = FORMATS.getOrDefault(member.schema().path("format").asText(""), "|")
                .split("\\|", 2);
        values(sides[0]).forEach(value -> add(" is " + value.asText(), "format", value));
        values(sides[1]).forEach(value -> addHint(" is " + value.asText(), "format", value));
    }

    private Stream<JsonNode> values(String side) {
        boolean text = member.schema().path("type").asText("").equals("string");
        return Stream.of(side.strip().split(" "))
                .filter(value -> !value.isEmpty())
                .map(value -> text ? JSON.textNode(value) : JSON.numberNode(new BigInteger(value)));
    }

    /** A step to either side of a bound, if the schema has it. */
    private IntStream around(String rule) {
        int bound = member.schema().path(rule).asInt(-1);
        return bound < 0 ? IntStream.empty() : IntStream.rangeClosed(Math.max(0, bound - 1), bound + 1);
    }

    private void add(String what, String rule, JsonNode value) {
        addBody(what, rule, with(value), false);
    }

    /** What the schema does not forbid, but a server may well refuse. */
    private void addHint(String what, String rule, JsonNode value) {
        addBody(what, rule, with(value), true);
    }

    private ObjectNode with(JsonNode value) {
        ObjectNode changed = good.deepCopy();
        JsonNode parent = changed.at(member.pointer().head());
        if (parent instanceof ObjectNode object) {
            object.set(member.pointer().last().getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array) {
            array.set(member.pointer().last().getMatchingIndex(), value);
        }
        return changed;
    }

    /** Whatever the body was made for, it is a case of a rule that it breaks. */
    private void addBody(String what, String rule, ObjectNode body, boolean hint) {
        List<SchemaViolation> violations = rules.apply(body);
        List<String> all = violations.stream()
                .map(violation -> member.rule(violation.keyword()))
                .filter(member.rules()::contains)
                .toList();
        String broken = all.isEmpty() || all.contains(member.rule(rule)) ? member.rule(rule) : all.get(0);
        String name = member.name() + what;
        // A bound that is the other one's neighbour, or both at once, brings the same body twice.
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        if (cases.stream().noneMatch(one -> one.rule().equals(broken) && one.isSameAs(name, bytes))) {
            cases.add(new BodyCase(name, broken, member, bytes, violations, hint));
        }
    }
}
