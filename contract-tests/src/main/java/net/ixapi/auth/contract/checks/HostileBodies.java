package net.ixapi.auth.contract.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;

/** Bodies of which the document says nothing. A server may refuse them as it likes, but must not fall over. */
final class HostileBodies {
    static final String NAME = "hostile-bodies";
    private static final int DEEP = 1_000;
    private static final String SOURCE = "RFC 9110, section 15.5";
    /** As they stand between the quotes of a JSON string. */
    private static final Map<String, String> VALUES = Mutations.named(
            "a huge body", "x".repeat(1_500_000),
            "a value of 20,000 characters", "x".repeat(20_000),
            "invalid UTF-8", "\u00ff",
            "half a surrogate pair", "\\ud83d",
            "a NUL character", "\\u0000",
            "quotes and backslashes", "' OR '1'='1' -- \\\" \\\\ ;");

    private HostileBodies() {}

    static void run(Probe probe) {
        for (Operation operation : probe.fixtures().operations()) {
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

    private static Request request(Operation operation, String body) {
        return Request.json(operation.method(), operation.path(), body);
    }

    /** RFC 8259, section 2: a JSON text is one value. Many parsers stop after the first. */
    private static void followed(Probe probe, Operation operation, ObjectNode good) {
        Expectation any = new Expectation(operation.statuses(), NAME, "two values in one body", SOURCE);
        Exchange exchange = probe.judged(operation, request(operation, good.toString() + good), any);
        if (exchange.status() / 100 == 2) {
            String cause = "what follows the JSON is not looked at";
            probe.report(NAME, Level.WEAKNESS, operation, cause, "a 4xx", "RFC 8259, section 2", exchange);
        }
    }

    private static void absent(Probe probe, Operation operation) {
        String source = "openapi.yaml#" + operation.pointer() + "/requestBody";
        Expectation documented = new Expectation(operation.clientErrors(), NAME, "no body", source);
        probe.judged(operation, request(operation, ""), documented);
        probe.judged(operation, request(operation, " \n"), documented);
    }

    /** Unknown properties are taken, so that their depth is no reason to fall over. Any response but a fault will do. */
    private static void deep(Probe probe, Operation operation, ObjectNode good) {
        String nested = "[".repeat(DEEP) + "]".repeat(DEEP);
        String body = good.toString().replaceFirst("\\{", "{\"unknown\":" + nested + ",");
        String cause = "an unknown property " + DEEP + " levels deep";
        probe.judged(operation, request(operation, body), new Expectation(operation.statuses(), NAME, cause, SOURCE));
    }

    /** With all else right: what is found wrong elsewhere never comes to where it could do harm. */
    private static void values(Probe probe, Operation operation, String property, ObjectNode good) {
        ObjectNode other = probe.fixtures().ofNoAccount(good, property);
        VALUES.forEach((what, value) -> refused(probe, operation, what, property, other, "\"" + value + "\""));
        String twice = "1,\"" + property + "\":2";
        refused(probe, operation, "a property that stands twice", property, other, twice);
    }

    private static void refused(
            Probe probe, Operation operation, String what, String property, ObjectNode good, String value) {
        String marked = good.deepCopy().put(property, "\u0001").toString();
        // All of it is ASCII, but for what is meant to be no UTF-8.
        byte[] body = marked.replace("\"\\u0001\"", value).getBytes(StandardCharsets.ISO_8859_1);
        Exchange exchange = probe.send(operation, request(operation, "").withBody(body));
        // A property that only the document knows may have any text.
        if (Fixtures.isCredential(property) || exchange.status() / 100 != 2) {
            probe.judge(operation, exchange, Expectation.refusal(NAME, what + " is not refused", SOURCE));
        }
    }
}
