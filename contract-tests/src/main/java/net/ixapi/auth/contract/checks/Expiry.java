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
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;

/** A refresh token that has expired does not refresh. Waits for that only as long as it may. */
final class Expiry implements Check {
    private static final String REFRESH_TOKEN = "refresh_token";
    /** "Usually no more than a few minutes", says RFC 7519, section 4.1.4. */
    private static final Duration LEEWAY = Duration.ofMinutes(5);

    private static final String SOURCE = "RFC 7519, section 4.1.4";

    @Override
    public String name() {
        return "expiry";
    }

    @Override
    public String title() {
        return "a refresh token that has expired is refused (seen only with --await-expiry)";
    }

    @Override
    public void run(Probe probe) {
        Optional<Operation> refresh = probe.fixtures().refresh();
        Optional<Response> pair = probe.fixtures().pair();
        Optional<Response> spare = probe.fixtures().pair();
        if (refresh.isPresent() && pair.isPresent() && spare.isPresent()) {
            Optional<Double> expiry = Jwt.read(pair.get().member(REFRESH_TOKEN)).flatMap(jwt -> jwt.seconds("exp"));
            expiry.ifPresent(exp -> ask(probe, refresh.get(), exp, pair.get(), spare.get()));
        }
    }

    /** A second more: servers round. Each attempt has a token of its own, since it may be good for one only. */
    private void ask(Probe probe, Operation operation, double expiry, Response pair, Response spare) {
        Instant expired = Instant.ofEpochSecond((long) expiry + 1);
        if (!isAwaited(probe, operation, expired, "an expired refresh token")) {
            return;
        }
        Exchange exchange = probe.send(operation, request(operation, pair));
        if (exchange.status() / 100 != 2) {
            probe.judge(operation, exchange, expectation(operation));
        } else if (isAwaited(probe, operation, expired.plus(LEEWAY), "a refresh token beyond the leeway of clocks")) {
            probe.judge(operation, probe.send(operation, request(operation, spare)), expectation(operation));
        }
    }

    private boolean isAwaited(Probe probe, Operation operation, Instant time, String what) {
        Duration wait = Duration.between(probe.now(), time);
        boolean awaited = wait.compareTo(probe.options().awaitExpiry()) <= 0;
        if (awaited) {
            probe.await(wait);
        } else {
            String cause = "not seen: " + what + " (--await-expiry " + wait.toSeconds() + "s would wait for it)";
            probe.skip(name(), cause);
            probe.report(name(), Level.INFO, operation, cause, "401 on or after 'exp'", SOURCE, null);
        }
        return awaited;
    }

    private static Request request(Operation operation, Response pair) {
        return Fixtures.request(operation, Fixtures.refreshToken(pair.member(REFRESH_TOKEN)));
    }

    private Expectation expectation(Operation operation) {
        return Expectation.unauthenticated(operation, name(), "an expired refresh token is not refused");
    }
}
