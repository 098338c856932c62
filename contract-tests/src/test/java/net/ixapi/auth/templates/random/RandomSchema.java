package net.ixapi.auth.templates.random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Schemas at random, each of which some value fits. Not safe for use by several threads at once. */
final class RandomSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final int MAX_DEPTH = 3;

    private static final List<String> PROPERTIES = List.of(
            "name some_thing other-thing camelCase class URL a_b1 $ref_ _under 1st default value hash-code with.dot x"
                    .split(" "));

    /** Patterns, and what fits them. */
    private static final Map<String, String> PATTERNS = Map.of(
            "^[a-z]+$", "abc", "^\\d{3}$", "123", "^[A-Z]{2}-\\d+$", "DE-1", "\"|b", "ab", "^(\\/\\w+)*\\$?$", "/a");

    private static final List<String> FORMATS =
            List.of("date date-time uuid uri byte email hostname ipv4 ipv6 time duration password other".split(" "));

    private final Random random;
    private final List<String> objects = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    RandomSchema(Random random) {
        this.random = random;
    }

    /** From now on, other schemas may refer to that one. */
    void mayRefer(String name, ObjectNode components) {
        JsonNode schema = components.path(name);
        boolean isPlain =
                schema.has("properties") && !schema.has("discriminator") && !schema.has("additionalProperties");
        (isPlain && !schema.has("maxProperties") ? objects : others).add(name);
    }

    ObjectNode any(int depth) {
        int kind = depth >= MAX_DEPTH ? random.nextInt(5) : random.nextInt(11);
        return switch (kind) {
            case 0, 1 -> string();
            case 2 -> integer();
            case 3 -> number();
            case 4 -> decorated(typed("boolean"), List.of(JSON.booleanNode(true)));
            case 5 -> enumeration();
            case 6, 7 -> array(depth);
            case 8 -> map(depth);
            case 9 -> object(depth);
            default -> reference();
        };
    }

    /** A scalar, or a list of scalars. */
    ObjectNode parameter(String in) {
        ObjectNode scalar = scalar();
        // Null cannot be sent, and an item with a comma in a header or a cookie is two.
        scalar.remove(List.of("nullable", "readOnly", "writeOnly"));
        if (in.equals("cookie") || in.equals("header")) {
            scalar.remove("pattern");
        }
        if (in.equals("cookie") || random.nextInt(3) > 0) {
            return scalar;
        }
        scalar.remove("default");
        ObjectNode list = typed("array");
        list.set("items", scalar);
        if (random.nextBoolean()) {
            list.put("minItems", 1).put("maxItems", 3);
        }
        return list;
    }

    private ObjectNode scalar() {
        return switch (random.nextInt(5)) {
            case 0 -> integer();
            case 1 -> number();
            case 2 -> typed("boolean");
            case 3 -> enumeration();
            default -> string();
        };
    }

    ObjectNode enumeration() {
        if (random.nextInt(4) == 0) {
            ObjectNode numbers = typed("integer");
            numbers.putArray("enum").add(1).add(-1).add(20);
            return decorated(numbers, List.of(JSON.numberNode(-1)));
        }
        ObjectNode words = typed("string");
        words.putArray("enum").add("one").add("foo-bar").add("A_B").add("3");
        return decorated(words, List.of(JSON.textNode("foo-bar")));
    }

    private ObjectNode string() {
        ObjectNode schema = typed("string");
        switch (random.nextInt(4)) {
            case 0 -> {
                String format = FORMATS.get(random.nextInt(FORMATS.size()));
                schema.put("format", format);
                if (random.nextInt(3) == 0) {
                    schema.put("maxLength", 60);
                }
                return decorated(schema, List.of());
            }
            case 1 -> {
                List<String> patterns = PATTERNS.keySet().stream().sorted().toList();
                String pattern = patterns.get(random.nextInt(patterns.size()));
                schema.put("pattern", pattern).put("example", PATTERNS.get(pattern));
                return decorated(schema, List.of(JSON.textNode(PATTERNS.get(pattern))));
            }
            default -> {
                int min = random.nextInt(4);
                if (random.nextBoolean()) {
                    schema.put("minLength", min);
                }
                if (random.nextBoolean()) {
                    schema.put("maxLength", min + random.nextInt(5) + 1);
                }
                if (random.nextInt(8) == 0) {
                    schema.put("x-secret", true);
                }
                return decorated(schema, List.of(JSON.textNode("abcd".substring(0, Math.max(1, min)))));
            }
        }
    }

    private ObjectNode integer() {
        ObjectNode schema = typed("integer");
        if (random.nextBoolean()) {
            schema.put("format", random.nextBoolean() ? "int32" : "int64");
        }
        int step = random.nextInt(3) == 0 ? 2 + random.nextInt(4) : 1;
        bounds(schema, BigDecimal.valueOf(step), step > 1);
        return decorated(schema, List.of());
    }

    private ObjectNode number() {
        ObjectNode schema = typed("number");
        if (random.nextBoolean()) {
            schema.put("format", random.nextBoolean() ? "float" : "double");
        }
        BigDecimal step = random.nextInt(3) == 0 ? new BigDecimal("0.25") : BigDecimal.ONE;
        bounds(schema, step, step.signum() > 0 && step.scale() > 0);
        return decorated(schema, List.of());
    }

    private void bounds(ObjectNode schema, BigDecimal step, boolean multiple) {
        BigDecimal min = step.multiply(BigDecimal.valueOf(random.nextInt(20) - 10L));
        if (multiple) {
            schema.put("multipleOf", step);
        }
        if (random.nextBoolean()) {
            schema.put("minimum", min);
            if (random.nextInt(3) == 0) {
                schema.put("exclusiveMinimum", true);
            }
        }
        if (random.nextBoolean()) {
            schema.put("maximum", min.add(step.multiply(BigDecimal.valueOf(3L + random.nextInt(9)))));
            if (random.nextInt(3) == 0) {
                schema.put("exclusiveMaximum", true);
            }
        }
    }

    private ObjectNode array(int depth) {
        ObjectNode schema = typed("array");
        boolean isSet = random.nextInt(4) == 0;
        ObjectNode item = isSet ? string() : any(depth + 1);
        item.remove(List.of("readOnly", "writeOnly", "default"));
        schema.set("items", item);
        int min = random.nextInt(3);
        if (isSet) {
            item.remove(List.of("pattern", "format", "example", "x-secret"));
            schema.put("uniqueItems", true);
        }
        if (random.nextBoolean()) {
            schema.put("minItems", min);
        }
        if (random.nextBoolean()) {
            schema.put("maxItems", min + random.nextInt(3) + 1);
        }
        return decorated(schema, List.of());
    }

    private ObjectNode map(int depth) {
        ObjectNode schema = typed("object");
        ObjectNode value = any(depth + 1);
        value.remove(List.of("readOnly", "writeOnly", "default"));
        schema.set("additionalProperties", value);
        if (random.nextInt(3) == 0) {
            schema.put("minProperties", 1).put("maxProperties", 2);
        }
        return decorated(schema, List.of());
    }

    ObjectNode object(int depth) {
        ObjectNode schema = typed("object");
        ObjectNode properties = schema.putObject("properties");
        int count = 1 + random.nextInt(5);
        ArrayNode required = JSON.arrayNode();
        for (int i = 0; i < count; i++) {
            String name = PROPERTIES.get(random.nextInt(PROPERTIES.size()));
            if (!properties.has(name)) {
                ObjectNode property = any(depth + 1);
                properties.set(name, property);
                if (random.nextInt(3) == 0 && !property.has("default")) {
                    required.add(name);
                }
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        switch (random.nextInt(8)) {
            case 0 -> schema.put("additionalProperties", false);
            case 1 -> schema.set("additionalProperties", scalar());
            case 2 -> schema.put("maxProperties", properties.size() + 1);
            default -> {}
        }
        return schema;
    }

    /** Of parts, the later of which say more of what the first has. */
    ObjectNode composed() {
        if (objects.isEmpty()) {
            return object(0);
        }
        ObjectNode schema = JSON.objectNode();
        ArrayNode parts = schema.putArray("allOf");
        parts.addObject().put("$ref", "#/components/schemas/" + objects.get(random.nextInt(objects.size())));
        ObjectNode more = parts.addObject().put("type", "object");
        more.putObject("properties").set("added", any(1));
        if (random.nextBoolean()) {
            parts.addObject().putArray("required").add("added");
        }
        return schema;
    }

    private ObjectNode reference() {
        List<String> all = new ArrayList<>(objects);
        all.addAll(others);
        return all.isEmpty()
                ? string()
                : JSON.objectNode().put("$ref", "#/components/schemas/" + all.get(random.nextInt(all.size())));
    }

    private static ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }

    /** What says nothing of the value itself, null and a default aside. */
    private ObjectNode decorated(ObjectNode schema, List<JsonNode> defaults) {
        if (random.nextInt(4) == 0) {
            schema.put("nullable", true);
        }
        if (random.nextInt(3) == 0) {
            schema.put("description", "What it *is*: a \"value\", <or> not.\nAnd {@more}.");
        }
        switch (random.nextInt(12)) {
            case 0 -> schema.put("deprecated", true);
            case 1 -> schema.put("readOnly", true);
            case 2 -> schema.put("writeOnly", true);
            default -> {}
        }
        if (random.nextInt(4) == 0 && !defaults.isEmpty()) {
            schema.set("default", defaults.get(0));
        }
        return schema;
    }
}
