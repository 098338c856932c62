package net.ixapi.auth.contract.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.document.Property;
import net.ixapi.auth.contract.document.SchemaViolation;
import net.ixapi.auth.openapi.document.PlainJson;

/**
 * All bodies that the document suggests: of the whole body, and of each property. Immutable.
 *
 * @param document decides which of them a server must take
 * @param operation the operation
 * @param good a body that the server takes
 */
public record BodyCases(OpenApiDocument document, Operation operation, ObjectNode good) {
    private static final int DEEP = 1_000;

    /**
     * Request bodies that differ from the good one in one property, and those that are not a JSON object.
     *
     * @return the cases; always the same for the same document and body
     */
    public Stream<BodyCase> all() {
        Stream<BodyCase> changed = operation.properties().stream()
                .map(property -> PropertyCases.of(this::violations, with(property), property))
                .flatMap(Collection::stream);
        // Those that look like ordinary ones come first: by what comes of them, a gateway is told from the server.
        return Stream.concat(changed, wholes(good.toString()));
    }

    private List<SchemaViolation> violations(JsonNode body) {
        return document.violations(operation, body);
    }

    /** An optional property that the good body does not have is tried in one that has it as the document's examples do. */
    private ObjectNode with(Property property) {
        String name = property.path().get(0);
        JsonNode example = good.has(name) ? MissingNode.getInstance() : Examples.of(operation.properties(), name);
        if (example.isMissingNode()) {
            return good;
        }
        ObjectNode with = good.deepCopy().set(name, example);
        return violations(with).isEmpty() ? with : good;
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
