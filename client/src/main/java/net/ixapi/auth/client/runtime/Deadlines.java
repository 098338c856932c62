package net.ixapi.auth.client.runtime;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.hc.core5.concurrent.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Cancels requests that take too long: a server that sends a byte now and then never lets a socket's timeout pass. Uses the
 * JDK's own timer, so there is no thread to be stopped. Safe for many threads.
 *
 * <p>All requests have the same time, so the one that began first is the first to be late, and one timer serves them all. A
 * timer for each would wake the timer's thread at each, which costs half as much as a request.
 */
final class Deadlines {
    private final Duration time;
    private final ReentrantLock lock = new ReentrantLock();
    /** The oldest first. */
    private final Set<Deadline> running = new LinkedHashSet<>();

    /** Or firing. */
    private boolean timerIsSet;

    Deadlines(Duration time) {
        this.time = time;
    }

    Deadline start(Cancellable request) {
        lock.lock();
        try {
            if (!timerIsSet) {
                setTimer(time.toNanos());
                timerIsSet = true;
            }
            Deadline deadline = new Deadline(this, request, System.nanoTime() + time.toNanos());
            running.add(deadline);
            return deadline;
        } finally {
            lock.unlock();
        }
    }

    void end(Deadline deadline) {
        lock.lock();
        try {
            running.remove(deadline);
        } finally {
            lock.unlock();
        }
    }

    Duration time() {
        return time;
    }

    private void setTimer(long nanos) {
        CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS, Runnable::run)
                .execute(this::cancelLate);
    }

    private void cancelLate() {
        for (Deadline late = takeLate(); late != null; late = takeLate()) {
            late.cancel();
        }
    }

    /** The oldest if it is late; or else the timer is set to when it would be. */
    private @Nullable Deadline takeLate() {
        lock.lock();
        try {
            if (running.isEmpty()) {
                timerIsSet = false;
                return null;
            }
            Deadline oldest = running.iterator().next();
            long left = oldest.end() - System.nanoTime();
            if (left > 0) {
                setTimer(left);
                return null;
            }
            running.remove(oldest);
            oldest.pass();
            return oldest;
        } finally {
            lock.unlock();
        }
    }
}
