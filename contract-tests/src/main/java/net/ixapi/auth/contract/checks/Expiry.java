package net.ixapi.auth.contract.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Response;

/** A refresh token that has expired does not refresh. Waits for that only as long as it may. */
final class Expiry {
    static final String NAME = "expiry";
    /** "Usually no more than a few minutes", says RFC 7519, section 4.1.4. */
    private static final Duration LEEWAY = Duration.ofMinutes(5);

    private static final String SOURCE = "RFC 7519, section 4.1.4";

    private Expiry() {}

    static void run(Probe probe) {
        Optional<Operation> refresh = probe.fixtures().refresh();
        Optional<Response> pair = probe.fixtures().pair();
        Optional<Response> spare = probe.fixtures().pair();
        if (refresh.isPresent() && pair.isPresent() && spare.isPresent()) {
            Optional<Double> expiry =
                    Jwt.read(pair.get().member(Fixtures.REFRESH_TOKEN)).flatMap(jwt -> jwt.seconds("exp"));
            expiry.ifPresent(exp -> ask(probe, refresh.get(), exp, pair.get(), spare.get()));
        }
    }

    /** A second more: servers round. Each attempt has a token of its own, since it may be good for one only. */
    private static void ask(Probe probe, Operation operation, double expiry, Response pair, Response spare) {
        Instant expired = Instant.ofEpochSecond((long) expiry + 1);
        if (!isAwaited(probe, operation, expired, "an expired refresh token")) {
            return;
        }
        Exchange exchange = probe.send(operation, Fixtures.refresh(operation, pair.member(Fixtures.REFRESH_TOKEN)));
        if (exchange.status() / 100 != 2) {
            probe.judge(operation, exchange, expectation(operation));
        } else if (isAwaited(probe, operation, expired.plus(LEEWAY), "a refresh token beyond the leeway of clocks")) {
            probe.judge(
                    operation,
                    probe.send(operation, Fixtures.refresh(operation, spare.member(Fixtures.REFRESH_TOKEN))),
                    expectation(operation));
        }
    }

    private static boolean isAwaited(Probe probe, Operation operation, Instant time, String what) {
        Duration wait = Duration.between(probe.now(), time);
        boolean awaited = wait.compareTo(probe.options().awaitExpiry()) <= 0;
        if (awaited) {
            probe.await(wait);
        } else {
            String cause = "not seen: " + what + " (--await-expiry " + wait.toSeconds() + "s would wait for it)";
            probe.skip(NAME, cause);
            probe.report(NAME, Level.INFO, operation, cause, "401 on or after 'exp'", SOURCE, null);
        }
        return awaited;
    }

    private static Expectation expectation(Operation operation) {
        return Expectation.unauthenticated(operation, NAME, "an expired refresh token is not refused");
    }
}
