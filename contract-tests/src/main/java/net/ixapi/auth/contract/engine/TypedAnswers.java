package net.ixapi.auth.contract.engine;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.ixapi.auth.contract.document.Operation;

/** What the generated client made of a server's answers. Not safe for use by several threads at once. */
public final class TypedAnswers {
    private final Map<Operation, Set<Integer>> answers = new LinkedHashMap<>();
    private final Set<String> absent = new LinkedHashSet<>();
    private final Set<String> faults = new LinkedHashSet<>();

    /**
     * Tells of an operation that the client has.
     *
     * @param operation the operation
     */
    public void expect(Operation operation) {
        answers.put(operation, new LinkedHashSet<>());
    }

    /**
     * Tells of an answer that a caller of the client gets as it came, typed and valid.
     *
     * @param operation the operation
     * @param status the status of the answer
     */
    public void add(Operation operation, int status) {
        answers.computeIfAbsent(operation, unknown -> new LinkedHashSet<>()).add(status);
    }

    /**
     * Tells of a part of the document that the client was not generated from, since it was generated from another document.
     *
     * @param part an operation, or an answer of one
     */
    public void addAbsent(String part) {
        absent.add(part);
    }

    /**
     * Tells of a fault of the client, and so of the suite: no server causes it.
     *
     * @param fault one sentence, without values
     */
    public void addFault(String fault) {
        faults.add(fault);
    }

    /**
     * The operations that the client has.
     *
     * @return the statuses that came typed and valid, by operation
     */
    public Map<Operation, Set<Integer>> answers() {
        return answers;
    }

    /**
     * The parts of the document that the client was not generated from.
     *
     * @return operations and answers, in the order of the document
     */
    public List<String> absent() {
        return new ArrayList<>(absent);
    }

    /**
     * What is wrong with the client.
     *
     * @return one sentence for each fault
     */
    public List<String> faults() {
        return new ArrayList<>(faults);
    }
}
