package net.ixapi.auth.stub.fault;

import static net.ixapi.auth.stub.fault.FaultMembers.checked;
import static net.ixapi.auth.stub.fault.FaultMembers.given;
import static net.ixapi.auth.stub.fault.FaultMembers.invalid;
import static net.ixapi.auth.stub.fault.FaultMembers.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The faults that JSON can ask for, and the members that each has there. {@code toString} is the name in JSON. */
enum FaultKind {
    STATUS(FaultKind::answer, "status", "retry_after", "body", "content_type"),
    CONNECTION_RESET(order -> Fault.connectionReset()),
    MALFORMED_BODY(order -> Fault.malformedBody()),
    TRUNCATED_BODY(order -> Fault.truncatedBody()),
    EMPTY_BODY(order -> Fault.emptyBody()),
    CONTENT_TYPE(order -> Fault.contentType(given("content_type", order.contentType())), "content_type"),
    MISSING_MEMBER(order -> Fault.missingMember(member(order)), "member"),
    DELAY(order -> timed(order, Fault::delay), "time"),
    SLOW_DRIP(order -> timed(order, Fault::slowDrip), "time");

    private final Function<FaultOrder, Fault> maker;
    private final List<String> members;

    FaultKind(Function<FaultOrder, Fault> maker, String... members) {
        this.maker = maker;
        this.members = List.of(members);
    }

    static FaultKind of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> invalid("fault", "must be one of " + names()));
    }

    private static String names() {
        return Arrays.stream(values()).map(FaultKind::toString).collect(Collectors.joining(", "));
    }

    List<String> members() {
        return members;
    }

    Fault make(FaultOrder order) {
        return maker.apply(order);
    }

    private static Fault answer(FaultOrder order) {
        AnswerFault answer =
                checked("status", given("status", order.status()), Fault::status, "must be between 200 and 599");
        answer = order.body() == null ? answer : answer.body(text(order.body()));
        answer = order.contentType() == null ? answer : answer.type(order.contentType());
        return order.retryAfter() == null
                ? answer
                : checked(
                        "retry_after",
                        duration("retry_after", order.retryAfter()),
                        answer::retryAfter,
                        "must not be negative");
    }

    private static String text(JsonNode body) {
        require(body.isTextual() || body.isContainerNode(), "body", "must be a string, an object or an array");
        return body.isTextual() ? body.textValue() : body.toString();
    }

    private static String member(FaultOrder order) {
        String member = given("member", order.member());
        require(
                AnswerMembers.NAMES.contains(member),
                "member",
                "must be one of " + String.join(", ", AnswerMembers.NAMES));
        return member;
    }

    private static Fault timed(FaultOrder order, Function<Duration, Fault> maker) {
        Duration time = duration("time", given("time", order.time()));
        return checked("time", time, maker, "must be between PT0S and P" + Fault.LONGEST_WAIT.toDays() + "D");
    }

    private static Duration duration(String member, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw invalid(member, "must be a duration such as PT15M");
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
