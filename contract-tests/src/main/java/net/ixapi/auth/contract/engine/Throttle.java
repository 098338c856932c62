package net.ixapi.auth.contract.engine;

import java.time.Duration;
import net.ixapi.auth.contract.wire.Answer;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.RunEndedException;
import net.ixapi.auth.contract.wire.Waiter;
import net.ixapi.auth.contract.wire.Wire;

/** Waits where a server says that there were too many requests, and sends again. Not safe for use by several threads at once. */
final class Throttle {
    /** RFC 6585, section 4. */
    static final int TOO_MANY = 429;

    private static final Duration USUAL = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Wire wire;
    private final Waiter waiter;
    private final Duration patience;
    private Duration waited = Duration.ZERO;

    Throttle(Wire wire, Waiter waiter, Duration patience) {
        this.wire = wire;
        this.waiter = waiter;
        this.patience = patience;
    }

    Exchange send(Request request) {
        Exchange exchange = wire.send(request);
        for (Answer answer = exchange.answer();
                answer != null && answer.status() == TOO_MANY;
                answer = exchange.answer()) {
            await(pause(answer));
            exchange = wire.send(request);
        }
        return exchange;
    }

    Duration waited() {
        return waited;
    }

    private void await(Duration pause) {
        waited = waited.plus(pause);
        if (waited.compareTo(patience) > 0) {
            throw new RunEndedException(
                    "the server answers 429 (too many requests) again and again: try a lower --rate");
        }
        waiter.await(pause);
    }

    /** RFC 9110, section 10.2.3; a date is as good as nothing said. */
    private static Duration pause(Answer answer) {
        String seconds = answer.header("Retry-After").orElse("");
        Duration pause = seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : USUAL;
        return pause.compareTo(LONGEST) < 0 ? pause : LONGEST;
    }
}
