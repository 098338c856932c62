package net.ixapi.auth.contract.checks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;

/**
 * Whoever tries keys must not learn which of them exist. Each of the two is asked for twice, so that what changes anyway tells
 * nothing; one of them first and last, so that what comes in turn (as with two machines behind one address) tells nothing either.
 */
final class UserEnumeration {
    static final String NAME = "no-user-enumeration";
    private static final String SOURCE = "CWE-204";
    private static final int ROUNDS = 5;
    private static final String STATUS = "the status";
    /** They belong to the connection, or to the length of what changes anyway. */
    private static final Set<String> TELL_NOTHING =
            Set.of("connection", "keep-alive", "date", "content-length", "transfer-encoding");

    private UserEnumeration() {}

    static void run(Probe probe) {
        probe.fixtures().logIn().ifPresent(operation -> compare(probe, operation));
    }

    private static void compare(Probe probe, Operation operation) {
        Mutations keys = new Mutations(probe.target().apiKey());
        Mutations secrets = new Mutations(probe.target().apiSecret());
        Request unknown = Fixtures.request(operation, Fixtures.credentials(keys.at(0), secrets.original()));
        Request wrong = Fixtures.request(operation, Fixtures.credentials(keys.original(), secrets.at(0)));
        Set<String> differences = differences(probe, operation, unknown, wrong);
        for (int i = 1; i < ROUNDS && !differences.isEmpty(); i++) {
            // What changes by chance may have changed with the request.
            differences.retainAll(differences(probe, operation, unknown, wrong));
        }
        if (!differences.isEmpty()) {
            probe.report(
                    NAME,
                    Level.VIOLATION,
                    operation,
                    "an unknown key can be told from a wrong secret by " + String.join(", ", differences),
                    "the same answer to both",
                    SOURCE,
                    probe.send(operation, unknown));
        }
    }

    private static Set<String> differences(Probe probe, Operation operation, Request unknown, Request wrong) {
        Map<String, String> ofUnknown = telling(probe.send(operation, unknown));
        Map<String, String> ofWrong = telling(probe.send(operation, wrong));
        Map<String, String> ofWrongAgain = telling(probe.send(operation, wrong));
        Map<String, String> ofUnknownAgain = telling(probe.send(operation, unknown));
        probe.fixtures().requireAccount();
        if (!Stream.of(ofUnknown, ofWrong)
                .allMatch(response -> response.get(STATUS).startsWith("4"))) {
            return Set.of();
        }
        Set<String> names = new TreeSet<>();
        List.of(ofUnknown, ofWrong, ofWrongAgain, ofUnknownAgain).forEach(response -> names.addAll(response.keySet()));
        Predicate<Function<Map<String, String>, String>> differs =
                part -> part.apply(ofUnknown).equals(part.apply(ofUnknownAgain))
                        && part.apply(ofWrong).equals(part.apply(ofWrongAgain))
                        && !part.apply(ofUnknown).equals(part.apply(ofWrong));
        names.removeIf(name -> !differs.test(response -> "" + response.containsKey(name))
                && !differs.test(response -> "" + response.get(name)));
        return names;
    }

    private static Map<String, String> telling(Exchange exchange) {
        Map<String, String> telling = new LinkedHashMap<>();
        telling.put(STATUS, "" + exchange.status());
        Response response = exchange.response();
        if (response != null) {
            telling.put("the body", response.text());
            response.json().forEachEntry((name, value) -> telling.put("the member " + name, value.toString()));
            for (Header header : response.headers()) {
                String name = header.name().toLowerCase(Locale.ROOT);
                if (!TELL_NOTHING.contains(name)) {
                    telling.merge("the header " + name, header.value(), (one, other) -> one + ", " + other);
                }
            }
        }
        return telling;
    }
}
