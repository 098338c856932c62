package net.ixapi.auth.contract.checks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.wire.Answer;
import net.ixapi.auth.contract.wire.Exchange;
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
            List<Exchange> refusals = new ArrayList<>();
            misses(probe.target().apiKey(), probe.target().apiSecret())
                    .forEach((what, body) -> ask(probe, operation, what, body).ifPresent(refusals::add));
            for (Exchange refusal : refusals) {
                alike(probe, operation, refusals.get(0), refusal);
            }
        });
    }

    /** All keep to the lengths of the document, so that only the values are wrong. */
    private static Map<String, ObjectNode> misses(String key, String secret) {
        Map<String, ObjectNode> misses = new LinkedHashMap<>();
        misses.put("a secret with another end", Fixtures.credentials(key, otherEnd(secret)));
        misses.put("a secret with another beginning", Fixtures.credentials(key, otherStart(secret)));
        misses.put("a secret in another case", Fixtures.credentials(key, otherCase(secret)));
        misses.put("an unknown key", Fixtures.credentials(otherEnd(key), secret));
        misses.put("a key in another case", Fixtures.credentials(otherCase(key), secret));
        misses.put("neither right", Fixtures.credentials(otherEnd(key), otherEnd(secret)));
        misses.values().removeIf(Fixtures.credentials(key, secret)::equals);
        return misses;
    }

    private Optional<Exchange> ask(Probe probe, Operation operation, String what, ObjectNode body) {
        Expectation refused = Expectation.unauthenticated(operation, name(), what + ": not refused");
        Exchange exchange = probe.judged(operation, Fixtures.request(operation, body), refused);
        return Optional.of(exchange).filter(one -> refused.allows(one.status()));
    }

    private static void alike(Probe probe, Operation operation, Exchange one, Exchange other) {
        if (!telling(one.answer()).equals(telling(other.answer()))) {
            probe.report(
                    "no-user-enumeration",
                    Level.WEAKNESS,
                    operation,
                    "the answer tells an unknown key from a wrong secret",
                    "the same status, type, title and detail for both",
                    SOURCE,
                    other);
        }
    }

    private static List<String> telling(Answer answer) {
        return List.of("" + answer.status(), answer.member("type"), answer.member("title"), answer.member("detail"));
    }

    private static String otherEnd(String text) {
        return text.substring(0, text.length() - 1) + (text.endsWith("0") ? "1" : "0");
    }

    private static String otherStart(String text) {
        return (text.startsWith("0") ? "1" : "0") + text.substring(1);
    }

    private static String otherCase(String text) {
        String upper = text.toUpperCase(Locale.ROOT);
        String other = upper.equals(text) ? text.toLowerCase(Locale.ROOT) : upper;
        return other.length() == text.length() ? other : text;
    }
}
