package net.ixapi.auth.client.runtime;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Cancels a call that takes too long: a server that sends a byte now and then never lets a socket's timeout pass. Closed when
 * the call is over.
 *
 * <p>While there are calls, the JDK's own timer looks at all of them every few milliseconds. A timer for each call would wake the
 * timer's thread at each, which costs half as much as a request.
 */
final class CallTimeout implements AutoCloseable {
    private static final long MILLIS_BETWEEN_LOOKS = 20;
    private static final Set<CallTimeout> RUNNING = ConcurrentHashMap.newKeySet();
    private static final AtomicBoolean TIMER_IS_SET = new AtomicBoolean();
    /** The call that the thread is making: resolver and sockets see no other sign of it. */
    private static final ThreadLocal<@Nullable CallTimeout> CURRENT = new ThreadLocal<>();

    private final Cancellable request;
    private final long end;

    private CallTimeout(Cancellable request, Duration time) {
        this.request = request;
        this.end = System.nanoTime() + time.toNanos();
    }

    static CallTimeout start(Cancellable request, Duration time) {
        CallTimeout timeout = new CallTimeout(request, time);
        CURRENT.set(timeout);
        RUNNING.add(timeout);
        setTimer();
        return timeout;
    }

    /** Null where the thread makes no call, as with a connection manager that somebody else uses. */
    static @Nullable CallTimeout current() {
        return CURRENT.get();
    }

    private static void setTimer() {
        if (TIMER_IS_SET.compareAndSet(false, true)) {
            CompletableFuture.delayedExecutor(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS, Runnable::run)
                    .execute(CallTimeout::cancelLate);
        }
    }

    private static void cancelLate() {
        RUNNING.forEach(CallTimeout::cancelIfOver);
        TIMER_IS_SET.set(false);
        if (!RUNNING.isEmpty()) {
            setTimer();
        }
    }

    private synchronized void cancelIfOver() {
        if (isOver() && RUNNING.remove(this)) {
            try {
                request.cancel();
            } catch (RuntimeException e) {
                // The socket's own timeouts end the call later. The timer goes on for the others.
            }
        }
    }

    /** A lookup or a connect may notice the end before the timer does. */
    boolean isOver() {
        return System.nanoTime() - end >= 0;
    }

    /** What is left, rounded up so that the end has come by then; never 0, which sockets take for no bound at all. */
    long leftMillis() {
        return Math.max(1, (end - System.nanoTime()) / 1_000_000 + 1);
    }

    /** Afterwards nothing happens to the request: a cancellation that has begun is waited for, since it frees the connection. */
    @Override
    public synchronized void close() {
        // Not removed: a new entry for each call would cost more than one that stays with the thread.
        CURRENT.set(null);
        RUNNING.remove(this);
    }
}
