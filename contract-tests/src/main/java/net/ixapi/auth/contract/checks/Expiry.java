package net.ixapi.auth.contract.checks;

import java.time.Duration;
import java.util.Optional;
import net.ixapi.auth.contract.engine.CheckContext;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Response;

/**
 * A refresh token that has expired does not refresh. Waits for that only as long as it may.
 *
 * @param context what the check works with
 */
record Expiry(CheckContext context) {
    /** "Usually no more than a few minutes", says RFC 7519, section 4.1.4. */
    private static final Duration LEEWAY = Duration.ofMinutes(5);

    void run() {
        Optional<Response> pair = context.fixtures().pair();
        Optional<Response> spare = context.fixtures().pair();
        if (pair.isPresent() && spare.isPresent()) {
            Fixtures.expiry(pair.get(), Fixtures.REFRESH_TOKEN)
                    .filter(expiry -> TokenShape.isPlausible(context, expiry))
                    .ifPresent(expiry -> run(expiry, pair.get(), spare.get()));
        }
    }

    /** A second more: servers round. Each attempt has a token of its own, since it may be good for one only. */
    private void run(double expiry, Response pair, Response spare) {
        Expectation refused = context.unauthenticated("an expired refresh token is not refused");
        double expired = expiry + 1;
        if (!isAwaited(expired, "an expired refresh token")) {
            return;
        }
        Exchange exchange = context.send(context.refresh(pair));
        if (exchange.success().isEmpty()) {
            context.judge(exchange, refused);
        } else if (isAwaited(expired + LEEWAY.toSeconds(), "a refresh token beyond the leeway of clocks")) {
            context.judge(context.send(context.refresh(spare)), refused);
        }
    }

    /** A server may name a second that is beyond all calendars, but no number is beyond a duration. */
    private boolean isAwaited(double second, String what) {
        Probe probe = context.probe();
        Duration wait = Duration.ofMillis(
                (long) (second * 1_000 - probe.clock().instant().toEpochMilli()));
        boolean awaited = wait.compareTo(probe.options().awaitExpiry()) <= 0;
        if (awaited) {
            probe.sleeper().await(wait);
        } else {
            String cause = "not seen: " + what + " (--await-expiry " + wait.toSeconds() + "s would wait for it)";
            probe.skipped().put(context.check(), cause);
            context.info(cause, "401 on or after 'exp'", null);
        }
        return awaited;
    }
}
