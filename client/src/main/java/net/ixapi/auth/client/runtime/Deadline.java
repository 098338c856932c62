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

    private Deadline(Duration time) {
        this.time = time;
    }

    static Deadline after(Duration time, Cancellable request) {
        Deadline deadline = new Deadline(time);
        deadline.end.orTimeout(time.toMillis(), TimeUnit.MILLISECONDS).whenComplete((nothing, timeout) -> {
            if (timeout != null) {
                request.cancel();
            }
        });
        return deadline;
    }

    boolean passed() {
        return end.isCompletedExceptionally();
    }

    SocketTimeoutException timeout() {
        return new SocketTimeoutException("not complete within " + time);
    }

    @Override
    public void close() {
        end.complete(null);
    }
}
