package net.ixapi.auth.contract.cases;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import net.ixapi.auth.contract.document.Breach;
import net.ixapi.auth.contract.document.Member;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies that differ from a good one in one member: left out, of another type, one step to either side of each bound. Whether a
 * server must take such a body is for the document's schema to say, not for this class. Not safe for use by several threads.
 */
final class MemberCases {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** One, two and four bytes of UTF-8; the last is two units of UTF-16. */
    private static final Map<String, String> ALPHABETS = alphabets();

    private static final Map<String, String> CONTROLS = Map.of("NUL", "\0", "a line break", "\n");
    private static final int FAR = 50;

    private final Function<JsonNode, List<Breach>> rules;
    private final ObjectNode good;
    private final Member member;
    private final List<BodyCase> cases = new ArrayList<>();

    private MemberCases(Function<JsonNode, List<Breach>> rules, ObjectNode good, Member member) {
        this.rules = rules;
        this.good = good;
        this.member = member;
    }

    private static Map<String, String> alphabets() {
        Map<String, String> alphabets = new LinkedHashMap<>();
        alphabets.put("ASCII", "k");
        alphabets.put("non-ASCII", "\u00e9");
        alphabets.put("astral", "\uD83D\uDD11");
        return alphabets;
    }

    /** The rules tell what is wrong with a body. None for a member that the good body has no place for. */
    static List<BodyCase> of(Function<JsonNode, List<Breach>> rules, ObjectNode good, Member member) {
        MemberCases all = new MemberCases(rules, good, member);
        JsonNode parent = good.at(member.pointer().head());
        if (parent.isObject() || parent.isArray() && !parent.isEmpty()) {
            all.presence();
            all.types();
            all.lengths();
            all.farBeyond();
            all.numbers();
            all.sizes();
            all.values();
        }
        return List.copyOf(all.cases);
    }

    private void presence() {
        ObjectNode without = good.deepCopy();
        if (without.at(member.pointer().head()) instanceof ObjectNode parent) {
            parent.remove(member.pointer().last().getMatchingProperty());
            addBody(" left out", "required", without);
        }
    }

    private void types() {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        values.put("null", JSON.nullNode());
        values.put("an integer", JSON.numberNode(5));
        values.put("a number of as many digits as it may have characters", digits());
        values.put("a fraction", JSON.numberNode(1.5));
        values.put("true", JSON.booleanNode(true));
        values.put("text", JSON.stringNode("text"));
        values.put("an array", JSON.arrayNode());
        values.put("an array of its value", JSON.arrayNode().add(good.at(member.pointer())));
        values.put("an object", JSON.objectNode());
        values.forEach((what, value) -> add(" is " + what, "type", value));
        add(" is empty", "minLength", JSON.stringNode(""));
    }

    /** What is taken for text is found wrong for its length else. */
    private JsonNode digits() {
        int length = Math.max(1, member.schema().path("minLength").asInt(1));
        return JSON.numberNode(new BigInteger("1".repeat(length)));
    }

    private void lengths() {
        for (String rule : List.of("minLength", "maxLength")) {
            for (int length : around(rule)) {
                ALPHABETS.forEach((alphabet, letter) -> add(
                        " of " + length + " characters (" + alphabet + ")",
                        rule,
                        JSON.stringNode(letter.repeat(length))));
            }
        }
    }

    /** What is only a little too long may be cut off before it does harm. */
    private void farBeyond() {
        int bound = member.schema().path("maxLength").asInt(-1);
        if (bound >= 0) {
            int length = FAR * (bound + 1);
            add(" of " + length + " characters", "maxLength", JSON.stringNode("k".repeat(length)));
        }
        String value = good.at(member.pointer()).asString("");
        if (value.length() > 1) {
            CONTROLS.forEach((name, control) ->
                    add(" with " + name + " at its end", "characters", JSON.stringNode(value.substring(1) + control)));
        }
    }

    private void numbers() {
        for (String rule : List.of("minimum", "maximum")) {
            JsonNode bound = member.schema().path(rule);
            for (int step = -1; bound.isNumber() && step <= 1; step++) {
                long value = bound.asLong() + step;
                add(" is " + value, rule, JSON.numberNode(value));
            }
        }
    }

    private void sizes() {
        for (String rule : List.of("minItems", "maxItems")) {
            for (int size : around(rule)) {
                JsonNode item = good.at(member.pointer()).path(0);
                ArrayNode items = JSON.arrayNode();
                for (int i = 0; i < size; i++) {
                    items.add(item);
                }
                add(" of " + size + " items", rule, items);
            }
        }
    }

    private void values() {
        for (String rule : List.of("enum", "pattern", "format")) {
            if (member.rules().contains(member.rule(rule))) {
                add(" is none of its values", rule, JSON.stringNode("\u0001 none of these"));
                add(" is as it should be", rule, good.at(member.pointer()));
            }
        }
        member.schema().path("enum").forEach(value -> add(" is a listed value", "enum", value));
    }

    private List<Integer> around(String rule) {
        int bound = member.schema().path(rule).asInt(-1);
        return bound < 0
                ? List.of()
                : List.of(bound - 1, bound, bound + 1).stream()
                        .filter(size -> size >= 0)
                        .toList();
    }

    private void add(String what, String rule, JsonNode value) {
        ObjectNode changed = good.deepCopy();
        JsonNode parent = changed.at(member.pointer().head());
        if (parent instanceof ObjectNode object) {
            object.set(member.pointer().last().getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array) {
            array.set(member.pointer().last().getMatchingIndex(), value);
        }
        addBody(what, rule, changed);
    }

    private void addBody(String what, String rule, ObjectNode body) {
        byte[] bytes = JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        List<Breach> breaches = rules.apply(body);
        cases.add(new BodyCase(
                member.name() + what, broken(breaches).orElse(member.rule(rule)), member, bytes, breaches));
    }

    /** Whatever the body was made for, it is a case of the rule that it breaks. */
    private Optional<String> broken(List<Breach> breaches) {
        return breaches.stream()
                .map(breach -> member.rule(breach.keyword()))
                .filter(member.rules()::contains)
                .findFirst();
    }
}
