package net.ixapi.auth.contract.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.CheckContext;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;

/** Methods that a path does not have. */
final class Methods {
    private static final List<String> ALL =
            List.of("GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "TRACE");
    private static final Set<String> WITH_BODY = Set.of("GET", "PUT", "POST", "DELETE", "PATCH");
    private static final String OVERRIDE = "X-HTTP-Method-Override";
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final int NOT_IMPLEMENTED = 501;
    private static final String SOURCE = "RFC 9110, section 15.5.6";

    private Methods() {}

    static void run(CheckContext context) {
        Operation operation = context.operation();
        Map<String, Function<Optional<ObjectNode>, Request>> requests = new LinkedHashMap<>();
        ALL.stream()
                .filter(method -> context.probe().document().operations().stream()
                        .noneMatch(other -> other.path().equals(operation.path())
                                && other.method().equals(method)))
                .forEach(method -> requests.put(method, body -> request(operation, method, body)));
        if (requests.containsKey("GET")) {
            requests.put(
                    "GET with a query",
                    body -> Request.bare(
                            "GET",
                            operation.path()
                                    + body.map(good -> "?" + Fixtures.form(good))
                                            .orElse("")));
            requests.put(
                    "GET with " + OVERRIDE,
                    body -> request(operation, "GET", body).withHeader(OVERRIDE, operation.method()));
        }
        Optional<ObjectNode> good = context.fixtures().good(operation);
        requests.forEach((what, request) -> {
            Exchange exchange = context.probe().send(operation.label(), request.apply(good));
            if (!isRefusal(exchange)) {
                // Once more, since it may have been an accident, and with a new body, since a token may be used up.
                Request another = request.apply(context.fixtures().good(operation));
                exchange = context.probe().send(operation.label(), another);
            }
            judge(context, what, exchange);
        });
    }

    private static void judge(CheckContext context, String what, Exchange exchange) {
        String method = context.operation().method();
        Response response = exchange.response();
        int status = exchange.status();
        if (response == null || status / 100 == 5 && status != NOT_IMPLEMENTED) {
            context.judge(exchange, Expectation.refusal(what + " is not refused", SOURCE));
        } else if (!isRefusal(exchange)) {
            // No RFC knows the header, so that none forbids it either.
            Level level = what.endsWith(OVERRIDE) ? Level.INFO : Level.VIOLATION;
            context.report(level, what + " brings " + status, "405", SOURCE, exchange);
        } else if (status == 405 && !response.header("Allow").orElse("").contains(method)) {
            String cause = "405 does not name the right method";
            context.as("allow-header").report(Level.VIOLATION, cause, "Allow: " + method, SOURCE, exchange);
        } else if (status != 405 && !what.equals("OPTIONS")) {
            String cause = "other methods bring " + status;
            context.as("allow-header").report(Level.INFO, cause, "405", SOURCE, exchange);
        }
    }

    /**
     * RFC 9110, section 9.3.7: OPTIONS may be answered. Section 15.6.2: a server need not know each method. A page for people who
     * follow the address is not the operation.
     */
    private static boolean isRefusal(Exchange exchange) {
        String method = exchange.request().method();
        boolean page = SAFE.contains(method)
                && exchange.success()
                        .filter(response -> response.mediaType().equals("text/html"))
                        .isPresent();
        return exchange.status() / 100 == 4
                || exchange.status() == NOT_IMPLEMENTED
                || page
                || method.equals("OPTIONS") && exchange.success().isPresent();
    }

    /** With a body where the method may have one: what would be good with the right one. TRACE would repeat it. */
    private static Request request(Operation operation, String method, Optional<ObjectNode> good) {
        return good.filter(body -> WITH_BODY.contains(method))
                .map(body -> Request.json(method, operation.path(), body.toString()))
                .orElseGet(() -> Request.bare(method, operation.path()));
    }
}
