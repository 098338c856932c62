package net.ixapi.auth.contract.checks;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;

/** Refreshing brings a new pair, which refreshes in its turn. */
final class Refresh {
    static final String NAME = "refresh";
    private static final int CHAIN = 3;
    private static final List<String> TOKENS = List.of(Fixtures.ACCESS_TOKEN, Fixtures.REFRESH_TOKEN);

    private Refresh() {}

    static void run(Probe probe) {
        probe.fixtures().keepPair();
        Optional<Response> pair = probe.fixtures().pair();
        Optional<Operation> operation = probe.fixtures().refresh();
        for (int link = 1; link <= CHAIN && pair.isPresent() && operation.isPresent(); link++) {
            pair = next(probe, operation.get(), pair.get(), link);
        }
        if (pair.isPresent() && operation.isPresent()) {
            accounts(probe, operation.get());
            LogIn.together(
                    probe,
                    operation.get(),
                    () -> refreshTogether(probe, operation.get()),
                    together(probe, operation.get()));
        }
    }

    /** The tokens of two accounts, refreshed one after the other, stay those of their accounts. */
    private static void accounts(Probe probe, Operation operation) {
        Optional<Response> second = probe.fixtures().secondPair();
        Optional<Response> first = second.flatMap(pair -> probe.fixtures().pair());
        Stream.of(second, first).flatMap(Optional::stream).forEach(old -> {
            Request request = Fixtures.refresh(operation, old.member(Fixtures.REFRESH_TOKEN));
            Exchange exchange = probe.send(operation, request);
            subjects(probe, operation, exchange, old);
        });
    }

    /** Two at once, of two accounts if there are two: a server may end an account's session when it logs in again. */
    private static List<Exchange> refreshTogether(Probe probe, Operation operation) {
        Map<String, Response> pairs = new LinkedHashMap<>();
        Stream.of(
                        probe.fixtures().pair(),
                        probe.fixtures().secondPair().or(() -> probe.fixtures().pair()))
                .flatMap(Optional::stream)
                .forEach(pair -> pairs.put(pair.member(Fixtures.REFRESH_TOKEN), pair));
        if (pairs.size() < 2) {
            return List.of();
        }
        List<Request> requests = pairs.keySet().stream()
                .map(token -> Fixtures.refresh(operation, token))
                .toList();
        List<Exchange> all = probe.sendTogether(operation, requests);
        Iterator<Response> old = pairs.values().iterator();
        all.forEach(exchange -> subjects(probe, operation, exchange, old.next()));
        return all;
    }

    /** Of two tokens of one account, a server may take one only. */
    private static Expectation together(Probe probe, Operation operation) {
        String cause = "refreshes at the same time fail";
        return probe.target().second() != null
                ? Expectation.success(operation, NAME, cause)
                : new Expectation(operation.statuses(), NAME, cause, "openapi.yaml#" + operation.pointer());
    }

    private static void subjects(Probe probe, Operation operation, Exchange exchange, Response old) {
        pair(exchange).ifPresent(next -> TOKENS.forEach(name -> subject(probe, operation, exchange, name, old, next)));
    }

    private static Optional<Response> next(Probe probe, Operation operation, Response first, int link) {
        String cause = link == 1 ? "a new refresh token is refused" : "the pair of a refresh does not refresh";
        AtomicReference<Response> old = new AtomicReference<>(first);
        Exchange exchange = refreshed(probe, operation, old, cause);
        if (pair(exchange).filter(response -> isOld(response, first)).isPresent()) {
            // Times in tokens have no fractions: those of one second may be the same, and the first is used up.
            probe.await(Fixtures.SECOND);
            probe.fixtures().pair().ifPresent(old::set);
            probe.await(Fixtures.SECOND);
            exchange = refreshed(probe, operation, old, cause);
        }
        TokenShape.look(probe, exchange);
        Optional<Response> next = pair(exchange);
        if (next.isPresent()) {
            compare(probe, operation, exchange, old.get(), next.get());
        }
        return next.filter(
                response -> !response.member(Fixtures.REFRESH_TOKEN).isEmpty() && !isOld(response, old.get()));
    }

    /** A new token that is refused may be one that is used up; that of a refresh is sent again as it is. */
    private static Exchange refreshed(Probe probe, Operation operation, AtomicReference<Response> old, String cause) {
        AtomicInteger attempts = new AtomicInteger();
        return probe.judged(
                operation,
                () -> {
                    if (attempts.getAndIncrement() > 0 && cause.startsWith("a new")) {
                        probe.fixtures().pair().ifPresent(old::set);
                    }
                    return Fixtures.refresh(operation, old.get().member(Fixtures.REFRESH_TOKEN));
                },
                Expectation.success(operation, NAME, cause));
    }

    private static Optional<Response> pair(Exchange exchange) {
        return Optional.ofNullable(exchange.response()).filter(response -> response.status() / 100 == 2);
    }

    private static boolean isOld(Response pair, Response old) {
        return TOKENS.stream().anyMatch(member -> pair.member(member).equals(old.member(member)));
    }

    private static void compare(Probe probe, Operation operation, Exchange exchange, Response old, Response next) {
        for (String name : TOKENS) {
            if (old.member(name).equals(next.member(name))) {
                blame(probe, operation, exchange, name + " is the old one", "a new pair");
            }
            subject(probe, operation, exchange, name, old, next);
            double expiry = claim(old, name, jwt -> jwt.seconds("exp")).orElse(0.0);
            if (claim(next, name, jwt -> jwt.seconds("exp"))
                    .filter(later -> later < expiry)
                    .isPresent()) {
                blame(probe, operation, exchange, name + " expires earlier than the old one", "a later expiry");
            }
        }
    }

    private static void subject(
            Probe probe, Operation operation, Exchange exchange, String name, Response old, Response next) {
        Optional<JsonNode> before =
                claim(old, name, jwt -> Optional.of(jwt.claims().path("sub")));
        Optional<JsonNode> after =
                claim(next, name, jwt -> Optional.of(jwt.claims().path("sub")));
        if (before.isPresent() && after.isPresent() && !before.equals(after)) {
            blame(probe, operation, exchange, name + " is for another subject", "the same 'sub'");
        }
    }

    private static <T> Optional<T> claim(Response pair, String name, Function<Jwt, Optional<T>> claim) {
        return Jwt.read(pair.member(name)).flatMap(claim);
    }

    private static void blame(Probe probe, Operation operation, Exchange exchange, String cause, String expected) {
        String source = "openapi.yaml#" + operation.pointer();
        probe.report(NAME, Level.VIOLATION, operation, cause, expected, source, exchange);
    }
}
