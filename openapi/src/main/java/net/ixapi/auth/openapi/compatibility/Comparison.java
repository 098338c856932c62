package net.ixapi.auth.openapi.compatibility;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Operation;
import net.ixapi.auth.openapi.document.Place;

/** Compares a released contract with the document as it is now. */
final class Comparison {
    private final Document was;
    private final Document is;
    private final Changes changes = new Changes();

    private Comparison(Document was, Document is) {
        this.was = was;
        this.is = is;
    }

    /** What clients can notice, each change once. */
    static List<Change> changes(Document released, Document document) {
        Comparison comparison = new Comparison(released, document);
        comparison.compareServers();
        comparison.compareOperations();
        return comparison.changes.all();
    }

    private void compareServers() {
        List<String> old = urls(was);
        List<String> now = urls(is);
        old.stream().filter(url -> !now.contains(url)).forEach(url -> addServer("server removed: " + url, false));
        now.stream().filter(url -> !old.contains(url)).forEach(url -> addServer("server added: " + url, true));
    }

    private static List<String> urls(Document document) {
        return document.root()
                .items("servers")
                .map(server -> server.text("url"))
                .toList();
    }

    private void addServer(String what, boolean isCompatible) {
        changes.add("operation", is.root().property("servers"), what, isCompatible, "all operations");
    }

    private void compareOperations() {
        Map<String, Operation> old = operations(was);
        Map<String, Operation> now = operations(is);
        old.forEach((key, operation) -> {
            if (now.containsKey(key)) {
                new OperationComparison(changes, operation, now.get(key)).compare();
            } else {
                addOperation(operation, "operation removed", false);
            }
        });
        now.forEach((key, operation) -> {
            if (!old.containsKey(key)) {
                addOperation(operation, "operation added", true);
            }
        });
    }

    /** By method and path. The names of path parameters are left out, because they are not sent. */
    private static Map<String, Operation> operations(Document document) {
        Map<String, Operation> operations = new LinkedHashMap<>();
        document.operations()
                .forEach(operation -> operations.put(
                        operation.place().name() + " " + operation.path().replaceAll("\\{[^/{}]+}", "{}"), operation));
        return operations;
    }

    private void addOperation(Operation operation, String what, boolean isCompatible) {
        Place place = is.root()
                .property("paths")
                .property(operation.path())
                .property(operation.place().name());
        changes.add("operation", place, what, isCompatible, name(operation));
    }

    /** What messages call an operation. */
    static String name(Operation operation) {
        String id = operation.place().text("operationId");
        return id.isEmpty() ? operation.place().name().toUpperCase(Locale.ROOT) + " " + operation.path() : id;
    }
}
