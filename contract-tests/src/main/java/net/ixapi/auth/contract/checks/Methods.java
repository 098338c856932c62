package net.ixapi.auth.contract.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;

/** Methods that a path does not have. */
final class Methods {
    static final String NAME = "methods";
    private static final List<String> ALL =
            List.of("GET", "HEAD", "PUT", "POST", "DELETE", "PATCH", "OPTIONS", "TRACE");
    private static final Set<String> WITH_BODY = Set.of("GET", "PUT", "POST", "DELETE", "PATCH");
    private static final String OVERRIDE = "X-HTTP-Method-Override";
    private static final Set<String> SAFE = Set.of("GET", "HEAD");
    private static final int NOT_IMPLEMENTED = 501;
    private static final String SOURCE = "RFC 9110, section 15.5.6";

    private Methods() {}

    static void run(Probe probe) {
        for (Operation operation : probe.fixtures().operations()) {
            Optional<ObjectNode> good = probe.fixtures().good(operation);
            Map<String, Function<Optional<ObjectNode>, Request>> requests = new LinkedHashMap<>();
            ALL.stream()
                    .filter(method -> isUndocumented(probe, operation.path(), method))
                    .forEach(method -> requests.put(method, body -> request(operation, method, body)));
            if (requests.containsKey("GET")) {
                requests.put(
                        "GET with a query",
                        body -> body.map(properties -> inTheQuery(operation, properties))
                                .orElseGet(() -> Request.bare("GET", operation.path())));
                requests.put(
                        "GET with " + OVERRIDE,
                        body -> request(operation, "GET", body).withHeader(OVERRIDE, operation.method()));
            }
            requests.forEach((what, request) -> ask(probe, operation, what, request, good));
        }
    }

    private static boolean isUndocumented(Probe probe, String path, String method) {
        return probe.document().operations().stream()
                .noneMatch(other -> other.path().equals(path) && other.method().equals(method));
    }

    private static void ask(
            Probe probe,
            Operation operation,
            String what,
            Function<Optional<ObjectNode>, Request> request,
            Optional<ObjectNode> good) {
        Exchange exchange = probe.send(operation.label(), request.apply(good));
        if (!isRefusal(exchange)) {
            // Once more, since it may have been an accident, and with a new body, since a token may be used up.
            exchange =
                    probe.send(operation.label(), request.apply(probe.fixtures().good(operation)));
        }
        Response response = exchange.response();
        if (response == null || response.status() / 100 == 5 && response.status() != NOT_IMPLEMENTED) {
            probe.judge(operation, exchange, Expectation.refusal(NAME, what + " is not refused", SOURCE));
        } else if (!isRefusal(exchange)) {
            String cause = what + " brings " + response.status();
            // No RFC knows the header, so that none forbids it either.
            Level level = what.endsWith(OVERRIDE) ? Level.INFO : Level.VIOLATION;
            probe.report(NAME, level, operation, cause, "405", SOURCE, exchange);
        } else if (response.status() == 405
                && !response.header("Allow").orElse("").contains(operation.method())) {
            String cause = "405 does not name the right method";
            String expected = "Allow: " + operation.method();
            probe.report("allow-header", Level.VIOLATION, operation, cause, expected, SOURCE, exchange);
        } else if (response.status() != 405 && !what.equals("OPTIONS")) {
            String cause = "other methods bring " + response.status();
            probe.report("allow-header", Level.INFO, operation, cause, "405", SOURCE, exchange);
        }
    }

    /**
     * RFC 9110, section 9.3.7: OPTIONS may be answered. Section 15.6.2: a server need not know each method. A page for people who
     * follow the address is not the operation.
     */
    private static boolean isRefusal(Exchange exchange) {
        String method = exchange.request().method();
        int status = exchange.status();
        Response response = exchange.response();
        boolean page = response != null && response.mediaType().equals("text/html") && SAFE.contains(method);
        return status / 100 == 4
                || status == NOT_IMPLEMENTED
                || status / 100 == 2 && (page || method.equals("OPTIONS"));
    }

    private static Request inTheQuery(Operation operation, ObjectNode properties) {
        String query = properties
                .propertyStream()
                .map(property -> property.getKey() + "="
                        + URLEncoder.encode(property.getValue().asText(""), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Request.bare("GET", operation.path() + "?" + query);
    }

    /** With a body where the method may have one: what would be good with the right one. TRACE would repeat it. */
    private static Request request(Operation operation, String method, Optional<ObjectNode> good) {
        return good.filter(body -> WITH_BODY.contains(method))
                .map(body -> Request.json(method, operation.path(), body.toString()))
                .orElseGet(() -> Request.bare(method, operation.path()));
    }
}
