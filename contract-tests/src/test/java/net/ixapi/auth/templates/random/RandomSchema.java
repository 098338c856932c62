package net.ixapi.auth.templates.random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Schemas at random, each of which some value fits. Not safe for use by several threads at once. */
final class RandomSchema {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final int MAX_DEPTH = 3;

    private static final List<String> PROPERTIES = List.of(
            "name some_thing other-thing camelCase class URL a_b1 $ref_ _under 1st default value hash-code with.dot x"
                    .split(" "));

    private final Random random;
    private final RandomScalar scalars;
    private final List<String> objects = new ArrayList<>();
    private final List<String> others = new ArrayList<>();

    RandomSchema(Random random) {
        this.random = random;
        this.scalars = new RandomScalar(random);
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
            case 0, 1 -> scalars.string();
            case 2 -> scalars.integer();
            case 3 -> scalars.number();
            case 4 -> scalars.decorated(RandomScalar.typed("boolean"), List.of(JSON.booleanNode(true)));
            case 5 -> scalars.enumeration();
            case 6, 7 -> array(depth);
            case 8 -> map(depth);
            case 9 -> scalars.decorated(object(depth), List.of());
            default -> reference();
        };
    }

    /** A scalar, or a list of scalars. */
    ObjectNode parameter(String in) {
        ObjectNode scalar = scalars.any();
        // Null cannot be sent, and an item with a comma in a header or a cookie is two.
        scalar.remove(List.of("nullable", "readOnly", "writeOnly"));
        if (in.equals("cookie") || in.equals("header")) {
            scalar.remove("pattern");
        }
        if (in.equals("cookie") || random.nextInt(3) > 0) {
            return scalar;
        }
        scalar.remove("default");
        ObjectNode list = RandomScalar.typed("array");
        list.set("items", scalar);
        if (random.nextBoolean()) {
            list.put("minItems", 1).put("maxItems", 3);
        }
        return list;
    }

    private ObjectNode array(int depth) {
        ObjectNode schema = RandomScalar.typed("array");
        boolean isSet = random.nextInt(4) == 0;
        ObjectNode item = isSet ? scalars.string() : any(depth + 1);
        schema.set("items", element(item));
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
        return scalars.decorated(schema, List.of());
    }

    private ObjectNode map(int depth) {
        ObjectNode schema = RandomScalar.typed("object");
        schema.set("additionalProperties", element(any(depth + 1)));
        if (random.nextInt(3) == 0) {
            schema.put("minProperties", 1).put("maxProperties", 2);
        }
        return scalars.decorated(schema, List.of());
    }

    /** Without what only a property can have. */
    private static ObjectNode element(ObjectNode schema) {
        schema.remove(List.of("readOnly", "writeOnly", "default"));
        return schema;
    }

    ObjectNode object(int depth) {
        ObjectNode schema = RandomScalar.typed("object");
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
            case 1 -> schema.set("additionalProperties", element(scalars.any()));
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
            ObjectNode last = parts.addObject();
            if (random.nextBoolean()) {
                last.put("type", "object");
            }
            last.putArray("required").add("added");
        }
        return schema;
    }

    private ObjectNode reference() {
        List<String> all = new ArrayList<>(objects);
        all.addAll(others);
        return all.isEmpty()
                ? scalars.string()
                : JSON.objectNode().put("$ref", "#/components/schemas/" + all.get(random.nextInt(all.size())));
    }
}
