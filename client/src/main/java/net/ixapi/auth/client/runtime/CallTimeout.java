package net.ixapi.auth.client.runtime;

import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/** When a call has to be over; closed when it is. */
final class CallTimeout implements AutoCloseable {
    /** The call that the thread is making: resolver and sockets see no other sign of it. */
    private static final ThreadLocal<CallTimeout> CURRENT = new ThreadLocal<>();

    private final CallTimeouts all;
    private final Cancellable request;
    private final long end;
    private final long number;
    private volatile @Nullable CompletableFuture<Boolean> cancelled;

    CallTimeout(CallTimeouts all, Cancellable request, long end, long number) {
        this.all = all;
        this.request = request;
        this.end = end;
        this.number = number;
        CURRENT.set(this);
    }

    /** Null where the thread makes no call, as with a connection manager that somebody else uses. */
    static @Nullable CallTimeout current() {
        return CURRENT.get();
    }

    /** What is left, rounded up so that the end has come by then; never 0, which sockets take for no bound at all. */
    long leftMillis() {
        return Math.max(1, (end - System.nanoTime()) / 1_000_000 + 1);
    }

    /** By {@code System.nanoTime()}. */
    long end() {
        return end;
    }

    long number() {
        return number;
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

    /** A lookup or a connect may notice the end before the timer does. */
    boolean isOver() {
        return passed() || System.nanoTime() - end >= 0;
    }

    static SocketTimeoutException timeout(Duration time) {
        return new SocketTimeoutException("not complete within " + time);
    }

    /** Afterwards nothing happens to the request: a cancellation that has begun is waited for, since it frees the connection. */
    @Override
    public void close() {
        CURRENT.remove();
        all.end(this);
        CompletableFuture<Boolean> begun = cancelled;
        if (begun != null) {
            begun.join();
        }
    }
}
