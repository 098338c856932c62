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
import net.ixapi.auth.contract.wire.Answer;

/** A refresh token that has expired does not refresh. Waits for that only as long as it may. */
final class Expiry implements Check {
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
        Optional<Answer> pair = probe.fixtures().pair();
        if (refresh.isPresent() && pair.isPresent()) {
            String token = pair.get().member("refresh_token");
            Jwt.read(token).flatMap(jwt -> jwt.seconds("exp")).ifPresent(exp -> ask(probe, refresh.get(), token, exp));
        }
    }

    private void ask(Probe probe, Operation operation, String token, double expiry) {
        // A second more: servers round.
        Duration wait = Duration.between(probe.now(), Instant.ofEpochSecond((long) expiry + 1));
        if (wait.compareTo(probe.options().awaitExpiry()) > 0) {
            String cause = "not seen: an expired refresh token (this one lives for " + wait.toSeconds() + " s)";
            probe.report(name(), Level.NOTE, operation, cause, "401 on or after 'exp'", SOURCE, null);
        } else {
            probe.await(wait);
            probe.judged(
                    operation,
                    Fixtures.request(operation, Fixtures.refreshToken(token)),
                    Expectation.unauthenticated(operation, name(), "an expired refresh token is not refused"));
        }
    }
}
