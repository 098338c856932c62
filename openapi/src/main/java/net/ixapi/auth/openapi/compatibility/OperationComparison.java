package net.ixapi.auth.openapi.compatibility;

import static net.ixapi.auth.openapi.compatibility.Direction.REQUEST;
import static net.ixapi.auth.openapi.compatibility.Direction.RESPONSE;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.openapi.document.Operation;
import net.ixapi.auth.openapi.document.Place;

/** Compares an operation that both documents have: who may call it, what it takes, and what it gives. */
final class OperationComparison {
    private final Changes changes;
    private final Operation was;
    private final Operation is;
    private final String name;

    OperationComparison(Changes changes, Operation was, Operation is) {
        this.changes = changes;
        this.was = was;
        this.is = is;
        this.name = Comparison.name(is);
    }

    void compare() {
        compareId();
        compareDeprecated();
        compareParameters();
        part(REQUEST, "request body of ").compareMessage(was.requestBody(), is.requestBody());
        part(RESPONSE, "")
                .compareEach(
                        "status",
                        was.place().property("responses"),
                        is.place().property("responses"),
                        (old, now) -> part(RESPONSE, now.name() + " response of ")
                                .compareMessage(old.target(), now.target()));
        Security.of(was).compare(Security.of(is), changes, name);
    }

    private PartComparison part(Direction direction, String part) {
        return new PartComparison(changes, direction, part + name);
    }

    private void compareId() {
        String id = was.place().text("operationId");
        Place now = is.place().property("operationId");
        if (!now.text().equals(id)) {
            String what = "was " + (id.isEmpty() ? "not set" : id) + ": generated methods get another name";
            changes.add("operation", now, what, true, name);
        }
    }

    private void compareDeprecated() {
        boolean isDeprecated = is.place().isTrue("deprecated");
        if (was.place().isTrue("deprecated") != isDeprecated) {
            String what = PartComparison.turned("deprecated", isDeprecated);
            changes.add("operation", is.place().property("deprecated"), what, true, name);
        }
    }

    private void compareParameters() {
        Map<List<String>, Place> old = parameters(was);
        Map<List<String>, Place> now = parameters(is);
        old.forEach((key, parameter) -> {
            PartComparison part = part(REQUEST, "parameter " + parameter.text("name") + " of ");
            if (now.containsKey(key)) {
                part.compareValue("parameter", parameter, now.get(key));
            } else {
                Place removed = is.place().property("parameters").property(parameter.text("name"));
                part.report(removed, Effect.CHANGED, "parameter removed");
            }
        });
        now.forEach((key, parameter) -> {
            if (!old.containsKey(key)) {
                boolean isRequired = parameter.isTrue("required");
                part(REQUEST, "parameter " + parameter.text("name") + " of ")
                        .report(
                                parameter,
                                isRequired ? Effect.NARROWED : Effect.HARMLESS,
                                isRequired ? "required parameter added" : "parameter added");
            }
        });
    }

    /**
     * A path parameter is known by what stands before it in the path, since its name is not sent; any other by its name. Those of the
     * path are the same in both documents, or these would be two operations.
     */
    private static Map<List<String>, Place> parameters(Operation operation) {
        Map<List<String>, Place> parameters = new LinkedHashMap<>();
        for (Place parameter : operation.parameters()) {
            String in = parameter.text("in");
            String name = parameter.text("name");
            int start = in.equals("path") ? operation.path().indexOf("{" + name + "}") : -1;
            parameters.put(List.of(in, start < 0 ? name : operation.path().substring(0, start)), parameter);
        }
        return parameters;
    }
}
