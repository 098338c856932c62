package net.ixapi.auth.contract.engine;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.ixapi.auth.contract.document.Operation;

/**
 * What must come of a request. Immutable.
 *
 * @param statuses the statuses that are right; empty where every 4xx is
 * @param cause what is wrong with another one, such as {@code api_key maxLength is not enforced}
 * @param otherwise what is wrong where a refusal was due and another one came
 * @param source who says so
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

    /** The documented success, for a valid request. */
    public static Expectation success(Operation operation, String cause) {
        return of(operation, Optional.of(operation.success()), cause, cause);
    }

    /** The documented 400 or 422, for a request that breaks the document. */
    public static Expectation invalid(Operation operation, String cause) {
        return of(operation, operation.invalid(), cause, cause);
    }

    /** The documented 401 or 403, for a request that is valid, but whose credentials or token are not. */
    public static Expectation unauthenticated(Operation operation, String cause) {
        return of(operation, operation.unauthenticated(), cause, "what is not accepted is not refused as such");
    }

    /** Any documented 4xx. */
    public static Expectation refused(Operation operation, String cause) {
        return new Expectation(operation.clientErrors(), cause, operation.source());
    }

    /** Any documented status: only a fault of the server is one then. */
    public static Expectation documented(Operation operation, String cause) {
        return new Expectation(operation.statuses(), cause, operation.source());
    }

    /** Any 4xx, for what the document says nothing of. */
    public static Expectation refusal(String cause, String source) {
        return new Expectation(List.of(), cause, source);
    }

    private static Expectation of(Operation operation, Optional<Integer> status, String cause, String otherwise) {
        List<Integer> statuses = status.map(List::of).orElse(operation.clientErrors());
        int named = statuses.isEmpty() ? operation.success() : statuses.get(0);
        return new Expectation(statuses, cause, otherwise, operation.source(named));
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
