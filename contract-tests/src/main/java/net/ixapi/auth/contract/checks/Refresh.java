package net.ixapi.auth.contract.checks;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Exchange;
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
        for (String member : TOKENS) {
            if (old.member(member).equals(next.member(member))) {
                blame(probe, operation, exchange, member + " is the old one", "a new pair");
            }
            Optional<Jwt> before = Jwt.read(old.member(member));
            Optional<Jwt> after = Jwt.read(next.member(member));
            if (before.isPresent() && after.isPresent()) {
                compare(probe, operation, exchange, member, before.get(), after.get());
            }
        }
    }

    private static void compare(
            Probe probe, Operation operation, Exchange exchange, String member, Jwt before, Jwt after) {
        if (!before.claims().path("sub").equals(after.claims().path("sub"))) {
            blame(probe, operation, exchange, member + " is for another subject", "the same 'sub'");
        }
        double old = before.seconds("exp").orElse(0.0);
        if (after.seconds("exp").filter(expiry -> expiry < old).isPresent()) {
            blame(probe, operation, exchange, member + " expires earlier than the old one", "a later expiry");
        }
    }

    private static void blame(Probe probe, Operation operation, Exchange exchange, String cause, String expected) {
        String source = "openapi.yaml#" + operation.pointer();
        probe.report(NAME, Level.VIOLATION, operation, cause, expected, source, exchange);
    }
}
