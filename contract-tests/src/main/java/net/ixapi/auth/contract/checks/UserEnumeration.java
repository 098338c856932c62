package net.ixapi.auth.contract.checks;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.ixapi.auth.contract.engine.CheckContext;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;
import net.ixapi.auth.openapi.document.PlainJson;

/**
 * Whoever tries keys must not learn which of them exist. Each of the two is asked for twice, so that what changes anyway tells
 * nothing; one of them first and last, so that what comes in turn (as with two machines behind one address) tells nothing either.
 *
 * @param context what the check works with
 */
record UserEnumeration(CheckContext context) {
    private static final int ROUNDS = 5;
    private static final String KEY = "$IX_API_KEY";
    private static final String STATUS = "the status";
    private static final String TIME = "the time that it takes";
    /** More than a network and a busy machine make by chance, several times in a row. */
    private static final Duration NOTICEABLE = Duration.ofMillis(50);
    /** They belong to the connection, or follow from a body that is compared as well. */
    private static final Set<String> TELL_NOTHING =
            Set.of("connection", "keep-alive", "date", "content-length", "transfer-encoding", "etag");

    /** What of a value may tell: all of it, all but a count of attempts, or that it is there, if it changes each time. */
    private static final List<UnaryOperator<String>> PARTS =
            List.of(value -> value, value -> value.replaceAll("\\d+", "0"), value -> value.isEmpty() ? "" : "there");

    void run() {
        String key = context.target().apiKey();
        String secret = context.target().apiSecret();
        // One secret for both, so that an error that repeats a part of it tells nothing.
        String wrongSecret = Mutations.changed(secret, 0);
        Supplier<Request> unknown = () -> logIn(context.target().keyOfNobody(), wrongSecret);
        Request wrong = logIn(key, wrongSecret);
        Set<String> differences = steady(unknown, wrong);
        if (!differences.isEmpty()) {
            String cause = Finding.TOLD_BY + String.join(", ", differences);
            // Where one of the two is refused as it should be, it is the other that shows what is wrong.
            Exchange shown = context.send(unknown.get());
            boolean due = context.unauthenticated("").allows(shown.status()) && differences.contains(STATUS);
            context.report(cause, "the same response to both, after the same time", due ? context.send(wrong) : shown);
            return;
        }
        // Who looks at the key first may look at the secret only where there is one.
        String invalid = Mutations.cut(secret, 1);
        Supplier<Request> nobody = () -> logIn(context.target().keyOfNobody(), invalid);
        if (!context.operation()
                        .invalid()
                        .equals(Optional.of(context.send(nobody.get()).status()))
                && steady(nobody, logIn(key, invalid)).stream().anyMatch(name -> !name.equals(TIME))) {
            String cause = Finding.TOLD_BY + "what comes of an invalid one";
            context.report(cause, "the same response to both", context.send(nobody.get()));
        }
    }

    private Request logIn(String key, String secret) {
        return context.request(Fixtures.credentials(key, secret).toString());
    }

    private Set<String> steady(Supplier<Request> unknown, Request wrong) {
        Set<String> differences = differences(unknown.get(), wrong);
        for (int i = 1; i < ROUNDS && !differences.isEmpty(); i++) {
            // What changes by chance may have changed with the request.
            differences.retainAll(differences(unknown.get(), wrong));
        }
        if (differences.size() > 1) {
            // What differs may take longer.
            differences.remove(TIME);
        }
        return differences;
    }

    private Set<String> differences(Request unknown, Request wrong) {
        List<Exchange> all =
                Stream.of(unknown, wrong, wrong, unknown).map(context::send).toList();
        context.fixtures().requireAccount();
        Set<String> names = new TreeSet<>();
        if (all.stream().allMatch(exchange -> exchange.status() / 100 == 4)) {
            List<Map<String, String>> told =
                    all.stream().map(exchange -> telling(exchange)).toList();
            told.forEach(response -> names.addAll(response.keySet()));
            // Of a secret that errors repeat, another check speaks.
            told.forEach(response -> response.forEach((name, value) -> {
                if (context.probe().secrets().in(value).contains("IX_API_SECRET")) {
                    names.remove(name);
                }
            }));
            names.removeIf(name -> PARTS.stream()
                    .noneMatch(part -> differs(told.stream()
                            .map(response -> part.apply(response.getOrDefault(name, "")))
                            .toList())));
            if (isSlower(all.get(0), all.get(3), all.get(1), all.get(2))
                    || isSlower(all.get(1), all.get(2), all.get(0), all.get(3))) {
                names.add(TIME);
            }
        }
        return names;
    }

    /** Each kind is the same both times, and the two kinds are not. */
    private static boolean differs(List<String> parts) {
        boolean steady = parts.get(0).equals(parts.get(3)) && parts.get(1).equals(parts.get(2));
        return steady && !parts.get(0).equals(parts.get(1));
    }

    /** Both of the one kind took much longer than both of the other. */
    private static boolean isSlower(Exchange slow, Exchange alsoSlow, Exchange fast, Exchange alsoFast) {
        Duration least = Collections.min(List.of(slow.took(), alsoSlow.took()));
        Duration most = Collections.max(List.of(fast.took(), alsoFast.took()));
        return least.compareTo(most.multipliedBy(2).plus(NOTICEABLE)) > 0;
    }

    private Map<String, String> telling(Exchange exchange) {
        Map<String, String> telling = new LinkedHashMap<>();
        telling.put(STATUS, "" + exchange.status());
        Response response = exchange.response();
        if (response != null) {
            telling.put("the body", response.text());
            response.json().forEachEntry((name, value) -> telling.put("the property " + name, value.toString()));
            response.headers().stream()
                    .filter(header -> !TELL_NOTHING.contains(header.name().toLowerCase(Locale.ROOT)))
                    .forEach(header -> telling.merge(
                            "the header " + header.name().toLowerCase(Locale.ROOT), header.value(), String::concat));
        }
        // Errors may repeat the key that was sent.
        String sent =
                PlainJson.read(exchange.request().body()).path(Fixtures.KEY).asText("");
        telling.replaceAll((name, value) ->
                value.replace(sent, KEY).replace(context.target().apiKey(), KEY));
        return telling;
    }
}
