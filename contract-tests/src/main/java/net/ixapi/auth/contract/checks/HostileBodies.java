package net.ixapi.auth.contract.checks;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of which the document says nothing. A server may refuse them as it likes, but must not fall over. */
final class HostileBodies implements Check {
    private static final int HUGE = 1_500_000;
    private static final int DEEP = 1_000;
    private static final Map<String, String> HOSTILE = hostile();
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
                absent(probe, operation);
                probe.fixtures()
                        .good(operation)
                        .ifPresent(good -> operation.members().stream()
                                .filter(member -> member.path().size() == 1)
                                .forEach(member -> values(probe, operation, member.name(), good)));
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

    /** With all else right: what is found wrong elsewhere never comes to where it could do harm. */
    private void values(Probe probe, Operation operation, String member, ObjectNode good) {
        ObjectNode other = probe.fixtures().ofNoAccount(good, member);
        HOSTILE.forEach(
                (what, value) -> refused(probe, operation, what, member, with(other, member, "\"" + value + "\"")));
        refused(probe, operation, "a member that stands twice", member, with(other, member, "1,\"" + member + "\":2"));
    }

    private static Map<String, String> hostile() {
        Map<String, String> hostile = new LinkedHashMap<>();
        hostile.put("a huge body", "x".repeat(HUGE));
        hostile.put("a value of 20,000 characters", "x".repeat(20_000));
        hostile.put("invalid UTF-8", "\u00ff");
        hostile.put("half a surrogate pair", "\\ud83d");
        hostile.put("a NUL character", "\\u0000");
        hostile.put("quotes and backslashes", "' OR '1'='1' -- \\\" \\\\ ;");
        return hostile;
    }

    private static String with(ObjectNode good, String member, String value) {
        String marker = "\u0001";
        return good.deepCopy().put(member, marker).toString().replace("\"\\u0001\"", value);
    }

    private void refused(Probe probe, Operation operation, String what, String member, String body) {
        // All of it is ASCII, but for what is meant to be no UTF-8.
        Request request = Request.json(operation.method(), operation.path(), "")
                .withBody(body.getBytes(StandardCharsets.ISO_8859_1));
        Exchange exchange = probe.send(operation, request);
        // A member that only the document knows may have any text.
        if (Fixtures.isCredential(member) || exchange.status() / 100 != 2) {
            probe.judge(operation, exchange, Expectation.refusal(name(), what + " is not refused", SOURCE));
        }
    }
}
