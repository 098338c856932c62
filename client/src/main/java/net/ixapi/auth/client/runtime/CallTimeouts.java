package net.ixapi.auth.client.runtime;

import java.time.Duration;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Cancels calls that take too long: a server that sends a byte now and then never lets a socket's timeout pass. Uses the JDK's
 * own timer, so there is no thread to be stopped. Safe for many threads.
 *
 * <p>One timer serves all calls, set to the end of the first. A timer for each would wake the timer's thread at each, which
 * costs half as much as a request.
 */
final class CallTimeouts {
    private final ReentrantLock lock = new ReentrantLock();
    /** The first to end comes first. Guarded by the lock, as the rest. */
    private final NavigableSet<CallTimeout> running = new TreeSet<>(CallTimeouts::compare);

    private boolean timerIsSet;
    private long started;
    private long timerEnd;

    /** Times that {@code System.nanoTime()} tells are compared by their difference. */
    private static int compare(CallTimeout one, CallTimeout other) {
        int byEnd = Long.signum(one.end() - other.end());
        return byEnd != 0 ? byEnd : Long.compare(one.number(), other.number());
    }

    CallTimeout start(Cancellable call, Duration time) {
        lock.lock();
        try {
            CallTimeout timeout = new CallTimeout(this, call, System.nanoTime() + time.toNanos(), ++started);
            running.add(timeout);
            if (!timerIsSet || timeout.end() - timerEnd < 0) {
                setTimer(timeout.end());
            }
            return timeout;
        } finally {
            lock.unlock();
        }
    }

    void end(CallTimeout timeout) {
        lock.lock();
        try {
            running.remove(timeout);
        } finally {
            lock.unlock();
        }
    }

    private void setTimer(long end) {
        timerIsSet = true;
        timerEnd = end;
        CompletableFuture.delayedExecutor(end - System.nanoTime(), TimeUnit.NANOSECONDS, Runnable::run)
                .execute(this::cancelLate);
    }

    private void cancelLate() {
        for (CallTimeout late = takeLate(); late != null; late = takeLate()) {
            late.cancel();
        }
    }

    /** The first if it is late; or else the timer is set to when it would be. */
    private @Nullable CallTimeout takeLate() {
        lock.lock();
        try {
            if (running.isEmpty()) {
                timerIsSet = false;
                return null;
            }
            CallTimeout first = running.first();
            if (first.end() - System.nanoTime() > 0) {
                setTimer(first.end());
                return null;
            }
            running.remove(first);
            first.pass();
            return first;
        } finally {
            lock.unlock();
        }
    }
}
