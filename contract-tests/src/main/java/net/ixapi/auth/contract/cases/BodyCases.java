package net.ixapi.auth.contract.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.document.Property;
import net.ixapi.auth.contract.document.SchemaViolation;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.PlainJson;

/** All bodies that the document suggests: of the whole body, and of each property. */
public final class BodyCases {
    private static final int DEEP = 1_000;

    private BodyCases() {}

    /**
     * Request bodies that differ from a good one in one property, and those that are not a JSON object.
     *
     * @param document decides which of them a server must take
     * @param operation the operation
     * @param good a body that the server takes
     * @return the cases; always the same for the same document and body
     */
    public static Stream<BodyCase> of(OpenApiDocument document, Operation operation, ObjectNode good) {
        Place schema = operation.json().property("schema");
        List<Property> properties = Property.of(schema);
        Function<String, List<SchemaViolation>> rules = body -> document.violations(schema, body);
        Stream<BodyCase> changed = properties.stream()
                .map(property -> PropertyCases.of(rules, with(property, properties, rules, good), property))
                .flatMap(Collection::stream);
        // Those that look like ordinary ones come first: by what comes of them, a gateway is told from the server.
        return Stream.concat(changed, wholes(good.toString()));
    }

    /** An optional property that the good body does not have is tried in one that has it as the document's examples do. */
    private static ObjectNode with(
            Property property,
            List<Property> properties,
            Function<String, List<SchemaViolation>> rules,
            ObjectNode good) {
        String name = property.path().get(0);
        JsonNode example = good.has(name) ? MissingNode.getInstance() : Examples.of(properties, name);
        if (example.isMissingNode()) {
            return good;
        }
        ObjectNode with = good.deepCopy().set(name, example);
        return rules.apply(with.toString()).isEmpty() ? with : good;
    }

    private static Stream<BodyCase> wholes(String good) {
        return Stream.of(
                whole("the body is JSON null", "body type", "null"),
                whole("the body is an array", "body type", "[" + good + "]"),
                // Somebody may read it once more.
                whole("the body is text", "body type", PlainJson.tree(good).toString()),
                whole("the body is a number", "body type", "5"),
                whole("the body is true", "body type", "true"),
                whole("the body is not JSON", "body syntax", "api_key=1"),
                whole("the body is cut off", "body syntax", good.substring(0, good.length() - 2)),
                whole("the body is nested " + DEEP + " levels deep", "body syntax", "[".repeat(DEEP)));
    }

    private static BodyCase whole(String name, String rule, String body) {
        return new BodyCase(name, rule, null, body, false, false);
    }
}
