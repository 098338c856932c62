package net.ixapi.auth.openapi.lint;

import static net.ixapi.auth.openapi.lint.Places.MEDIA_TYPES;
import static net.ixapi.auth.openapi.lint.Places.operations;

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
            operations(operation -> id(operation).isBlank()).refuse("has no operationId"),
            // No two operations have the same operationId.
            document -> repeated(document, OperationRules::id, "has the same operationId as "),
            // No two operations have the same method and path, whatever the names
            // in the path template and with or without a last slash.
            document -> repeated(document, OperationRules::route, "has the same method and path as "),
            OperationRules::indistinct,
            // Every operation has a 2xx or a default response.
            operations(operation ->
                            responses(operation, SUCCESS + "|DEFAULT").findAny().isEmpty())
                    .refuse("has neither a 2xx nor a default response"),
            // All 2xx responses of an operation that have content have the same schema.
            operations(operation -> successSchemas(operation).distinct().count() > 1)
                    .at("responses")
                    .refuse("2xx responses with different schemas are not supported by the templates"),
            // Every request body and response that has content is JSON.
            MEDIA_TYPES
                    .where(mediaType -> !JSON.matcher(mediaType.name()).matches())
                    .refuse(mediaType -> mediaType.name() + " bodies are not supported by the templates: use JSON"),
            // No body that a request must have may be null: to a client, null is no body.
            Places.of(operation -> Stream.of(operation.requestBody()))
                    .where(body -> body.isTrue("required"))
                    .each(body -> body.properties("content"))
                    .at("schema")
                    .where(schema -> schema.target().isTrue("nullable"))
                    .refuse("a required body that may be null is not supported by the templates:"
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

    private static String id(Operation operation) {
        return operation.place().text("operationId");
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
                .flatMap(response -> response.properties("content"))
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
                        .finding(message + first.get(key.apply(operation)).pointer()));
    }
}
