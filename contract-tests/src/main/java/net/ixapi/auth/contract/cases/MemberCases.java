package net.ixapi.auth.contract.cases;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bodies that differ from a good one in one member: left out, of another type, one step to either side of each bound. Whether a
 * server must take such a body is for the document's schema to say, not for this class. Immutable.
 */
final class MemberCases {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    /** One, two and four bytes of UTF-8; the last is two units of UTF-16. */
    private static final Map<String, String> ALPHABETS = alphabets();

    private static Map<String, String> alphabets() {
        Map<String, String> alphabets = new LinkedHashMap<>();
        alphabets.put("ASCII", "k");
        alphabets.put("non-ASCII", "\u00e9");
        alphabets.put("astral", "\uD83D\uDD11");
        return alphabets;
    }

    private final OpenApiDocument document;
    private final Operation operation;
    private final ObjectNode good;
    private final List<BodyCase> cases = new ArrayList<>();

    private MemberCases(OpenApiDocument document, Operation operation, ObjectNode good) {
        this.document = document;
        this.operation = operation;
        this.good = good;
    }

    static List<BodyCase> of(OpenApiDocument document, Operation operation, ObjectNode good) {
        MemberCases all = new MemberCases(document, operation, good);
        operation.body().path("properties").forEachEntry(all::member);
        return List.copyOf(all.cases);
    }

    private void member(String name, JsonNode schema) {
        JsonNode rules = document.resolved(schema);
        ObjectNode without = good.deepCopy();
        without.remove(name);
        add(name + " left out", name + " required", without);
        types(name);
        lengths(name, rules);
        numbers(name, rules);
        values(name, rules);
    }

    private void types(String name) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        values.put("null", JSON.nullNode());
        values.put("an integer", JSON.numberNode(5));
        values.put("a fraction", JSON.numberNode(1.5));
        values.put("true", JSON.booleanNode(true));
        values.put("text", JSON.stringNode("text"));
        values.put("an array", JSON.arrayNode());
        values.put("an array of its value", JSON.arrayNode().add(good.path(name)));
        values.put("an object", JSON.objectNode());
        values.forEach((what, value) -> add(name + " is " + what, name + " type", with(name, value)));
        add(name + " is empty", name + " minLength", with(name, JSON.stringNode("")));
    }

    private void lengths(String name, JsonNode rules) {
        for (String rule : List.of("minLength", "maxLength")) {
            int bound = rules.path(rule).asInt(-1);
            for (int length = Math.max(0, bound - 1); bound >= 0 && length <= bound + 1; length++) {
                length(name, rule, length);
            }
        }
    }

    private void length(String name, String rule, int length) {
        ALPHABETS.forEach((alphabet, letter) -> add(
                name + " of " + length + " characters (" + alphabet + ")",
                name + " " + rule,
                with(name, JSON.stringNode(letter.repeat(length)))));
    }

    private void numbers(String name, JsonNode rules) {
        for (String rule : List.of("minimum", "maximum")) {
            JsonNode bound = rules.path(rule);
            for (int step = -1; bound.isNumber() && step <= 1; step++) {
                long value = bound.asLong() + step;
                add(name + " is " + value, name + " " + rule, with(name, JSON.numberNode(value)));
            }
        }
    }

    private void values(String name, JsonNode rules) {
        if (rules.has("enum") || rules.has("pattern") || rules.has("format")) {
            add(name + " is none of its values", name + " value", with(name, JSON.stringNode("\u0001 none of these")));
        }
        rules.path("enum").forEach(value -> add(name + " is a listed value", name + " enum", with(name, value)));
    }

    private ObjectNode with(String name, JsonNode value) {
        ObjectNode changed = good.deepCopy();
        changed.set(name, value);
        return changed;
    }

    private void add(String name, String rule, ObjectNode body) {
        byte[] bytes = JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        cases.add(new BodyCase(name, rule, bytes, document.breaches(operation, body)));
    }
}
