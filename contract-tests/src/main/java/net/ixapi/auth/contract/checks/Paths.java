package net.ixapi.auth.contract.checks;

import java.util.List;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.wire.Answer;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;

/** Paths that the document does not have. */
final class Paths implements Check {
    private static final String SOURCE = "RFC 9110, section 15.5.5";

    @Override
    public String name() {
        return "paths";
    }

    @Override
    public String title() {
        return "there is nothing at other paths, nor without the base path";
    }

    @Override
    public void run(Probe probe) {
        for (Operation operation : probe.operations()) {
            String path = operation.path();
            for (String other : List.of(path + "/unknown", path + "x", "/unknown" + path)) {
                ask(probe, operation, Request.json(operation.method(), other, "{}"));
            }
            if (!probe.target().basePath().isEmpty()) {
                ask(
                        probe,
                        operation,
                        Request.json(operation.method(), path, "{}").withoutBasePath());
            }
        }
    }

    private void ask(Probe probe, Operation operation, Request request) {
        Exchange exchange = probe.send(operation.label(), request);
        int status = exchange.status();
        String where = request.basePath() ? "a path of no operation" : "the path without the base path";
        if (exchange.answer() == null) {
            report(probe, operation, exchange, Level.VIOLATION, where + " brings no answer");
        } else if (isTaken(request, exchange) || looksLikeTheOperation(probe, operation, exchange)) {
            report(probe, operation, exchange, Level.VIOLATION, where + " leads to an operation");
        } else if (status / 100 != 4) {
            Level level = request.basePath() ? Level.VIOLATION : Level.NOTE;
            report(probe, operation, exchange, level, where + " brings " + status);
        }
    }

    /** What else is at the root of the machine, such as a web site, is no business of the contract. */
    private static boolean isTaken(Request request, Exchange exchange) {
        Answer answer = exchange.answer();
        return answer != null
                && answer.status() / 100 == 2
                && (request.basePath() || answer.json().isObject());
    }

    /** It finds the empty body wrong, as only the operation can. */
    private static boolean looksLikeTheOperation(Probe probe, Operation operation, Exchange exchange) {
        Answer answer = exchange.answer();
        return answer != null
                && operation
                        .invalid()
                        .filter(invalid -> invalid == answer.status())
                        .isPresent()
                && !answer.json().path("properties").isEmpty()
                && probe.document().problemTypes(operation, answer.status()).contains(answer.member("type"));
    }

    private void report(Probe probe, Operation operation, Exchange exchange, Level level, String cause) {
        probe.report(name(), level, operation, cause, "404", SOURCE, exchange);
    }
}
