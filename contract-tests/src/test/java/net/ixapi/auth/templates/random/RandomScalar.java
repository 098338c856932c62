package net.ixapi.auth.templates.random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Schemas of texts, numbers and booleans at random. Not safe for use by several threads at once. */
final class RandomScalar {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Patterns, and what fits them. */
    private static final Map<String, String> PATTERNS = Map.of(
            "^[a-z]+$", "abc", "^\\d{3}$", "123", "^[A-Z]{2}-\\d+$", "DE-1", "\"|b", "ab", "^(\\/\\w+)*\\$?$", "/a");

    private static final List<String> FORMATS =
            List.of("date date-time uuid uri byte email hostname ipv4 ipv6 time duration password other".split(" "));

    private final Random random;

    RandomScalar(Random random) {
        this.random = random;
    }

    ObjectNode any() {
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

    ObjectNode string() {
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

    ObjectNode integer() {
        ObjectNode schema = typed("integer");
        if (random.nextBoolean()) {
            schema.put("format", random.nextBoolean() ? "int32" : "int64");
        }
        int step = random.nextInt(3) == 0 ? 2 + random.nextInt(4) : 1;
        bounds(schema, BigDecimal.valueOf(step), step > 1);
        return decorated(schema, List.of());
    }

    ObjectNode number() {
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

    static ObjectNode typed(String type) {
        return JSON.objectNode().put("type", type);
    }

    /** What says nothing of the value itself, null and a default aside. */
    ObjectNode decorated(ObjectNode schema, List<JsonNode> defaults) {
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
