package net.ixapi.auth.contract.checks;

import java.util.stream.Stream;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.CheckContext;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;

/** Paths that the document does not have. */
final class Paths {
    private Paths() {}

    static void run(CheckContext context) {
        String path = context.operation().path();
        Stream.of(path + "/unknown", path + "x", "/unknown" + path)
                .filter(other -> context.probe().document().operations().stream()
                        .noneMatch(known -> other.matches(known.path().replaceAll("\\{[^}]*}", "[^/]+"))))
                .forEach(other -> ask(context, other));
    }

    private static void ask(CheckContext context, String path) {
        Operation operation = context.operation();
        Exchange exchange = context.probe().send(operation.label(), Request.json(operation.method(), path, "{}"));
        Response response = exchange.response();
        if (response == null) {
            report(context, "brings no answer", exchange);
        } else if (exchange.success().isPresent() || looksLikeTheOperation(operation, response)) {
            report(context, "leads to an operation", exchange);
        } else if (response.status() / 100 != 4) {
            report(context, "brings " + response.status(), exchange);
        }
    }

    /** It finds the empty body wrong, as only the operation can. */
    private static boolean looksLikeTheOperation(Operation operation, Response response) {
        return operation
                        .invalid()
                        .filter(invalid -> invalid == response.status())
                        .isPresent()
                && !response.json().path("properties").isEmpty()
                && operation.problemTypes(response.status()).contains(response.member("type"));
    }

    private static void report(CheckContext context, String what, Exchange exchange) {
        String cause = "a path of no operation " + what;
        context.report(Level.VIOLATION, cause, "404", "RFC 9110, section 15.5.5", exchange);
    }
}
