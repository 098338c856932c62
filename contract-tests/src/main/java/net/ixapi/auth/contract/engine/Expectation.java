package net.ixapi.auth.contract.engine;

import java.util.List;
import java.util.Optional;
import net.ixapi.auth.contract.document.Operation;

/**
 * What must come of a request. Immutable.
 *
 * @param statuses the statuses that are right; empty where every 4xx is
 * @param check the check that blames another status
 * @param cause what is wrong then, such as {@code api_key maxLength is not enforced}
 * @param otherwise what is wrong where a refusal was due and another one came
 * @param source who says so
 */
public record Expectation(List<Integer> statuses, String check, String cause, String otherwise, String source) {
    /** Copies the statuses. */
    public Expectation {
        statuses = List.copyOf(statuses);
    }

    /**
     * One cause, whatever comes.
     *
     * @param statuses the statuses that are right; empty where every 4xx is
     * @param check the check that blames another status
     * @param cause what is wrong then
     * @param source who says so
     */
    public Expectation(List<Integer> statuses, String check, String cause, String source) {
        this(statuses, check, cause, cause, source);
    }

    /**
     * The request is right.
     *
     * @param operation the operation
     * @param check the check that blames a refusal
     * @param cause what is wrong then
     * @return the documented success
     */
    public static Expectation success(Operation operation, String check, String cause) {
        return of(operation, Optional.of(operation.success()), check, cause);
    }

    /**
     * The request breaks the document.
     *
     * @param operation the operation
     * @param check the check that blames another answer
     * @param cause what is wrong then
     * @return the documented 400 or 422
     */
    public static Expectation invalid(Operation operation, String check, String cause) {
        return of(operation, operation.invalid(), check, cause);
    }

    /**
     * The request is right, but its credentials or its token are not.
     *
     * @param operation the operation
     * @param check the check that blames another answer
     * @param cause what is wrong then
     * @return the documented 401 or 403
     */
    public static Expectation unauthenticated(Operation operation, String check, String cause) {
        Expectation refusal = of(operation, operation.unauthenticated(), check, cause);
        String otherwise = "what is not accepted is not refused as such";
        return new Expectation(refusal.statuses, check, cause, otherwise, refusal.source);
    }

    /**
     * The document says nothing but that this is no good request.
     *
     * @param check the check that blames another answer
     * @param cause what is wrong then
     * @param source who says so
     * @return any 4xx
     */
    public static Expectation refusal(String check, String cause, String source) {
        return new Expectation(List.of(), check, cause, source);
    }

    private static Expectation of(Operation operation, Optional<Integer> status, String check, String cause) {
        List<Integer> statuses = status.map(List::of).orElse(operation.clientErrors());
        int named = statuses.isEmpty() ? operation.success() : statuses.get(0);
        return new Expectation(statuses, check, cause, operation.source(named));
    }

    /**
     * Whether a status is right.
     *
     * @param status the status of an answer
     * @return true if the status is one that must come
     */
    public boolean allows(int status) {
        return statuses.isEmpty() ? status / 100 == 4 : statuses.contains(status);
    }

    String text() {
        return statuses.isEmpty()
                ? "a 4xx"
                : statuses.toString().replaceAll("[\\[\\]]", "").replace(", ", " or ");
    }
}
