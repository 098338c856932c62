package net.ixapi.auth.openapi.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Operation;
import net.ixapi.auth.openapi.document.Operation.Response;
import net.ixapi.auth.openapi.document.Place;

final class OperationRules {
    private static final String SUCCESS = "2(\\d\\d|XX)";
    private static final Pattern JSON =
            Pattern.compile("application/json(;.*)?|[^/;]+/[^/;]+\\+json(;.*)?", Pattern.CASE_INSENSITIVE);

    static final List<Rule> RULES = List.of(
            // Every operation has an operationId.
            Rule.refuseOperations(operation -> id(operation).isBlank(), Operation::place, "has no operationId"),
            // No two operations have the same operationId.
            document -> repeated(document, OperationRules::id, "has the same operationId as %s"),
            // No two operations have the same method and path, whatever the names in the path template and with or
            // without a last slash.
            document -> repeated(document, OperationRules::route, "has the same method and path as %s"),
            OperationRules::indistinct,
            // Every operation has a 2xx or a default response.
            Rule.refuseOperations(
                    operation ->
                            responses(operation, SUCCESS + "|DEFAULT").findAny().isEmpty(),
                    Operation::place,
                    "has neither a 2xx nor a default response"),
            // All 2xx responses of an operation that have content have the same schema.
            Rule.refuseOperations(
                    operation -> successSchemas(operation).distinct().count() > 1,
                    operation -> operation.place().property("responses"),
                    "2xx responses with different schemas are not supported by the templates"),
            // Every request body and response that has content is JSON.
            Rule.refuse(
                    document -> document.operations().stream().flatMap(Operation::mediaTypes),
                    mediaType -> !JSON.matcher(mediaType.name()).matches(),
                    mediaType -> mediaType.name() + " bodies are not supported by the templates: use JSON"),
            // No body that a request must have may be null: to a client, null is no body.
            Rule.refuse(
                    OperationRules::requiredBodies,
                    schema -> schema.target().property("nullable").text().equals("true"),
                    schema -> "a required body that may be null is not supported by the templates:"
                            + " leave nullable or required out"));

    private OperationRules() {}

    /** No two operations of a method differ only by what stands beside a variable in a segment of the path. */
    private static Stream<Finding> indistinct(Document document) {
        Map<String, List<Operation>> alike = new HashMap<>();
        return document.operations().stream().flatMap(operation -> {
            List<Operation> others = alike.computeIfAbsent(
                    route(operation).replaceAll("[^/]*\\{}[^/]*", "{}"), key -> new ArrayList<>());
            Optional<Finding> finding = others.stream()
                    .filter(other -> matchTheSame(route(operation), route(other)))
                    .findFirst()
                    .map(other -> operation
                            .place()
                            .finding("cannot be told from " + other.place().pointer()
                                    + " by the server: use a segment of its own for what differs"));
            others.add(operation);
            return finding.stream();
        });
    }

    /** Whether each segment is the same in both, or a variable as a whole in one of them. */
    private static boolean matchTheSame(String route, String other) {
        String[] segments = route.split("/");
        String[] others = other.split("/");
        return !route.equals(other)
                && IntStream.range(0, segments.length)
                        .allMatch(i ->
                                segments[i].equals(others[i]) || segments[i].equals("{}") || others[i].equals("{}"));
    }

    private static Stream<Place> requiredBodies(Document document) {
        return document.operations().stream()
                .map(Operation::requestBody)
                .filter(body -> body.property("required").text().equals("true"))
                .flatMap(body -> body.property("content").properties().stream())
                .map(mediaType -> mediaType.property("schema"));
    }

    private static String id(Operation operation) {
        return operation.place().property("operationId").text();
    }

    private static String route(Operation operation) {
        String path = operation.path().replaceAll("\\{[^{}]*}", "{}").replaceAll("(?<=.)/$", "");
        return operation.place().name() + " " + path;
    }

    private static Stream<Place> responses(Operation operation, String statuses) {
        return operation.responses().stream()
                .filter(response -> response.hasStatus(statuses))
                .map(Response::place);
    }

    private static Stream<Optional<Object>> successSchemas(Operation operation) {
        return responses(operation, SUCCESS)
                .flatMap(response -> response.property("content").properties().stream())
                .map(mediaType ->
                        Optional.ofNullable(mediaType.property("schema").value()));
    }

    private static Stream<Finding> repeated(Document document, Function<Operation, String> key, String message) {
        Map<String, Place> first = new HashMap<>();
        return document.operations().stream()
                .filter(operation -> !key.apply(operation).isBlank())
                .filter(operation -> first.putIfAbsent(key.apply(operation), operation.place()) != null)
                .map(operation -> operation
                        .place()
                        .finding(message.formatted(
                                first.get(key.apply(operation)).pointer())));
    }
}
