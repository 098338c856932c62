package net.ixapi.auth.contract.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import net.ixapi.auth.contract.document.Member;

/** Puts a value together from the examples in its schema. */
final class Examples {
    private Examples() {}

    /** An example of a property of a body; missing where the schema has none. */
    static JsonNode of(List<Member> members, String property) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        // What contains others comes before them.
        members.stream()
                .filter(member -> member.path().get(0).equals(property))
                .forEach(member -> add(member, body.at(member.pointer().head()), body.at(member.pointer())));
        return body.path(property);
    }

    private static void add(Member member, JsonNode around, JsonNode present) {
        JsonNode value = example(member);
        if (!present.isMissingNode() || value.isMissingNode()) {
            return;
        }
        if (around instanceof ObjectNode object) {
            object.set(member.path().get(member.path().size() - 1), value);
        } else if (around instanceof ArrayNode array) {
            array.add(value);
        }
    }

    private static JsonNode example(Member member) {
        JsonNode schema = member.schema();
        if (schema.has("example")) {
            return schema.path("example").deepCopy();
        }
        return switch (schema.path("type").asText("")) {
            case "object" -> JsonNodeFactory.instance.objectNode();
            case "array" -> JsonNodeFactory.instance.arrayNode();
            default ->
                schema.path("default").isMissingNode()
                        ? MissingNode.getInstance()
                        : schema.path("default").deepCopy();
        };
    }
}
