package net.ixapi.auth.contract.checks;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.wire.Answer;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.contract.wire.Request;

/** Whoever tries keys must not learn which of them exist. Each of the two is asked for twice, in turn: what changes anyway tells nothing. */
final class UserEnumeration implements Check {
    private static final String SOURCE = "CWE-204";
    /** They belong to the connection, or to the length of what changes anyway. */
    private static final Set<String> TELL_NOTHING =
            Set.of("connection", "keep-alive", "date", "content-length", "transfer-encoding");

    @Override
    public String name() {
        return "no-user-enumeration";
    }

    @Override
    public String title() {
        return "an unknown key cannot be told from a wrong secret";
    }

    @Override
    public void run(Probe probe) {
        probe.fixtures().logIn().ifPresent(operation -> compare(probe, operation));
    }

    private void compare(Probe probe, Operation operation) {
        Alterations keys = new Alterations(probe, "IX_API_KEY", probe.target().apiKey());
        Alterations secrets =
                new Alterations(probe, "IX_API_SECRET", probe.target().apiSecret());
        Request unknown = Fixtures.request(operation, Fixtures.credentials(keys.at(0), secrets.original()));
        Request wrong = Fixtures.request(operation, Fixtures.credentials(keys.original(), secrets.at(0)));
        Exchange firstUnknown = probe.send(operation, unknown);
        Exchange firstWrong = probe.send(operation, wrong);
        Map<String, String> ofUnknown = telling(firstUnknown);
        Map<String, String> ofWrong = telling(firstWrong);
        Set<String> steady = steady(ofUnknown, telling(probe.send(operation, unknown)));
        steady.retainAll(steady(ofWrong, telling(probe.send(operation, wrong))));
        steady.removeIf(name -> Objects.equals(ofUnknown.get(name), ofWrong.get(name)));
        if (!steady.isEmpty() && firstUnknown.status() / 100 == 4 && firstWrong.status() / 100 == 4) {
            probe.report(
                    name(),
                    Level.VIOLATION,
                    operation,
                    "an unknown key can be told from a wrong secret by " + String.join(", ", steady),
                    "the same answer to both",
                    SOURCE,
                    firstUnknown);
        }
    }

    /** What is the same both times, even if it is missing. */
    private static Set<String> steady(Map<String, String> first, Map<String, String> second) {
        Set<String> names = new TreeSet<>(first.keySet());
        names.addAll(second.keySet());
        // Whatever the other kind of refusal has, this one does not have both times.
        names.add("the body");
        names.removeIf(name -> !Objects.equals(first.get(name), second.get(name)));
        return names;
    }

    private static Map<String, String> telling(Exchange exchange) {
        Map<String, String> telling = new LinkedHashMap<>();
        telling.put("the status", "" + exchange.status());
        Answer answer = exchange.answer();
        if (answer != null) {
            telling.put("the body", answer.text());
            answer.json().forEachEntry((name, value) -> telling.put("the member " + name, value.toString()));
            for (Header header : answer.headers()) {
                String name = header.name().toLowerCase(Locale.ROOT);
                if (!TELL_NOTHING.contains(name)) {
                    telling.merge("the header " + name, header.value(), (one, other) -> one + ", " + other);
                }
            }
        }
        return telling;
    }
}
