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
    private static final int LONGEST = 200;

    /** Each count by what is counted. */
    private final Map<String, Integer> counts = new HashMap<>();

    void add(Operation operation, Response response) {
        count(operation, "" + response.status());
        count(operation, response.status() + " as " + shortened(response.mediaType()));
        String type = response.status() >= 400 ? response.member("type") : "";
        if (!type.isEmpty()) {
            count(operation, response.status() + " of type " + shortened(type));
        }
    }

    /** Not its beginning: half a secret would not be found. */
    private static String shortened(String kind) {
        return kind.length() <= LONGEST ? kind : "(longer than " + LONGEST + " characters)";
    }

    /**
     * Counts a body that breaks a rule.
     *
     * @param operation the operation
     * @param rule the rule
     */
    public void refused(Operation operation, String rule) {
        count(operation, "invalid " + rule);
    }

    /**
     * Counts a body that keeps to a rule.
     *
     * @param operation the operation
     * @param rule the rule
     */
    public void taken(Operation operation, String rule) {
        count(operation, "valid " + rule);
    }

    /**
     * How often an operation answered with a status.
     *
     * @param operation the operation
     * @param status the status
     * @return the count
     */
    public int answers(Operation operation, int status) {
        return times(operation, "" + status);
    }

    /**
     * The statuses that came.
     *
     * @param operation the operation
     * @return each status once, in ascending order
     */
    public List<Integer> statuses(Operation operation) {
        return after(operation, "").keySet().stream()
                .filter(what -> what.matches("\\d+"))
                .map(Integer::valueOf)
                .toList();
    }

    /**
     * The media types that came with a status.
     *
     * @param operation the operation
     * @param status the status
     * @return counts by media type
     */
    public Map<String, Integer> mediaTypes(Operation operation, int status) {
        return after(operation, status + " as ");
    }

    /**
     * The problem types that came with a status.
     *
     * @param operation the operation
     * @param status the status
     * @return counts by type
     */
    public Map<String, Integer> problemTypes(Operation operation, int status) {
        return after(operation, status + " of type ");
    }

    /**
     * How many bodies broke a rule.
     *
     * @param operation the operation
     * @param rule the rule
     * @return the count
     */
    public int invalid(Operation operation, String rule) {
        return times(operation, "invalid " + rule);
    }

    /**
     * How many bodies kept to a rule, as near to its bounds as can be.
     *
     * @param operation the operation
     * @param rule the rule
     * @return the count
     */
    public int valid(Operation operation, String rule) {
        return times(operation, "valid " + rule);
    }

    private void count(Operation operation, String what) {
        counts.merge(key(operation, what), 1, Integer::sum);
    }

    private int times(Operation operation, String what) {
        return counts.getOrDefault(key(operation, what), 0);
    }

    private Map<String, Integer> after(Operation operation, String start) {
        String prefix = key(operation, start);
        Map<String, Integer> found = new TreeMap<>();
        counts.forEach((key, count) -> {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), count);
            }
        });
        return found;
    }

    private static String key(Operation operation, String what) {
        return operation.label() + " " + what;
    }
}
