package net.ixapi.auth.contract.checks;

import java.util.Optional;
import java.util.stream.Stream;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.BypassAttempts;
import net.ixapi.auth.contract.engine.CheckContext;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;
import org.jspecify.annotations.Nullable;

/**
 * Paths that the document does not have.
 *
 * @param context what the check works with
 */
record Paths(CheckContext context) {
    void run() {
        String path = context.operation().path();
        Stream.of(path + "/unknown", path + "x", "/unknown" + path)
                .filter(other -> context.probe().document().operations().stream()
                        .noneMatch(known -> other.matches(known.path().replaceAll("\\{[^}]*}", "[^/]+"))))
                .forEach(other -> ask(other));
    }

    private void ask(String path) {
        Operation operation = context.operation();
        Request request = Request.json(operation.method(), path, "{}");
        Exchange exchange = context.sendUndocumented(request);
        if (exchange.status() / 100 != 4) {
            // Once may be an accident.
            exchange = context.sendUndocumented(request);
        }
        boolean there = BypassAttempts.letsIn(exchange) || looksLikeTheOperation(operation, exchange.response());
        if (there || exchange.status() / 100 == 3 || exchange.success().isPresent()) {
            String what = there ? "leads to an operation" : "brings " + exchange.status();
            context.report("a path of no operation " + what, "404", exchange);
        } else if (exchange.status() / 100 != 4) {
            // A fault, or no response: they have causes of their own.
            context.judge(exchange, Expectation.refusal("a path of no operation is not refused"));
        }
    }

    /** It finds the empty body wrong, as only the operation can. */
    private static boolean looksLikeTheOperation(Operation operation, @Nullable Response response) {
        return response != null
                && operation.invalid().equals(Optional.of(response.status()))
                && !response.json().path("properties").isEmpty()
                && operation.problemTypes(response.status()).contains(response.property("type"));
    }
}
