package net.ixapi.auth.contract.engine;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.wire.Answer;

/** What came over the wire, to be compared with the document. Safe for many threads. */
public final class Seen {
    private final Map<String, Integer> answers = new TreeMap<>();
    private final Map<String, Set<String>> problemTypes = new TreeMap<>();

    synchronized void add(Operation operation, Answer answer) {
        answers.merge(key(operation, answer.status()), 1, Integer::sum);
        String type = answer.status() >= 400 ? answer.member("type") : "";
        if (!type.isEmpty()) {
            problemTypes
                    .computeIfAbsent(key(operation, answer.status()), key -> new TreeSet<>())
                    .add(type);
        }
    }

    /**
     * How often an operation answered with a status.
     *
     * @param operation the operation
     * @param status the status
     * @return the count
     */
    public synchronized int answers(Operation operation, int status) {
        return answers.getOrDefault(key(operation, status), 0);
    }

    /**
     * The problem types that came with a status.
     *
     * @param operation the operation
     * @param status the status
     * @return the types in alphabetical order
     */
    public synchronized Set<String> problemTypes(Operation operation, int status) {
        return Set.copyOf(problemTypes.getOrDefault(key(operation, status), Set.of()));
    }

    private static String key(Operation operation, int status) {
        return operation.label() + " " + status;
    }
}
