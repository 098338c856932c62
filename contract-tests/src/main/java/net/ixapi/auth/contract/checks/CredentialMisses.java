package net.ixapi.auth.contract.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Attempts;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.wire.Answer;
import net.ixapi.auth.contract.wire.Exchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Credentials that are nearly right. */
final class CredentialMisses implements Check {
    private static final String SOURCE = "CWE-204";

    @Override
    public String name() {
        return "credentials";
    }

    @Override
    public String title() {
        return "credentials that are nearly right are refused, all with the same answer";
    }

    @Override
    public void run(Probe probe) {
        probe.fixtures().logIn().ifPresent(operation -> {
            Attempts attempts = new Attempts(probe, operation, name());
            List<Exchange> refusals = new ArrayList<>();
            misses(probe)
                    .forEach((what, body) -> attempts.make(what, Fixtures.request(operation, body))
                            .ifPresent(refusals::add));
            // That their length is wrong is not for this check to say.
            Expectation refused =
                    new Expectation(operation.clientErrors(), name(), "", "openapi.yaml#" + operation.pointer());
            paddings(probe).forEach((what, body) -> attempts.make(what, Fixtures.request(operation, body), refused));
            attempts.report("wrong credentials log in");
            if (!refusals.isEmpty()) {
                // Once more, so that what changes anyway is known: an instance, a time.
                Exchange again = probe.send(operation, refusals.get(0).request());
                alike(probe, operation, refusals, again);
            }
        });
    }

    /** All keep to the lengths of the document, so that only the values are wrong. */
    private static Map<String, ObjectNode> misses(Probe probe) {
        Alterations keys = new Alterations(probe, "IX_API_KEY", probe.target().apiKey());
        Alterations secrets =
                new Alterations(probe, "IX_API_SECRET", probe.target().apiSecret());
        String key = keys.original();
        String secret = secrets.original();
        Map<String, ObjectNode> misses = new LinkedHashMap<>();
        misses.put("a key with another end", Fixtures.credentials(keys.at(key.length() - 1), secret));
        misses.put("a secret with another end", Fixtures.credentials(key, secrets.at(secret.length() - 1)));
        misses.put("a secret with another beginning", Fixtures.credentials(key, secrets.at(0)));
        int middle = 1 + probe.place(Math.max(1, secret.length() - 2));
        misses.put("a secret with another middle", Fixtures.credentials(key, secrets.at(middle)));
        misses.put("a secret in another case", Fixtures.credentials(key, secrets.inAnotherCase()));
        misses.put("a key with another beginning", Fixtures.credentials(keys.at(0), secret));
        misses.put("a key in another case", Fixtures.credentials(keys.inAnotherCase(), secret));
        misses.put("a key of wildcards (%)", Fixtures.credentials("%".repeat(key.length()), secret));
        misses.put("a key of wildcards (*)", Fixtures.credentials("*".repeat(key.length()), secret));
        misses.put("a key of SQL", Fixtures.credentials(sql(key.length()), secret));
        misses.put("neither right", Fixtures.credentials(keys.at(0), secrets.at(0)));
        misses.values().removeIf(Fixtures.credentials(key, secret)::equals);
        return misses;
    }

    /** They differ in what a server may cut off. */
    private static Map<String, ObjectNode> paddings(Probe probe) {
        String key = probe.target().apiKey();
        String secret = probe.target().apiSecret();
        Map<String, ObjectNode> paddings = new LinkedHashMap<>();
        paddings.put("a secret with a space after it", Fixtures.credentials(key, secret + " "));
        paddings.put("a secret with a line break before it", Fixtures.credentials(key, "\n" + secret));
        paddings.put("a secret without its last character", Fixtures.credentials(key, cut(secret)));
        paddings.put("a key with a space after it", Fixtures.credentials(key + " ", secret));
        paddings.put("a key without its last character", Fixtures.credentials(cut(key), secret));
        paddings.put("a secret that a NUL ends", Fixtures.credentials(key, secret + "\0x"));
        return paddings;
    }

    private static String cut(String text) {
        return text.substring(0, text.length() - 1);
    }

    private static String sql(int length) {
        return ("' OR 1=1 -- " + " ".repeat(length)).substring(0, length);
    }

    private static void alike(Probe probe, Operation operation, List<Exchange> refusals, Exchange again) {
        Map<String, JsonNode> usual = telling(refusals.get(0));
        usual.entrySet().retainAll(telling(again).entrySet());
        for (Exchange other : refusals) {
            if (!telling(other).entrySet().containsAll(usual.entrySet())) {
                probe.report(
                        "no-user-enumeration",
                        Level.VIOLATION,
                        operation,
                        "the answer tells an unknown key from a wrong secret",
                        "the same members for both",
                        SOURCE,
                        other);
            }
        }
    }

    private static Map<String, JsonNode> telling(Exchange exchange) {
        Map<String, JsonNode> telling = new LinkedHashMap<>();
        telling.put("HTTP status", JsonNodeFactory.instance.numberNode(exchange.status()));
        Answer answer = exchange.answer();
        if (answer != null) {
            answer.json().forEachEntry(telling::put);
        }
        return telling;
    }
}
