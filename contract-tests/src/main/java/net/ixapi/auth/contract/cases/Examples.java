package net.ixapi.auth.contract.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import net.ixapi.auth.contract.document.Property;

/** Puts a value together from the examples in its schema. */
final class Examples {
    private Examples() {}

    /** An example of a property of a body; missing where the schema has none. */
    static JsonNode of(List<Property> properties, String name) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        // What contains others comes before them.
        properties.stream()
                .filter(property -> property.path().get(0).equals(name))
                .forEach(property -> add(property, body.at(property.pointer().head()), body.at(property.pointer())));
        return body.path(name);
    }

    private static void add(Property property, JsonNode around, JsonNode present) {
        JsonNode value = example(property);
        if (!present.isMissingNode() || value.isMissingNode()) {
            return;
        }
        if (around instanceof ObjectNode object) {
            object.set(property.path().get(property.path().size() - 1), value);
        } else if (around instanceof ArrayNode array) {
            array.add(value);
        }
    }

    private static JsonNode example(Property property) {
        JsonNode schema = property.schema();
        JsonNode given = schema.path(schema.has("example") ? "example" : "default");
        if (!given.isMissingNode()) {
            return given.deepCopy();
        }
        return switch (schema.path("type").asText("")) {
            case "object" -> JsonNodeFactory.instance.objectNode();
            case "array" -> JsonNodeFactory.instance.arrayNode();
            default -> given;
        };
    }
}
