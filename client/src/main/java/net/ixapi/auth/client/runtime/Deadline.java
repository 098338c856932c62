package net.ixapi.auth.client.runtime;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.concurrent.Cancellable;

/**
 * Cancels a request that takes too long: a server that sends a byte now and then never lets a socket's timeout pass. Uses the
 * JDK's own timer, so there is no thread to be stopped. Safe for many threads; closed when the request has ended.
 */
final class Deadline implements AutoCloseable {
    private final Duration time;
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    private final CompletableFuture<Boolean> cancelled;

    private Deadline(Duration time, Cancellable request) {
        this.time = time;
        // Before the timer starts: else a short time could pass in between, and this thread itself would cancel.
        this.cancelled = end.handle((nothing, timeout) -> timeout != null && request.cancel());
        end.orTimeout(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    static Deadline after(Duration time, Cancellable request) {
        return new Deadline(time, request);
    }

    boolean passed() {
        return end.isCompletedExceptionally();
    }

    SocketTimeoutException timeout() {
        return new SocketTimeoutException("not complete within " + time);
    }

    /** Afterwards nothing happens to the request: a cancellation that has begun is waited for, since it frees the connection. */
    @Override
    public void close() {
        end.complete(null);
        cancelled.join();
    }
}
