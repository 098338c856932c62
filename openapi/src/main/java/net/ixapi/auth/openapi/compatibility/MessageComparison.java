package net.ixapi.auth.openapi.compatibility;

import net.ixapi.auth.openapi.document.Operation;
import net.ixapi.auth.openapi.document.Operation.Response;
import net.ixapi.auth.openapi.document.Place;

/** Compares the schemas of an operation: those of parameters, bodies and headers that it has in both documents. */
final class MessageComparison {
    private final Changes changes;
    private final OperationPair operation;

    MessageComparison(Changes changes, OperationPair operation) {
        this.changes = changes;
        this.operation = operation;
    }

    void compare() {
        Operation was = operation.was();
        was.parameters().forEach(this::compareParameter);
        compareContent(
                Direction.REQUEST,
                "request body",
                was.requestBody(),
                operation.is().requestBody());
        was.responses().forEach(this::compareResponse);
    }

    private void compareParameter(Place was) {
        String key = key(was, operation.was());
        operation.is().parameters().stream()
                .filter(is -> key(is, operation.is()).equals(key))
                .forEach(is -> compareSchemas(
                        Direction.REQUEST, "parameter " + is.property("name").text(), was, is));
    }

    /** A path parameter is known by what stands before it in the path, any other by its name. */
    private static String key(Place parameter, Operation operation) {
        String in = parameter.property("in").text();
        String name = parameter.property("name").text();
        int start = operation.path().indexOf("{" + name + "}");
        boolean isInPath = in.equals("path") && start >= 0;
        return OperationPair.key(in, isInPath ? operation.path().substring(0, start) : name);
    }

    private void compareResponse(Response was) {
        String part = was.status() + " response";
        operation.is().responses().stream()
                .filter(is -> is.status().equals(was.status()))
                .map(Response::place)
                .forEach(is -> {
                    compareContent(Direction.RESPONSE, part, was.place(), is);
                    compareHeaders(part, was.place().property("headers"), is.property("headers"));
                });
    }

    private void compareHeaders(String part, Place was, Place is) {
        was.properties().stream()
                .filter(header -> is.property(header.name()).exists())
                .forEach(header -> compareSchemas(
                        Direction.RESPONSE,
                        "header " + header.name() + " in the " + part,
                        header.target(),
                        is.property(header.name()).target()));
    }

    private void compareContent(Direction direction, String part, Place was, Place is) {
        was.property("content").properties().stream()
                .filter(type -> is.property("content").property(type.name()).exists())
                .forEach(type -> compareSchemas(
                        direction, part, type, is.property("content").property(type.name())));
    }

    private void compareSchemas(Direction direction, String part, Place was, Place is) {
        new SchemaComparison(changes, direction, part + " of " + operation.name())
                .compare(was.property("schema"), is.property("schema"));
    }
}
