package net.ixapi.auth.contract.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.openapi.document.Place;

/**
 * Which operations of a document are tried: authentication, and what takes a body that the document shows and needs nothing else.
 * An operation is known by the properties of its body, not by its name. Immutable.
 *
 * @param document the document
 */
public record TriedOperations(OpenApiDocument document) {
    static boolean logsIn(Operation operation) {
        return operation.has(Fixtures.KEY) && operation.has(Fixtures.SECRET);
    }

    static boolean refreshes(Operation operation) {
        return operation.has(Fixtures.REFRESH_TOKEN);
    }

    /** Whether {@link Fixtures#good} is really accepted, so that a success can be demanded, or only keeps to the schema. */
    public static boolean knows(Operation operation) {
        return logsIn(operation) || refreshes(operation);
    }

    /** The operations that are tried, in the order of the document. */
    public Stream<Operation> all() {
        return document.operations().stream()
                .filter(operation -> whyUntried(operation).isEmpty());
    }

    /** The first operation that takes key and secret. */
    public Optional<Operation> logIn() {
        return all().filter(TriedOperations::logsIn).findFirst();
    }

    /** The first operation that takes a refresh token. */
    public Optional<Operation> refresh() {
        return all().filter(TriedOperations::refreshes).findFirst();
    }

    /** What of the document is not tried, and why: operations and parameters, one sentence for each. */
    public List<String> untried() {
        return document.operations().stream().flatMap(TriedOperations::untried).toList();
    }

    private static Stream<String> untried(Operation operation) {
        String why = whyUntried(operation);
        Stream<String> parameters =
                operation.parameters().stream().map(parameter -> ": " + name(parameter) + " was not tried");
        Stream<String> untried = why.isEmpty() ? parameters : Stream.of(" was not tried: " + why);
        return untried.map(what -> operation.label() + what);
    }

    private static String name(Place parameter) {
        return "the " + parameter.property("in").text() + " parameter '"
                + parameter.property("name").text() + "'";
    }

    /** Anything else might change what is not ours, or find nothing. */
    private static String whyUntried(Operation operation) {
        Optional<String> needed = operation.parameters().stream()
                .filter(parameter -> parameter.property("required").text().equals("true"))
                .map(TriedOperations::name)
                .findFirst();
        if (operation.path().contains("{") || needed.isPresent()) {
            return "it needs " + needed.orElse("a path parameter");
        } else if (!operation.method().equals("POST")) {
            return "only POST is tried";
        } else if (knows(operation)) {
            return "";
        } else if (operation.secured()) {
            return "it needs authentication";
        }
        return operation.example().isObject() ? "" : "the document has no example of a body of JSON";
    }
}
