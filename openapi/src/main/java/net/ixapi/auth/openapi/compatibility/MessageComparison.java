package net.ixapi.auth.openapi.compatibility;

import net.ixapi.auth.openapi.document.Operation;
import net.ixapi.auth.openapi.document.Operation.Response;
import net.ixapi.auth.openapi.document.Place;

/** Compares the schemas of an operation: those of parameters, bodies and headers that it has in both documents. */
final class MessageComparison {
    private final Changes changes;
    private final Operation was;
    private final Operation is;
    private final String name;

    MessageComparison(Changes changes, OperationPair operation) {
        this.changes = changes;
        this.was = operation.was();
        this.is = operation.is();
        this.name = operation.name();
    }

    void compare() {
        was.parameters().forEach(this::compareParameter);
        compareContent(Direction.REQUEST, "request body", was.requestBody(), is.requestBody());
        was.responses().forEach(this::compareResponse);
    }

    private void compareParameter(Place old) {
        String key = key(old, was);
        is.parameters().stream()
                .filter(now -> key(now, is).equals(key))
                .forEach(now -> compareSchemas(Direction.REQUEST, "parameter " + now.text("name"), old, now));
    }

    /** A path parameter is known by what stands before it in the path, any other by its name. */
    private static String key(Place parameter, Operation operation) {
        String in = parameter.text("in");
        String name = parameter.text("name");
        int start = operation.path().indexOf("{" + name + "}");
        boolean isInPath = in.equals("path") && start >= 0;
        return OperationPair.key(in, isInPath ? operation.path().substring(0, start) : name);
    }

    private void compareResponse(Response old) {
        String part = old.status() + " response";
        is.responses().stream()
                .filter(now -> now.status().equals(old.status()))
                .map(Response::place)
                .forEach(now -> {
                    compareContent(Direction.RESPONSE, part, old.place(), now);
                    compareHeaders(part, old.place(), now);
                });
    }

    private void compareHeaders(String part, Place old, Place now) {
        old.properties("headers")
                .forEach(header -> compareSchemas(
                        Direction.RESPONSE,
                        "header " + header.name() + " in the " + part,
                        header.target(),
                        now.property("headers").property(header.name()).target()));
    }

    private void compareContent(Direction direction, String part, Place old, Place now) {
        old.properties("content")
                .forEach(type -> compareSchemas(
                        direction, part, type, now.property("content").property(type.name())));
    }

    private void compareSchemas(Direction direction, String part, Place old, Place now) {
        if (now.exists()) {
            new SchemaComparison(changes, direction, part + " of " + name)
                    .compare(old.property("schema"), now.property("schema"));
        }
    }
}
