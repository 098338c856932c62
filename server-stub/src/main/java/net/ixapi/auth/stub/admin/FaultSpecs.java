package net.ixapi.auth.stub.admin;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.PlainJson;
import net.ixapi.auth.server.runtime.ApiRoute;
import net.ixapi.auth.server.runtime.FieldError;
import net.ixapi.auth.server.runtime.InvalidRequestException;
import net.ixapi.auth.server.runtime.JsonText;
import net.ixapi.auth.stub.admin.model.ContentTypeFault;
import net.ixapi.auth.stub.admin.model.FaultSpec;
import net.ixapi.auth.stub.admin.model.MissingPropertyFault;
import net.ixapi.auth.stub.admin.model.PlainFault;
import net.ixapi.auth.stub.admin.model.StatusFault;
import net.ixapi.auth.stub.admin.model.TimedFault;
import net.ixapi.auth.stub.fault.Fault;
import net.ixapi.auth.stub.fault.FaultScript;
import net.ixapi.auth.stub.fault.ResponseFault;
import net.ixapi.auth.stub.fault.StubRequest;
import net.ixapi.auth.stub.http.StubOperations;
import org.jspecify.annotations.Nullable;

/** The faults that the admin interface's document describes, as faults of a script. */
public final class FaultSpecs {
    private FaultSpecs() {}

    /** Which requests meet the fault: properties that all kinds of faults have, but no type that they have in common. */
    private record Scope(JsonNode spec) {
        static Scope of(FaultSpec spec) {
            return new Scope(PlainJson.tree(spec));
        }

        boolean isTheNextRequest() {
            return Stream.of("times", "operation", "account", "headers").noneMatch(spec::hasNonNull);
        }

        int requests() {
            int count = spec.path("times").asInt(1);
            return count == 0 ? FaultScript.ALWAYS : count;
        }

        Predicate<StubRequest> matching() {
            String operation = spec.path("operation").textValue();
            String account = spec.path("account").textValue();
            if (operation != null && !StubOperations.exist(operation)) {
                throw StubAdmin.invalid(
                        "operation", "must be an operationId of the contract, oauth2_token or protected_resource");
            }
            return request -> (operation == null || request.isOf(operation))
                    && (account == null || account.equals(request.account()))
                    && spec.path("headers").properties().stream().allMatch(header -> hasHeader(request, header));
        }

        private static boolean hasHeader(StubRequest request, Map.Entry<String, JsonNode> header) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            return header.getValue().textValue().equals(request.headers().get(name));
        }
    }

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
            return checked(JsonText.read(json, FaultSpec.class, route));
        } catch (InvalidRequestException e) {
            FieldError wrong = e.errors().get(0);
            throw new IllegalArgumentException(
                    (wrong.name().equals(FieldError.BODY) ? "it" : wrong.name()) + " " + wrong.reason());
        }
    }

    /** Adds the fault, of which nothing is wrong any more. */
    static Consumer<FaultScript> checked(FaultSpec spec) {
        Fault fault = fault(spec, "");
        Scope scope = Scope.of(spec);
        Predicate<StubRequest> matching = scope.matching();
        return script -> script.enqueue(scope.requests(), matching, fault);
    }

    private static Fault fault(FaultSpec spec, String at) {
        if (spec instanceof StatusFault status) {
            return and(response(status, at), status.getAnd(), at);
        } else if (spec instanceof ContentTypeFault type) {
            return and(Fault.contentType(type.getContentType()), type.getAnd(), at);
        } else if (spec instanceof MissingPropertyFault missing) {
            return and(Fault.missingProperty(missing.getProperty()), missing.getAnd(), at);
        } else if (spec instanceof TimedFault timed) {
            return and(timed(timed, at + "time"), timed.getAnd(), at);
        }
        PlainFault plain = (PlainFault) spec;
        return and(plain(plain.getFault()), plain.getAnd(), at);
    }

    private static Fault and(Fault first, @Nullable FaultSpec next, String at) {
        if (next == null) {
            return first;
        } else if (!Scope.of(next).isTheNextRequest()) {
            throw StubAdmin.invalid(at + "and", "must not say which requests: the first fault does");
        }
        return first.and(fault(next, at + "and."));
    }

    private static Fault plain(PlainFault.FaultEnum name) {
        return switch (name.getValue()) {
            case "connection-reset" -> Fault.connectionReset();
            case "malformed-body" -> Fault.malformedBody();
            case "truncated-body" -> Fault.truncatedBody();
            default -> Fault.emptyBody();
        };
    }

    private static Fault timed(TimedFault spec, String at) {
        var time = StubAdmin.duration(at, spec.getTime());
        return StubAdmin.checked(
                at,
                "must be between PT0S and P" + Fault.MAX_WAIT.toDays() + "D",
                () -> spec.getFault().equals(TimedFault.FaultEnum.DELAY) ? Fault.delay(time) : Fault.slowDrip(time));
    }

    private static Fault response(StatusFault spec, String at) {
        ResponseFault fault = Fault.status(spec.getStatus());
        fault = spec.getBody() == null ? fault : fault.body(text(spec.getBody()));
        fault = spec.getContentType() == null ? fault : fault.type(spec.getContentType());
        if (spec.getRetryAfter() == null) {
            return fault;
        }
        ResponseFault busy = fault;
        var time = StubAdmin.duration(at + "retry_after", spec.getRetryAfter());
        return StubAdmin.checked(at + "retry_after", "must not be negative", () -> busy.retryAfter(time));
    }

    private static String text(Object body) {
        return body instanceof String text ? text : new String(PlainJson.bytes(body), StandardCharsets.UTF_8);
    }
}
