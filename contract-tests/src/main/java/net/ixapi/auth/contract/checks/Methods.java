package net.ixapi.auth.contract.checks;

import java.util.List;
import java.util.Set;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.wire.Answer;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;

/** Methods that a path does not have. */
final class Methods implements Check {
    private static final List<String> ALL = List.of("GET", "PUT", "POST", "DELETE", "PATCH");
    private static final Set<String> WITH_BODY = Set.of("PUT", "POST", "PATCH");
    private static final String SOURCE = "RFC 9110, section 15.5.6";

    @Override
    public String name() {
        return "methods";
    }

    @Override
    public String title() {
        return "methods that a path does not have are refused with a 4xx";
    }

    @Override
    public void run(Probe probe) {
        for (Operation operation : probe.operations()) {
            ALL.stream()
                    .filter(method -> isUndocumented(probe, operation.path(), method))
                    .forEach(method -> ask(probe, operation, method));
        }
    }

    private static boolean isUndocumented(Probe probe, String path, String method) {
        return probe.operations().stream()
                .noneMatch(other -> other.path().equals(path) && other.method().equals(method));
    }

    private void ask(Probe probe, Operation operation, String method) {
        Expectation refused = Expectation.refusal(name(), method + " is not refused", SOURCE);
        Exchange exchange = probe.judged(operation, request(probe, operation, method), refused);
        Answer answer = exchange.answer();
        if (answer == null || !refused.allows(answer.status())) {
            return;
        }
        if (answer.status() != 405) {
            note(probe, operation, exchange, "other methods bring " + answer.status(), "405");
        } else if (!answer.header("Allow").orElse("").contains(operation.method())) {
            note(probe, operation, exchange, "405 does not name the right method", "Allow: " + operation.method());
        }
    }

    /** With a body where the method may have one: what would be good with the right one. */
    private static Request request(Probe probe, Operation operation, String method) {
        return probe.fixtures()
                .good(operation)
                .filter(good -> WITH_BODY.contains(method))
                .map(good -> Request.json(method, operation.path(), good.toString()))
                .orElseGet(() -> Request.bare(method, operation.path()));
    }

    private static void note(Probe probe, Operation operation, Exchange exchange, String cause, String expected) {
        Level level = exchange.status() == 405 ? Level.WEAKNESS : Level.NOTE;
        probe.report("allow-header", level, operation, cause, expected, SOURCE, exchange);
    }
}
