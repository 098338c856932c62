package net.ixapi.auth.contract.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;

/** What the contract leaves open, and this server has decided. Never a failure. */
final class Observations {
    static final String NAME = "observations";
    private static final String OPEN = "the contract leaves it open";

    private Observations() {}

    static void run(Probe probe) {
        probe.fixtures().pair().ifPresent(pair -> {
            token(probe, "access_token", pair);
            token(probe, "refresh_token", pair);
            members(probe, pair);
            caching(probe, pair);
            reuse(probe, pair);
            renewal(probe);
            refusal(probe);
        });
    }

    private static void token(Probe probe, String name, Response pair) {
        Jwt.read(pair.member(name)).ifPresent(jwt -> {
            double issued = jwt.seconds("iat").orElse(0.0);
            String life = jwt.seconds("exp")
                    .filter(expiry -> issued > 0)
                    .map(expiry -> "lives for " + Math.round(expiry - issued) + " s")
                    .orElse("does not say how long it lives");
            note(probe, name + ": " + jwt.algorithm() + ", " + life + ", claims " + names(jwt.claims()));
        });
    }

    private static TreeSet<String> names(JsonNode object) {
        return object.propertyStream().map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    private static void members(Probe probe, Response pair) {
        TreeSet<String> others = names(pair.json());
        others.remove("access_token");
        others.remove("refresh_token");
        if (!others.isEmpty()) {
            note(probe, "answers with tokens have further members: " + others);
        }
    }

    /** RFC 6749, section 5.1, demands it of OAuth2 servers, whose answers are alike. */
    private static void caching(Probe probe, Response pair) {
        String caching = pair.header("Cache-Control").orElse("");
        note(probe, "Cache-Control of answers with tokens: " + (caching.isEmpty() ? "none" : caching));
    }

    private static void reuse(Probe probe, Response pair) {
        probe.fixtures().refresh().ifPresent(refresh -> {
            Request request = Fixtures.refresh(refresh, pair.member(Fixtures.REFRESH_TOKEN));
            Exchange first = probe.send(refresh, request);
            Exchange second = probe.send(refresh, request);
            if (!LogIn.isRefused(first)) {
                note(
                        probe,
                        "a refresh token " + (LogIn.isRefused(second) ? "is good for one use" : "can be used again"));
            }
            if (!LogIn.isRefused(first) && LogIn.isRefused(second)) {
                probe.fixtures().pair().ifPresent(fresh -> race(probe, refresh, fresh));
            }
        });
    }

    /** What is good for one use is looked up and used up in one step, or it is good for two at once. */
    private static void race(Probe probe, Operation operation, Response pair) {
        Request request = Fixtures.refresh(operation, pair.member(Fixtures.REFRESH_TOKEN));
        List<Exchange> successes = probe.sendTogether(operation, Collections.nCopies(3, request)).stream()
                .filter(exchange -> !LogIn.isRefused(exchange))
                .toList();
        if (successes.size() > 1) {
            String cause = "a refresh token that is good for one use refreshes twice if it is sent twice at once";
            String source = "RFC 9700, section 4.14.2";
            probe.report(Refresh.NAME, Level.WEAKNESS, operation, cause, "one success", source, successes.get(1));
        }
    }

    private static void renewal(Probe probe) {
        Optional<Response> old = probe.fixtures().keptPair();
        Optional<Operation> operation = probe.fixtures().refresh();
        if (old.isPresent() && operation.isPresent()) {
            Request request = Fixtures.refresh(operation.get(), old.get().member(Fixtures.REFRESH_TOKEN));
            Exchange exchange = probe.send(operation.get(), request);
            Response renewed = exchange.response();
            Optional<Double> before = expiry(old.get());
            if (renewed != null && before.isPresent() && expiry(renewed).equals(before)) {
                String cause = "access_token: its lifetime does not start anew";
                String source = "openapi.yaml#" + operation.get().pointer();
                probe.report("refresh", Level.VIOLATION, operation.get(), cause, "a later 'exp'", source, exchange);
            }
        }
    }

    private static Optional<Double> expiry(Response pair) {
        return Jwt.read(pair.member("access_token")).flatMap(jwt -> jwt.seconds("exp"));
    }

    private static void refusal(Probe probe) {
        probe.fixtures().refresh().ifPresent(operation -> {
            Request request = Fixtures.refresh(operation, "garbage");
            Response response = probe.send(operation, request).response();
            if (response != null) {
                String texts = Stream.of("title", "detail")
                        .filter(member -> !response.member(member).isEmpty())
                        .map(member -> member + " '" + response.member(member) + "'")
                        .collect(Collectors.joining(", "));
                note(probe, "a problem says: " + (texts.isEmpty() ? "nothing" : texts));
                note(probe, "headers of a problem: " + names(response));
            }
        });
        if (!probe.throttled().isZero()) {
            note(
                    probe,
                    "limits the rate: the run waited for " + probe.throttled().toSeconds() + " s");
        }
    }

    private static Set<String> names(Response response) {
        return response.headers().stream()
                .map(header -> header.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void note(Probe probe, String what) {
        probe.report(NAME, Level.INFO, null, what, OPEN, "openapi.yaml#/info/description", null);
    }
}
