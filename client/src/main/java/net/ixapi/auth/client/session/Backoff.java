package net.ixapi.auth.client.session;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How long not to try again after a failure: twice as long with each one. Not safe for use by several threads at once. */
final class Backoff {
    /** Longer than any program runs, and short enough to be added to any time. */
    private static final long FOREVER = Long.MAX_VALUE / 4;

    private final long initialDelay;
    private final long maxDelay;
    private long delay;
    private long since;
    private long until;

    Backoff(Duration initialDelay, Duration maxDelay) {
        this.initialDelay = millis(initialDelay);
        this.maxDelay = Math.max(this.initialDelay, millis(maxDelay));
    }

    /** A clock that is set back ends the delay: nobody knows how much of it has passed. */
    boolean lasts(long now) {
        return since <= now && now < until;
    }

    /** Begins the next delay, which lasts at least as long as the server asked for. Returns its end. */
    long begin(long now, Duration atLeast) {
        delay = delay == 0 ? initialDelay : Math.min(maxDelay, delay * 2);
        since = now;
        until = now + Math.max(delay, millis(atLeast));
        return until;
    }

    long until() {
        return until;
    }

    /** Ends the delays, so that the next one is short again. Returns a time that has passed. */
    long end() {
        delay = 0;
        until = 0;
        return until;
    }

    /** At least one: a delay of none would not be one. */
    private static long millis(Duration duration) {
        return Math.min(FOREVER, Math.max(1, TimeUnit.MILLISECONDS.convert(duration)));
    }
}
