package net.ixapi.auth.stub.admin;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Predicate;
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

/** The faults that the admin interface's document describes, as faults of a script. */
public final class FaultSpecs {
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
        Predicate<StubRequest> matching = matching(spec);
        int times = spec.getTimes() == null ? 1 : spec.getTimes();
        return script -> script.enqueue(times == 0 ? FaultScript.ALWAYS : times, matching, fault);
    }

    private static Predicate<StubRequest> matching(FaultSpec spec) {
        String operation = spec.getOperation();
        String account = spec.getAccount();
        if (operation != null && !StubOperations.exist(operation)) {
            throw StubAdmin.invalid(
                    "operation", "must be an operationId of the contract, oauth2_token or protected_resource");
        }
        Map<String, String> headers = new TreeMap<>();
        if (spec.getHeaders() != null) {
            spec.getHeaders().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        }
        return request -> (operation == null || request.isOf(operation))
                && (account == null || account.equals(request.account()))
                && request.headers().entrySet().containsAll(headers.entrySet());
    }

    private static Fault fault(FaultSpec spec, String at) {
        FaultSpec next = spec.getAnd();
        if (next == null) {
            return first(spec, at);
        } else if (next.getTimes() != null
                || next.getOperation() != null
                || next.getAccount() != null
                || next.getHeaders() != null) {
            throw StubAdmin.invalid(at + "and", "must not say which requests: the first fault does");
        }
        return first(spec, at).and(fault(next, at + "and."));
    }

    private static Fault first(FaultSpec spec, String at) {
        if (spec instanceof StatusFault status) {
            return response(status, at);
        } else if (spec instanceof ContentTypeFault type) {
            return Fault.contentType(type.getContentType());
        } else if (spec instanceof MissingPropertyFault missing) {
            return Fault.missingProperty(missing.getProperty());
        } else if (spec instanceof TimedFault timed) {
            return timed(timed, at + "time");
        }
        return plain(((PlainFault) spec).getFault());
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
