package net.ixapi.auth.contract.checks;

import java.util.List;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;

/** Paths that the document does not have. */
final class Paths {
    static final String NAME = "paths";
    private static final String SOURCE = "RFC 9110, section 15.5.5";

    private Paths() {}

    static void run(Probe probe) {
        for (Operation operation : probe.fixtures().operations()) {
            String path = operation.path();
            List<String> others = List.of(path + "/unknown", path + "x", "/unknown" + path);
            for (String other :
                    others.stream().filter(one -> isFree(probe, one)).toList()) {
                ask(probe, operation, Request.json(operation.method(), other, "{}"));
            }
        }
    }

    private static boolean isFree(Probe probe, String path) {
        return probe.document().operations().stream()
                .noneMatch(operation -> path.matches(operation.path().replaceAll("\\{[^}]*}", "[^/]+")));
    }

    private static void ask(Probe probe, Operation operation, Request request) {
        Exchange exchange = probe.send(operation.label(), request);
        int status = exchange.status();
        if (exchange.response() == null) {
            report(probe, operation, exchange, "a path of no operation brings no answer");
        } else if (status / 100 == 2 || looksLikeTheOperation(probe, operation, exchange)) {
            report(probe, operation, exchange, "a path of no operation leads to an operation");
        } else if (status / 100 != 4) {
            report(probe, operation, exchange, "a path of no operation brings " + status);
        }
    }

    /** It finds the empty body wrong, as only the operation can. */
    private static boolean looksLikeTheOperation(Probe probe, Operation operation, Exchange exchange) {
        Response response = exchange.response();
        return response != null
                && operation
                        .invalid()
                        .filter(invalid -> invalid == response.status())
                        .isPresent()
                && !response.json().path("properties").isEmpty()
                && probe.document().problemTypes(operation, response.status()).contains(response.member("type"));
    }

    private static void report(Probe probe, Operation operation, Exchange exchange, String cause) {
        probe.report(NAME, Level.VIOLATION, operation, cause, "404", SOURCE, exchange);
    }
}
