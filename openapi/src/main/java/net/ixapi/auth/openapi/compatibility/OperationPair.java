package net.ixapi.auth.openapi.compatibility;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Operation;

/** An operation in the released contract and in the document. */
record OperationPair(Operation was, Operation is) {
    /** The operations that both documents have. */
    static Map<String, OperationPair> byKey(Document was, Document is) {
        List<Operation> operations = is.operations();
        Map<String, OperationPair> pairs = new LinkedHashMap<>();
        was.operations()
                .forEach(old -> operations.stream()
                        .filter(now -> key(now).equals(key(old)))
                        .findFirst()
                        .ifPresent(now -> pairs.put(key(old), new OperationPair(old, now))));
        return pairs;
    }

    private static String key(Operation operation) {
        return key(operation.place().name(), operation.path());
    }

    /** The names of path parameters are left out, because they are not sent. */
    static String key(String method, String path) {
        return method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("\\{[^/{}]+}", "{}");
    }

    /** What messages call the operation. */
    String name() {
        String id = is.place().text("operationId");
        return id.isEmpty() ? is.place().name().toUpperCase(Locale.ROOT) + " " + is.path() : id;
    }
}
