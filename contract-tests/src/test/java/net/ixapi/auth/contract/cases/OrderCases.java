package net.ixapi.auth.contract.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.openapi.document.PlainJson;

/** The cases of a document that says more of its bodies than the contract does. */
final class OrderCases {
    static final OpenApiDocument DOCUMENT = read();
    static final Operation ORDER = DOCUMENT.operations().get(0);

    private OrderCases() {}

    private static OpenApiDocument read() {
        try {
            return OpenApiDocument.read(Path.of("src/test/resources/documents/order.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<BodyCase> cases() {
        return cases(DOCUMENT, ORDER);
    }

    static List<BodyCase> cases(OpenApiDocument document, Operation operation) {
        return new BodyCases(document, operation, (ObjectNode) operation.example())
                .all()
                .toList();
    }

    static Map<String, Boolean> validity(String... rules) {
        return validity(DOCUMENT, ORDER, rules);
    }

    /** Whether all cases of a name are valid, by name. */
    static Map<String, Boolean> validity(OpenApiDocument document, Operation operation, String... rules) {
        return cases(document, operation).stream()
                .filter(one -> List.of(rules).contains(one.rule()))
                .collect(Collectors.toMap(BodyCase::name, BodyCase::valid, Boolean::logicalAnd, LinkedHashMap::new));
    }

    static BodyCase one(String name) {
        return cases().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name));
    }

    static JsonNode json(BodyCase one) {
        return PlainJson.read(one.body());
    }

    static JsonNode tree(String json) {
        return PlainJson.read(json.replace('\'', '"'));
    }
}
