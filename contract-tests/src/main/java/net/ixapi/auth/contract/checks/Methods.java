package net.ixapi.auth.contract.checks;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.CheckContext;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;

/**
 * Methods that a path does not have.
 *
 * @param context what the check works with
 */
record Methods(CheckContext context) {
    /** A server need not know each method (RFC 9110, section 15.6.2), but must not fall over one. */
    private static final String UNKNOWN = "UNKNOWN";

    private static final List<String> METHODS =
            List.of("GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "TRACE", UNKNOWN);

    /** Where there is no telling what the operation takes. */
    private static final ObjectNode NONE = JsonNodeFactory.instance.objectNode();

    private static final Set<String> WITH_BODY = Set.of("GET", "PUT", "POST", "DELETE", "PATCH");
    private static final String OVERRIDE = "X-HTTP-Method-Override";
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final int NOT_IMPLEMENTED = 501;

    void run() {
        Operation operation = context.operation();
        Map<String, Function<ObjectNode, Request>> requests = new LinkedHashMap<>();
        METHODS.stream()
                // What a server does not know, it does not know at any path.
                .filter(method -> !method.equals(UNKNOWN) || operation.has(Fixtures.SECRET))
                .filter(method -> context.probe().document().operations().stream()
                        .noneMatch(other -> other.path().equals(operation.path())
                                && other.method().equals(method)))
                .forEach(method -> requests.put(method, good -> request(operation, method, good)));
        if (requests.containsKey("GET")) {
            requests.put("GET with a query", good -> Request.bare("GET", operation.path() + "?" + Fixtures.form(good)));
            // RFC 9110, section 9.1: no header field may conflict with the method.
            requests.put(
                    "GET with " + OVERRIDE,
                    good -> request(operation, "GET", good).withHeader(OVERRIDE, operation.method()));
        }
        ObjectNode good = context.good().orElse(NONE);
        requests.forEach((what, request) -> {
            Exchange exchange = context.sendUndocumented(request.apply(good));
            if (!isRefusal(exchange)) {
                // Once more, since it may have been an accident, and with a new body, since a token may be used up.
                exchange = context.sendUndocumented(request.apply(context.good().orElse(NONE)));
            }
            judge(what, exchange);
        });
    }

    private void judge(String what, Exchange exchange) {
        String method = context.operation().method();
        Response response = exchange.response();
        int status = exchange.status();
        if (response == null || status / 100 == 3 || status / 100 == 5 && status != NOT_IMPLEMENTED) {
            context.judge(exchange, Expectation.refusal(what + " is not refused"));
        } else if (!isRefusal(exchange)) {
            context.report(what + " brings " + status, "405", exchange);
        } else if (status == 405 && what.equals("TRACE") && response.mediaType().equals("text/html")) {
            // nginx and others answer it themselves, whatever the server would say.
            context.noteGateway(exchange, "405");
        } else if (status == 405 && !isRight(response.header("Allow").orElse(""), method, exchange)) {
            context.as("allow-header").report("405 does not name the right method", "Allow: " + method, exchange);
        } else if (status != 405 && !List.of("OPTIONS", UNKNOWN).contains(what)) {
            context.as("allow-header").report("other methods bring " + status, "405", exchange);
        }
    }

    /** What there is, and not what is refused. A proxy may refuse OPTIONS. */
    private static boolean isRight(String allow, String method, Exchange refused) {
        String other = refused.request().method();
        boolean named = List.of(allow.split("\\s*,\\s*")).contains(other);
        return allow.contains(method) && (!named || other.equals("OPTIONS"));
    }

    /**
     * RFC 9110, section 9.3.7: OPTIONS may be answered. Section 15.6.2: a server need not know each method. A page for people who
     * follow the address is not the operation.
     */
    private static boolean isRefusal(Exchange exchange) {
        String method = exchange.request().method();
        return exchange.status() / 100 == 4
                || exchange.status() == NOT_IMPLEMENTED
                || exchange.success()
                        .filter(response -> method.equals("OPTIONS")
                                || SAFE.contains(method) && response.mediaType().equals("text/html"))
                        .isPresent();
    }

    /** With a body where the method may have one: what would be good with the right one. TRACE would repeat it. */
    private static Request request(Operation operation, String method, ObjectNode good) {
        return good.isEmpty() || !WITH_BODY.contains(method)
                ? Request.bare(method, operation.path())
                : Request.json(method, operation.path(), good.toString());
    }
}
