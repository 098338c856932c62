package net.ixapi.auth.client.session;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;

/** Renews a token when nobody asks for it, once it is told when. Not safe for use by several threads at once. */
final class RenewalTimer {
    private final LongFunction<CompletableFuture<Void>> timer;
    private final Runnable renewal;
    private boolean open;
    private CompletableFuture<Void> next = new CompletableFuture<>();

    /**
     * A timer that is not set.
     *
     * @param timer completes what it returns after so many milliseconds
     * @param open whether it is to be used at all
     */
    RenewalTimer(LongFunction<CompletableFuture<Void>> timer, Runnable renewal, boolean open) {
        this.timer = timer;
        this.renewal = renewal;
        this.open = open;
    }

    /** Renews after this time, and not when it was last told. Returns the time. */
    Duration set(long millis) {
        next.cancel(false);
        if (open) {
            next = timer.apply(Math.max(1, millis));
            next.thenRunAsync(renewal);
        }
        return Duration.ofMillis(millis);
    }

    /** Returns whether it was set. */
    boolean close() {
        open = false;
        return next.cancel(false);
    }
}
