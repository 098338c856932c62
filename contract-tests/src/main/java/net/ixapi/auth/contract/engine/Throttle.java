package net.ixapi.auth.contract.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;
import net.ixapi.auth.contract.wire.RunEndedException;
import net.ixapi.auth.contract.wire.Sleeper;
import net.ixapi.auth.contract.wire.Wire;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request again after a wait, if a server says that there were too many requests or that it is busy for a time. Not safe
 * for use by several threads at once.
 */
public final class Throttle {
    private static final String RETRY_AFTER = "Retry-After";
    /** RFC 6585, section 4. */
    private static final int TOO_MANY = 429;

    /** RFC 9110, section 15.6.4. */
    private static final int UNAVAILABLE = 503;

    private static final int MAX_UNAVAILABLE = 3;
    private static final Duration USUAL = Duration.ofSeconds(1);
    private static final Duration MAX_PAUSE = Duration.ofMinutes(1);

    private final Wire wire;
    private final Sleeper sleeper;
    private final Duration patience;
    private Duration waited = Duration.ZERO;
    /** Whether a 503 without Retry-After stayed: that of a limit goes away, as with nginx, and that of a fault does not. */
    private boolean unavailable;

    Throttle(Wire wire, Sleeper sleeper, Duration patience) {
        this.wire = wire;
        this.sleeper = sleeper;
        this.patience = patience;
    }

    /** Sends a request in whose place no other one can be sent. */
    Exchange send(Request request) {
        return send(request, Optional::empty);
    }

    /**
     * One request may wait for as long as the patience lasts: a server that allows five a minute can be checked, too. Where it answers what
     * may be sent instead, and still not the request, the request will have to wait for ever.
     */
    Exchange send(Request request, Supplier<Optional<Request>> instead) {
        Duration waitedBefore = waited;
        Exchange exchange = wire.send(request);
        for (int times = 1; isBusy(exchange.response(), times); times++) {
            Optional<Exchange> other = times == 2 || pause(exchange.response()).compareTo(MAX_PAUSE) > 0
                    ? instead.get().map(wire::send).filter(sent -> !isBusy(sent.response(), 1))
                    : Optional.empty();
            if (other.isPresent()) {
                exchange = wire.send(request);
                return isBusy(exchange.response(), 1) ? other.get() : exchange;
            }
            // What is less than a second to wait, some cut off to none.
            Duration least = times == 1 ? Duration.ZERO : USUAL;
            await(exchange.status(), Collections.max(List.of(least, pause(exchange.response()))), waitedBefore);
            exchange = wire.send(request);
        }
        unavailable |= exchange.status() == UNAVAILABLE;
        return exchange;
    }

    /** A server that is unavailable again and again, or for long, is faulty, even if it says for how long each time. */
    private boolean isBusy(@Nullable Response response, int times) {
        return response != null
                && (response.status() == TOO_MANY
                        || response.status() == UNAVAILABLE
                                && (response.header(RETRY_AFTER).isPresent() || !unavailable)
                                && pause(response).compareTo(MAX_PAUSE) <= 0
                                && times <= MAX_UNAVAILABLE);
    }

    /** Sends requests at the same time. One that a server is too busy for is sent again by itself. */
    List<Exchange> sendTogether(List<Request> requests) {
        return wire.sendTogether(requests).stream()
                .map(exchange -> isBusy(exchange.response(), 1) ? send(exchange.request()) : exchange)
                .toList();
    }

    /** How long the server's limits made the run wait. */
    public Duration waited() {
        return waited;
    }

    private void await(int status, Duration pause, Duration waitedBefore) {
        if (pause.compareTo(MAX_PAUSE) > 0) {
            throw new RunEndedException("the server answers 429 (too many requests) and asks to wait for "
                    + pause.toSeconds() + " s, but a run waits for " + MAX_PAUSE.toSeconds()
                    + " s at most: try again later, with a lower --rate");
        }
        waited = waited.plus(pause);
        if (waited.minus(waitedBefore).compareTo(patience) > 0) {
            throw new RunEndedException("the server answers one request with " + status
                    + " again and again: try a lower --rate, or see whether it means another status, such as 401");
        }
        sleeper.await(pause);
    }

    /** Seconds, or a date (RFC 9110, section 10.2.3) by the server's own clock, where it says what time it is. */
    private static Duration pause(Response response) {
        String after = response.header(RETRY_AFTER).orElse("");
        if (after.matches("\\d{1,10}")) {
            return Duration.ofSeconds(Long.parseLong(after));
        }
        Instant now = DateUtils.parseStandardDate(response.header("Date").orElse(""));
        Instant until = DateUtils.parseStandardDate(after);
        Duration pause = now == null || until == null ? USUAL : Duration.between(now, until);
        return pause.isNegative() ? Duration.ZERO : pause;
    }
}
