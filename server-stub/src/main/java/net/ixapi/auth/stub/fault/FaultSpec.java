package net.ixapi.auth.stub.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import net.ixapi.auth.server.runtime.FieldError;
import net.ixapi.auth.server.runtime.InvalidRequestException;
import net.ixapi.auth.server.runtime.JsonText;
import net.ixapi.auth.server.runtime.Operation;
import net.ixapi.auth.stub.http.StubOperations;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A fault as JSON, such as {@code {"fault": "status", "status": 503, "times": 2}}. Immutable. {@code toString} prints nothing of
 * it, since bodies and headers may hold secrets.
 *
 * @param fault which one: {@code status}, {@code connection-reset}, {@code malformed-body}, {@code truncated-body},
 *     {@code empty-body}, {@code content-type}, {@code missing-property}, {@code delay} or {@code slow-drip}
 * @param times for how many requests; 1 where it is absent, and 0 for all
 * @param operation the {@code operationId} of the requests; any where it is absent
 * @param account the name of the account that the requests are for; any where it is absent
 * @param headers what the requests have, names in any case; anything where it is absent
 * @param status the status of a {@code status}
 * @param retryAfter the {@code Retry-After} of a {@code status}, as a duration
 * @param body the body of a {@code status}, as a text or as JSON; a problem where it is absent
 * @param contentType the type of a {@code status} or a {@code content-type}
 * @param property what a {@code missing-property} leaves out
 * @param time how long a {@code delay} lasts, and a {@code slow-drip} before each byte
 * @param and another fault for the same requests
 */
public record FaultSpec(
        @Nullable String fault,
        @Nullable Integer times,
        @Nullable String operation,
        @Nullable String account,
        @Nullable Map<String, @Nullable String> headers,
        @Nullable Integer status,
        @JsonProperty("retry_after") @Nullable String retryAfter,
        @Nullable JsonNode body,
        @JsonProperty("content_type") @Nullable String contentType,
        @Nullable String property,
        @Nullable String time,
        @Nullable FaultSpec and) {
    /** Takes a null for no body, as Jackson does with the other properties. */
    public FaultSpec {
        body = body == null || body.isNull() ? null : body;
    }

    /**
     * Puts the fault into a script.
     *
     * @param script where to
     * @throws InvalidRequestException if it is no fault; it names the property
     * @throws IllegalStateException if the script has too many already
     */
    public void addTo(FaultScript script) {
        checked().accept(script);
    }

    /**
     * Reads a fault from elsewhere than the admin interface, such as an option, as strictly as that does.
     *
     * @param json such as {@code {"fault": "status", "status": 503}}
     * @return adds it to a script
     * @throws IllegalArgumentException if it is no fault; the message names the property, not its value
     */
    public static Consumer<FaultScript> read(String json) {
        FaultSpec spec = JsonText.read(json, FaultSpec.class);
        try {
            return spec.checked();
        } catch (InvalidRequestException e) {
            FieldError wrong = e.errors().get(0);
            throw new IllegalArgumentException(wrong.name() + " " + wrong.reason());
        }
    }

    /** Adds the fault, of which nothing is wrong any more. */
    private Consumer<FaultScript> checked() {
        int count = times == null ? 1 : times;
        FaultProperties.require(count >= 0, "times", "must be at least 0, which stands for always");
        int requests = count == 0 ? FaultScript.ALWAYS : count;
        Predicate<StubRequest> matching = ofOperation().and(ofAccount()).and(withHeaders());
        Fault made = made();
        return script -> script.enqueue(requests, matching, made);
    }

    private Predicate<StubRequest> ofOperation() {
        if (operation == null) {
            return request -> true;
        }
        Operation found = StubOperations.withId(operation);
        FaultProperties.require(
                found != null,
                "operation",
                "must be an operationId of the contract, oauth2_token or protected_resource");
        return request -> found.equals(request.operation());
    }

    private Predicate<StubRequest> ofAccount() {
        return account == null ? request -> true : request -> account.equals(request.account());
    }

    private Predicate<StubRequest> withHeaders() {
        Predicate<StubRequest> all = request -> true;
        if (headers != null) {
            for (Map.Entry<String, @Nullable String> header : headers.entrySet()) {
                String name = header.getKey();
                String value = header.getValue();
                FaultProperties.require(value != null, "headers." + name, "must be a string");
                all = all.and(request -> value.equals(request.headers().get(name.toLowerCase(Locale.ROOT))));
            }
        }
        return all;
    }

    private Fault made() {
        FaultType kind = FaultType.of(FaultProperties.given("fault", fault));
        requireOnlyPropertiesOf(kind);
        Fault first = kind.make(this);
        return and == null ? first : first.and(second(and));
    }

    private void requireOnlyPropertiesOf(FaultType kind) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("status", status);
        properties.put("retry_after", retryAfter);
        properties.put("body", body);
        properties.put("content_type", contentType);
        properties.put("property", property);
        properties.put("time", time);
        refuse(properties, kind.properties(), "is for other faults than " + kind);
    }

    private static Fault second(FaultSpec spec) {
        try {
            Map<String, @Nullable Object> properties = new LinkedHashMap<>();
            properties.put("times", spec.times);
            properties.put("operation", spec.operation);
            properties.put("account", spec.account);
            properties.put("headers", spec.headers);
            refuse(properties, List.of(), "is for the first fault only");
            return spec.made();
        } catch (InvalidRequestException e) {
            throw new InvalidRequestException(e.errors().stream()
                    .map(wrong -> new FieldError("and." + wrong.name(), wrong.reason()))
                    .toList());
        }
    }

    private static void refuse(Map<String, @Nullable Object> properties, List<String> allowed, String reason) {
        List<FieldError> wrong = new ArrayList<>();
        properties.forEach((name, value) -> {
            if (value != null && !allowed.contains(name)) {
                wrong.add(new FieldError(name, reason));
            }
        });
        if (!wrong.isEmpty()) {
            throw new InvalidRequestException(wrong);
        }
    }

    @Override
    public String toString() {
        return "FaultSpec[*]";
    }
}
