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

    /** Each count by operation and by what is counted. */
    private final Map<String, Map<String, Integer>> counts = new HashMap<>();

    void add(Operation operation, Response response) {
        int status = response.status();
        count(operation, "" + status);
        count(operation, status + " as " + shortened(response.mediaType()));
        String type = status >= 400 ? response.member("type") : "";
        if (!type.isEmpty()) {
            count(operation, status + " of type " + shortened(type));
        }
    }

    /** Not its beginning: half a secret would not be found. */
    private static String shortened(String kind) {
        return kind.length() <= MAX_KIND ? kind : "(longer than " + MAX_KIND + " characters)";
    }

    /** Counts a body that keeps to a rule, or that breaks it. */
    public void tried(Operation operation, String rule, boolean valid) {
        count(operation, key(rule, valid));
    }

    /** How many bodies kept to a rule, as near to its bounds as can be, or broke it. */
    public int bodies(Operation operation, String rule, boolean valid) {
        return of(operation).getOrDefault(key(rule, valid), 0);
    }

    /** How often a status came. */
    public int responses(Operation operation, int status) {
        return of(operation).getOrDefault("" + status, 0);
    }

    /** The statuses that came, in ascending order. */
    public List<Integer> statuses(Operation operation) {
        return of(operation).keySet().stream()
                .filter(what -> what.matches("\\d+"))
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }

    /** The media types that came with a status, with their counts. */
    public Map<String, Integer> mediaTypes(Operation operation, int status) {
        return after(operation, status + " as ");
    }

    /** The problem types that came with a status, with their counts. */
    public Map<String, Integer> problemTypes(Operation operation, int status) {
        return after(operation, status + " of type ");
    }

    private void count(Operation operation, String what) {
        counts.computeIfAbsent(operation.label(), label -> new HashMap<>()).merge(what, 1, Integer::sum);
    }

    private static String key(String rule, boolean valid) {
        return (valid ? "valid " : "invalid ") + rule;
    }

    private Map<String, Integer> of(Operation operation) {
        return counts.getOrDefault(operation.label(), Map.of());
    }

    private Map<String, Integer> after(Operation operation, String start) {
        Map<String, Integer> found = new TreeMap<>();
        of(operation).forEach((what, count) -> {
            if (what.startsWith(start)) {
                found.put(what.substring(start.length()), count);
            }
        });
        return found;
    }
}
