package net.ixapi.auth.contract.checks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.ixapi.auth.contract.document.Member;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Framing;
import net.ixapi.auth.contract.wire.Request;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of which the document says nothing. A server may refuse them as it likes, but must not fall over. */
final class HostileBodies implements Check {
    private static final int HUGE = 1_500_000;
    private static final int DEEP = 1_000;
    private static final String SOURCE = "RFC 9110, section 15.5";

    @Override
    public String name() {
        return "hostile-bodies";
    }

    @Override
    public String title() {
        return "absent, huge, broken and malicious bodies do no harm: what is wrong is refused with a 4xx";
    }

    @Override
    public void run(Probe probe) {
        for (Operation operation : probe.operations()) {
            if (operation.takesJson()) {
                String member = operation.members().stream()
                        .map(Member::name)
                        .findFirst()
                        .orElse("x");
                absent(probe, operation);
                refused(probe, operation, "a huge body", text(member, "x".repeat(HUGE)));
                refused(probe, operation, "invalid UTF-8", text(member, "\u00ff"));
                refused(probe, operation, "half a surrogate pair", text(member, "\\ud83d"));
                refused(probe, operation, "a NUL character", text(member, "\\u0000"));
                refused(probe, operation, "quotes and backslashes", text(member, "' OR '1'='1' -- \\\" \\\\ ;"));
                refused(probe, operation, "a member that stands twice", "{\"" + member + "\":1,\"" + member + "\":2}");
                probe.fixtures().good(operation).ifPresent(good -> deep(probe, operation, good));
                probe.fixtures().good(operation).ifPresent(good -> followed(probe, operation, good));
            }
        }
    }

    /** RFC 8259, section 2: a JSON text is one value. Many parsers stop after the first. */
    private void followed(Probe probe, Operation operation, ObjectNode good) {
        Request twice = Request.json(operation.method(), operation.path(), good.toString() + good);
        Exchange exchange = probe.judged(
                operation, twice, new Expectation(operation.statuses(), name(), "two values in one body", SOURCE));
        if (exchange.status() / 100 == 2) {
            probe.report(
                    name(),
                    Level.WEAKNESS,
                    operation,
                    "what follows the JSON is not looked at",
                    "a 4xx",
                    "RFC 8259, section 2",
                    exchange);
        }
    }

    private void absent(Probe probe, Operation operation) {
        Request empty = Request.json(operation.method(), operation.path(), "");
        Expectation documented = new Expectation(
                operation.clientErrors(), name(), "no body", "openapi.yaml#" + operation.pointer() + "/requestBody");
        probe.judged(operation, empty, documented);
        probe.judged(operation, Request.json(operation.method(), operation.path(), " \n"), documented);
        probe.judged(operation, empty.withFraming(Framing.NONE), documented);
    }

    /** Unknown members are taken, so that their depth is no reason to fall over. Any answer but a fault will do. */
    private void deep(Probe probe, Operation operation, ObjectNode good) {
        String nested = "[".repeat(DEEP) + "]".repeat(DEEP);
        String body = good.toString().replaceFirst("\\{", "{\"unknown\":" + nested + ",");
        List<Integer> all = operation.statuses();
        probe.judged(
                operation,
                Request.json(operation.method(), operation.path(), body),
                new Expectation(all, name(), "an unknown member " + DEEP + " levels deep", SOURCE));
    }

    private void refused(Probe probe, Operation operation, String what, String body) {
        // All of it is ASCII, but for what is meant to be no UTF-8.
        Request request = Request.json(operation.method(), operation.path(), "")
                .withBody(body.getBytes(StandardCharsets.ISO_8859_1));
        Exchange exchange = probe.send(operation, request);
        // An operation that only the document knows may take any text.
        if (Fixtures.knows(operation) || exchange.status() / 100 != 2) {
            probe.judge(operation, exchange, Expectation.refusal(name(), what + " is not refused", SOURCE));
        }
    }

    private static String text(String member, String value) {
        return "{\"" + member + "\": \"" + value + "\"}";
    }
}
