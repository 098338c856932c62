package net.ixapi.auth.stub.fault;

import static net.ixapi.auth.stub.fault.FaultProperties.checked;
import static net.ixapi.auth.stub.fault.FaultProperties.given;
import static net.ixapi.auth.stub.fault.FaultProperties.invalid;
import static net.ixapi.auth.stub.fault.FaultProperties.require;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The faults that JSON can ask for, and the properties that each has there. {@code toString} is the name in JSON. */
enum FaultType {
    STATUS(FaultType::answer, "status", "retry_after", "body", "content_type"),
    CONNECTION_RESET(spec -> Fault.connectionReset()),
    MALFORMED_BODY(spec -> Fault.malformedBody()),
    TRUNCATED_BODY(spec -> Fault.truncatedBody()),
    EMPTY_BODY(spec -> Fault.emptyBody()),
    CONTENT_TYPE(spec -> Fault.contentType(given("content_type", spec.contentType())), "content_type"),
    MISSING_PROPERTY(spec -> Fault.missingProperty(property(spec)), "property"),
    DELAY(spec -> timed(spec, Fault::delay), "time"),
    SLOW_DRIP(spec -> timed(spec, Fault::slowDrip), "time");

    private final Function<FaultSpec, Fault> maker;
    private final List<String> properties;

    FaultType(Function<FaultSpec, Fault> maker, String... properties) {
        this.maker = maker;
        this.properties = List.of(properties);
    }

    static FaultType of(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> invalid("fault", "must be one of " + names()));
    }

    private static String names() {
        return Arrays.stream(values()).map(FaultType::toString).collect(Collectors.joining(", "));
    }

    List<String> properties() {
        return properties;
    }

    Fault make(FaultSpec spec) {
        return maker.apply(spec);
    }

    private static Fault answer(FaultSpec spec) {
        ResponseFault answer =
                checked("status", given("status", spec.status()), Fault::status, "must be between 200 and 599");
        answer = spec.body() == null ? answer : answer.body(text(spec.body()));
        answer = spec.contentType() == null ? answer : answer.type(spec.contentType());
        return spec.retryAfter() == null
                ? answer
                : checked(
                        "retry_after",
                        duration("retry_after", spec.retryAfter()),
                        answer::retryAfter,
                        "must not be negative");
    }

    private static String text(JsonNode body) {
        require(body.isString() || body.isContainer(), "body", "must be a string, an object or an array");
        return body.isString() ? body.stringValue() : body.toString();
    }

    private static String property(FaultSpec spec) {
        String property = given("property", spec.property());
        require(
                ResponseProperties.NAMES.contains(property),
                "property",
                "must be one of " + String.join(", ", ResponseProperties.NAMES));
        return property;
    }

    private static Fault timed(FaultSpec spec, Function<Duration, Fault> maker) {
        Duration time = duration("time", given("time", spec.time()));
        return checked("time", time, maker, "must be between PT0S and P" + Fault.MAX_WAIT.toDays() + "D");
    }

    private static Duration duration(String property, String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw invalid(property, "must be a duration such as PT15M");
        }
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
