package net.ixapi.auth.contract.checks;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;
import net.ixapi.auth.openapi.document.PlainJson;

/**
 * Whoever tries keys must not learn which of them exist. Each of the two is asked for twice, so that what changes anyway tells
 * nothing; one of them first and last, so that what comes in turn (as with two machines behind one address) tells nothing either.
 */
final class UserEnumeration {
    static final String NAME = "no-user-enumeration";
    private static final int ROUNDS = 5;
    private static final String KEY = "$IX_API_KEY";
    private static final String STATUS = "the status";
    private static final String TIME = "the time that it takes";
    /** More than a network and a busy machine make by chance, several times in a row. */
    private static final Duration NOTICEABLE = Duration.ofMillis(50);
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
        boolean slower = differences.remove(TIME);
        if (!differences.isEmpty()) {
            String how = String.join(", ", differences);
            report(probe, Level.VIOLATION, operation, how, "the same response to both", "CWE-204", unknown);
        } else if (slower) {
            report(probe, Level.WEAKNESS, operation, TIME, "a response after the same time", "CWE-208", unknown);
        }
    }

    private static void report(
            Probe probe,
            Level level,
            Operation operation,
            String how,
            String expected,
            String source,
            Request unknown) {
        String cause = "an unknown key can be told from a wrong secret by " + how;
        probe.report(NAME, level, operation, cause, expected, source, probe.send(operation, unknown));
    }

    private static Set<String> differences(Probe probe, Operation operation, Request unknown, Request wrong) {
        List<Exchange> all = Stream.of(unknown, wrong, wrong, unknown)
                .map(request -> probe.send(operation, request))
                .toList();
        probe.fixtures().requireAccount();
        List<Map<String, String>> told = all.stream()
                .map(exchange -> telling(exchange, probe.target().apiKey()))
                .toList();
        Set<String> names = new TreeSet<>();
        if (!told.stream().allMatch(response -> response.get(STATUS).startsWith("4"))) {
            return names;
        }
        told.forEach(response -> names.addAll(response.keySet()));
        names.removeIf(name -> !differs(told, response -> "" + response.containsKey(name))
                && !differs(told, response -> "" + response.get(name)));
        if (isSlower(all, 0, 1) || isSlower(all, 1, 0)) {
            names.add(TIME);
        }
        return names;
    }

    /** Each kind is the same both times, and the two kinds are not. */
    private static boolean differs(List<Map<String, String>> told, Function<Map<String, String>, String> part) {
        List<String> parts = told.stream().map(part).toList();
        return parts.get(0).equals(parts.get(3))
                && parts.get(1).equals(parts.get(2))
                && !parts.get(0).equals(parts.get(1));
    }

    /** Both of the one kind took much longer than both of the other. */
    private static boolean isSlower(List<Exchange> all, int slow, int fast) {
        Duration fastest = Stream.of(slow, 3 - slow)
                .map(i -> all.get(i).took())
                .sorted()
                .findFirst()
                .orElseThrow();
        Duration longest = Stream.of(fast, 3 - fast)
                .map(i -> all.get(i).took())
                .max(Duration::compareTo)
                .orElseThrow();
        return fastest.compareTo(longest.multipliedBy(2).plus(NOTICEABLE)) > 0;
    }

    private static Map<String, String> telling(Exchange exchange, String account) {
        Map<String, String> telling = new LinkedHashMap<>();
        telling.put(STATUS, "" + exchange.status());
        Response response = exchange.response();
        // Errors may repeat the key that was sent.
        String key =
                PlainJson.read(exchange.request().body()).path(Fixtures.KEY).asText("");
        if (response != null) {
            telling.put("the body", anonymous(response.text(), key, account));
            response.json()
                    .forEachEntry((name, value) ->
                            telling.put("the member " + name, anonymous(value.toString(), key, account)));
            for (Header header : response.headers()) {
                String name = header.name().toLowerCase(Locale.ROOT);
                if (!TELL_NOTHING.contains(name)) {
                    telling.merge(
                            "the header " + name,
                            anonymous(header.value(), key, account),
                            (one, other) -> one + ", " + other);
                }
            }
        }
        return telling;
    }

    private static String anonymous(String text, String sent, String account) {
        return text.replace(sent, KEY).replace(account, KEY);
    }
}
