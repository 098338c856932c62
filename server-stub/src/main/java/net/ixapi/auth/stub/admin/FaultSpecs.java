package net.ixapi.auth.stub.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import net.ixapi.auth.openapi.document.PlainJson;
import net.ixapi.auth.server.runtime.ApiRoute;
import net.ixapi.auth.server.runtime.FieldError;
import net.ixapi.auth.server.runtime.InvalidRequestException;
import net.ixapi.auth.stub.admin.model.FaultSpec;
import net.ixapi.auth.stub.fault.Fault;
import net.ixapi.auth.stub.fault.FaultScript;
import net.ixapi.auth.stub.fault.StubRequest;
import net.ixapi.auth.stub.http.StubOperations;

/** The faults that the admin interface's document describes, as faults of a script. */
public final class FaultSpecs {
    /** They say which requests meet a fault: properties that all kinds of faults have, but no type that they have in common. */
    private static final List<String> SCOPE = List.of("times", "operation", "account", "headers");

    private static final String WAITS = "must be between PT0S and P" + Fault.MAX_WAIT.toDays() + "D";

    private FaultSpecs() {}

    /**
     * Reads a fault from elsewhere than the admin interface, such as an option, as strictly as that does.
     *
     * @param json such as {@code {"fault": "status", "status": 503}}
     * @return adds it to a script
     * @throws IllegalArgumentException if it is not a fault; the message names the property, not its value
     */
    public static Consumer<FaultScript> read(String json) {
        ApiRoute route = AdminApiRoutes.of(new AdminApi() {}).stream()
                .filter(candidate -> candidate.operation().equals(AdminApiRoutes.FAULTS_CREATE))
                .findFirst()
                .orElseThrow();
        try {
            return checked(route.read(json, FaultSpec.class));
        } catch (InvalidRequestException e) {
            FieldError wrong = e.errors().get(0);
            throw new IllegalArgumentException(
                    (wrong.name().equals(FieldError.BODY) ? "it" : wrong.name()) + " " + wrong.reason());
        }
    }

    /** Adds the fault, of which nothing is wrong any more. */
    static Consumer<FaultScript> checked(FaultSpec spec) {
        JsonNode json = PlainJson.tree(spec);
        Fault fault = fault(json, "");
        Predicate<StubRequest> matching = matching(json);
        int times = json.path("times").asInt(1);
        return script -> script.enqueue(times == 0 ? FaultScript.ALWAYS : times, matching, fault);
    }

    private static Predicate<StubRequest> matching(JsonNode spec) {
        String operation = spec.path("operation").textValue();
        String account = spec.path("account").textValue();
        if (operation != null && !StubOperations.exist(operation)) {
            throw new InvalidRequestException(
                    "operation", "must be an operationId of the contract, oauth2_token or protected_resource");
        }
        return request -> (operation == null || request.isOf(operation))
                && (account == null || account.equals(request.account()))
                && spec.path("headers").properties().stream()
                        .allMatch(header -> header.getValue()
                                .textValue()
                                .equals(request.headers().get(header.getKey())));
    }

    private static Fault fault(JsonNode spec, String at) {
        Fault first = first(spec, at);
        JsonNode next = spec.get("and");
        if (next == null) {
            return first;
        } else if (SCOPE.stream().anyMatch(next::has)) {
            throw new InvalidRequestException(at + "and", "must not say which requests: the first fault does");
        }
        return first.and(fault(next, at + "and."));
    }

    private static Fault first(JsonNode spec, String at) {
        String kind = spec.path("fault").textValue();
        return switch (kind) {
            case "status" -> response(spec, at + "retry_after");
            case "connection-reset" -> Fault.connectionReset();
            case "malformed-body" -> Fault.malformedBody();
            case "truncated-body" -> Fault.truncatedBody();
            case "empty-body" -> Fault.emptyBody();
            case "content-type" -> Fault.contentType(spec.path("content_type").textValue());
            case "missing-property" ->
                Fault.missingProperty(spec.path("property").textValue());
            case "delay" -> StubAdmin.timed(at + "time", spec.path("time").textValue(), WAITS, Fault::delay);
            case "slow-drip" -> StubAdmin.timed(at + "time", spec.path("time").textValue(), WAITS, Fault::slowDrip);
            default -> throw new IllegalStateException("There is no fault " + kind + ", though admin.yaml names it.");
        };
    }

    private static Fault response(JsonNode spec, String at) {
        JsonNode body = spec.path("body");
        String text = body.isTextual() || body.isMissingNode()
                ? body.textValue()
                : new String(PlainJson.bytes(body), StandardCharsets.UTF_8);
        String type = spec.path("content_type").asText("application/json");
        Fault fault = Fault.response(spec.path("status").intValue(), type, text);
        String time = spec.path("retry_after").textValue();
        return time == null ? fault : StubAdmin.timed(at, time, "must not be negative", fault::retryAfter);
    }
}
