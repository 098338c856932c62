package net.ixapi.auth.contract.engine;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What must come of a request. Immutable.
 *
 * @param statuses the statuses that are right; empty where every 4xx is
 * @param cause what is wrong with another one, such as {@code api_key maxLength is not enforced}
 * @param otherwise what is wrong where a refusal was due and another one came
 * @param source who says so; empty for whoever says so for the requirement
 */
public record Expectation(List<Integer> statuses, String cause, String otherwise, String source) {
    /**
     * One cause, whatever comes.
     *
     * @param statuses the statuses that are right; empty where every 4xx is
     * @param cause what is wrong with another one
     * @param source who says so
     */
    public Expectation(List<Integer> statuses, String cause, String source) {
        this(statuses, cause, cause, source);
    }

    /** Any 4xx, for what the document says nothing of. */
    public static Expectation refusal(String cause) {
        return new Expectation(List.of(), cause, "");
    }

    /** Whether a status is one that must come. */
    public boolean allows(int status) {
        return statuses.isEmpty() ? status / 100 == 4 : statuses.contains(status);
    }

    String text() {
        return statuses.isEmpty()
                ? "a 4xx"
                : statuses.stream().map(String::valueOf).collect(Collectors.joining(" or "));
    }
}
