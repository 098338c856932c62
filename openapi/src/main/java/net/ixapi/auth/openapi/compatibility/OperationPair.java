package net.ixapi.auth.openapi.compatibility;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Operation;

/** An operation in the released contract and in the document. */
record OperationPair(Operation was, Operation is) {
    static Stream<OperationPair> of(Document was, Document is) {
        Map<String, Operation> now = byKey(is);
        return was.operations().stream()
                .filter(operation -> now.containsKey(key(operation)))
                .map(operation -> new OperationPair(operation, now.get(key(operation))));
    }

    private static Map<String, Operation> byKey(Document document) {
        return document.operations().stream()
                .collect(Collectors.toMap(OperationPair::key, Function.identity(), (first, second) -> first));
    }

    private static String key(Operation operation) {
        return key(operation.place().name(), operation.path());
    }

    /** What tells operations apart. */
    String key() {
        return key(was);
    }

    /** The names of path parameters are left out, because they are not sent. */
    static String key(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^/{}]+}", "{}");
    }

    /** What messages call the operation. */
    String name() {
        String id = is.place().property("operationId").text();
        return id.isEmpty() ? is.place().name().toUpperCase(Locale.ROOT) + " " + is.path() : id;
    }
}
