package net.ixapi.auth.contract.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.wire.Response;

/** What went and came over the wire, to be compared with the document. Not safe for use by several threads at once. */
public final class CoverageRecorder {
    /** Longer than any kind of the document. A server may send megabytes for one, and new ones each time. */
    private static final int MAX_KIND = 200;

    /** By operation and what is counted. */
    private final Map<List<Object>, Map<String, Integer>> counts = new HashMap<>();

    void add(Operation operation, Response response) {
        int status = response.status();
        count("" + status, operation.label(), "status");
        count(response.mediaType(), operation.label(), "media type", status);
        String type = status >= 400 ? response.property("type") : "";
        if (!type.isEmpty()) {
            count(type, operation.label(), "problem type", status);
        }
    }

    /** Counts a body that keeps to a rule, or that breaks it. */
    public void tried(Operation operation, String rule, boolean valid) {
        count(rule, operation.label(), "rule", valid);
    }

    /** How many bodies kept to a rule, as near to its bounds as can be, or broke it. */
    public int bodies(Operation operation, String rule, boolean valid) {
        return counted(operation.label(), "rule", valid).getOrDefault(rule, 0);
    }

    /** How often a status came. */
    public int responses(Operation operation, int status) {
        return counted(operation.label(), "status").getOrDefault("" + status, 0);
    }

    /** The statuses that came, in ascending order. */
    public List<Integer> statuses(Operation operation) {
        return counted(operation.label(), "status").keySet().stream()
                .map(Integer::valueOf)
                .toList();
    }

    /** The media types that came with a status, with their counts. */
    public Map<String, Integer> mediaTypes(Operation operation, int status) {
        return counted(operation.label(), "media type", status);
    }

    /** The problem types that came with a status, with their counts. */
    public Map<String, Integer> problemTypes(Operation operation, int status) {
        return counted(operation.label(), "problem type", status);
    }

    private void count(String kind, Object... what) {
        // Not its beginning: half a secret would not be found.
        String named = kind.length() <= MAX_KIND ? kind : "(longer than " + MAX_KIND + " characters)";
        counts.computeIfAbsent(List.of(what), none -> new TreeMap<>()).merge(named, 1, Integer::sum);
    }

    private Map<String, Integer> counted(Object... what) {
        return counts.getOrDefault(List.of(what), Map.of());
    }
}
