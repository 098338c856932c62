package net.ixapi.auth.stub.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import net.ixapi.auth.server.runtime.InvalidMember;
import net.ixapi.auth.server.runtime.InvalidRequestException;
import net.ixapi.auth.server.runtime.Operation;
import net.ixapi.auth.stub.http.ApiPaths;
import org.jspecify.annotations.Nullable;

/**
 * A fault as JSON, such as {@code {"fault": "status", "status": 503, "times": 2}}. Immutable.
 *
 * @param fault which one: {@code status}, {@code connection-reset}, {@code malformed-body}, {@code truncated-body},
 *     {@code empty-body}, {@code content-type}, {@code missing-member}, {@code delay} or {@code slow-drip}
 * @param times for how many requests; 1 where it is absent, and 0 for all
 * @param operation the {@code operationId} of the requests; any where it is absent
 * @param status the status of a {@code status}
 * @param retryAfter the {@code Retry-After} of a {@code status}, as a duration
 * @param body the body of a {@code status}; a problem where it is absent
 * @param contentType the type of a {@code status} or a {@code content-type}
 * @param member what a {@code missing-member} leaves out
 * @param time how long a {@code delay} lasts, and a {@code slow-drip} before each byte
 */
public record FaultOrder(
        @Nullable String fault,
        @Nullable Integer times,
        @Nullable String operation,
        @Nullable Integer status,
        @JsonProperty("retry_after") @Nullable String retryAfter,
        @Nullable String body,
        @JsonProperty("content_type") @Nullable String contentType,
        @Nullable String member,
        @Nullable String time) {
    /**
     * Puts the fault into a script.
     *
     * @param script where to
     * @throws InvalidRequestException if it is no fault; it names the member
     */
    public void addTo(FaultScript script) {
        int count = times == null ? 1 : times;
        require(count >= 0, "times", "must be at least 0, which stands for always");
        int requests = count == 0 ? FaultScript.ALWAYS : count;
        if (operation == null) {
            script.next(requests, toFault());
        } else {
            script.next(requests, operation(operation), toFault());
        }
    }

    private Fault toFault() {
        return switch (given("fault", fault)) {
            case "status" -> answer();
            case "connection-reset" -> Fault.connectionReset();
            case "malformed-body" -> Fault.malformedBody();
            case "truncated-body" -> Fault.truncatedBody();
            case "empty-body" -> Fault.emptyBody();
            case "content-type" -> Fault.contentType(given("content_type", contentType));
            case "missing-member" -> Fault.missingMember(given("member", member));
            case "delay" -> Fault.delay(duration("time", given("time", time)));
            case "slow-drip" -> Fault.slowDrip(duration("time", given("time", time)));
            default ->
                throw invalid(
                        "fault",
                        "must be one of status, connection-reset, malformed-body, truncated-body, empty-body,"
                                + " content-type, missing-member, delay, slow-drip");
        };
    }

    private Fault answer() {
        AnswerFault answer = checked("status", given("status", status), Fault::status, "must be between 200 and 599");
        answer = body == null ? answer : answer.body(body);
        answer = contentType == null ? answer : answer.type(contentType);
        return retryAfter == null
                ? answer
                : checked(
                        "retry_after", duration("retry_after", retryAfter), answer::retryAfter, "must not be negative");
    }

    private static Operation operation(String id) {
        Operation operation = ApiPaths.operation(id);
        require(operation != null, "operation", "must be an operationId of the contract");
        return operation;
    }

    private static Duration duration(String member, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw invalid(member, "must be a duration such as PT15M");
        }
    }

    private static <T, R> R checked(String member, T value, Function<T, R> use, String reason) {
        try {
            return use.apply(value);
        } catch (IllegalArgumentException e) {
            throw invalid(member, reason);
        }
    }

    private static <T> T given(String member, @Nullable T value) {
        require(value != null, member, "is required");
        return value;
    }

    private static void require(boolean condition, String member, String reason) {
        if (!condition) {
            throw invalid(member, reason);
        }
    }

    private static InvalidRequestException invalid(String member, String reason) {
        return new InvalidRequestException(List.of(new InvalidMember(member, reason)));
    }
}
