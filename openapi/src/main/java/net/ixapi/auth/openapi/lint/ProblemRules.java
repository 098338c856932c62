package net.ixapi.auth.openapi.lint;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Operation.Response;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.SchemaParts;

final class ProblemRules {
    private static final List<String> PROPERTIES = List.of("type", "title", "status", "detail", "instance");

    private ProblemRules() {}

    /** Every 4xx and 5xx response is JSON in the shape of RFC 7807: an object with its five properties, type being required. */
    static Stream<Finding> errorsThatAreNoProblems(Document document) {
        return document.operations().stream()
                .flatMap(operation -> operation.responses().stream())
                .filter(response -> response.hasStatus("[45](\\d\\d|XX)"))
                .map(Response::place)
                .filter(Place::exists)
                .flatMap(ProblemRules::findings);
    }

    private static Stream<Finding> findings(Place response) {
        Place body = response.property("content").property("application/json");
        Place schema = body.property("schema");
        return body.exists()
                ? faults(schema).map(fault -> schema.finding("is not a problem document: " + fault))
                : Stream.of(response.finding("has no application/json body: errors are problem documents"));
    }

    private static Stream<String> faults(Place schema) {
        if (!SchemaParts.areObject(schema)) {
            return Stream.of("it is not an object");
        }
        Set<String> properties = SchemaParts.of(schema)
                .flatMap(part -> part.properties("properties"))
                .map(Place::name)
                .collect(Collectors.toSet());
        Stream<String> missing = PROPERTIES.stream()
                .filter(name -> !properties.contains(name))
                .map(name -> "it has no property " + name);
        return requiresType(schema) ? missing : Stream.concat(missing, Stream.of("its type is not required"));
    }

    private static boolean requiresType(Place schema) {
        return SchemaParts.of(schema)
                .flatMap(part -> part.items("required"))
                .anyMatch(name -> name.text().equals("type"));
    }
}
