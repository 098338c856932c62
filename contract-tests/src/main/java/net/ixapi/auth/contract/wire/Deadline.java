package net.ixapi.auth.contract.wire;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Ends what takes too long, since a socket's own timeout bounds neither a slow drip nor a stuck write. Whoever makes it closes it;
 * nothing is ended afterwards.
 */
final class Deadline implements AutoCloseable {
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final CompletableFuture<Void> timer;

    Deadline(Duration longest, Runnable end) {
        timer = done.orTimeout(longest.toMillis(), TimeUnit.MILLISECONDS).whenComplete((nothing, timeout) -> {
            if (timeout != null) {
                end.run();
            }
        });
    }

    /** What a failure really is: one that comes after the end is a timeout, whatever it says. */
    IOException cause(IOException failure) {
        return done.isCompletedExceptionally() ? new SocketTimeoutException() : failure;
    }

    @Override
    public void close() {
        done.complete(null);
        timer.exceptionally(timeout -> null).join();
    }
}
