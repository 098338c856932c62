package net.ixapi.auth.client.runtime;

import java.net.SocketTimeoutException;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/** When a request is late; closed when the request has ended. */
final class Deadline implements AutoCloseable {
    private final Deadlines all;
    private final Cancellable request;
    private final long end;
    private volatile @Nullable CompletableFuture<Boolean> cancelled;

    Deadline(Deadlines all, Cancellable request, long end) {
        this.all = all;
        this.request = request;
        this.end = end;
    }

    /** By {@code System.nanoTime()}. */
    long end() {
        return end;
    }

    /** From now on, whoever closes waits for the cancellation. */
    void pass() {
        cancelled = new CompletableFuture<>();
    }

    void cancel() {
        CompletableFuture<Boolean> result = cancelled;
        if (result != null) {
            result.completeAsync(request::cancel, Runnable::run);
        }
    }

    boolean passed() {
        return cancelled != null;
    }

    SocketTimeoutException timeout() {
        return new SocketTimeoutException("not complete within " + all.time());
    }

    /** Afterwards nothing happens to the request: a cancellation that has begun is waited for, since it frees the connection. */
    @Override
    public void close() {
        all.end(this);
        CompletableFuture<Boolean> begun = cancelled;
        if (begun != null) {
            begun.join();
        }
    }
}
