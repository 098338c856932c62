package net.ixapi.auth.stub.journal;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/** Threads that wait for a request. While there are none, a request takes no lock. Safe for many threads. */
final class Waiters {
    private final AtomicInteger waiting = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    void wakeUp() {
        if (waiting.get() > 0) {
            lock.lock();
            try {
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }
    }

    /** False if the condition does not hold in time. */
    boolean await(BooleanSupplier condition, Duration timeout) throws InterruptedException {
        // Counted before the condition is asked: a request in between wakes this thread up.
        waiting.incrementAndGet();
        lock.lock();
        try {
            long left = timeout.toNanos();
            while (!condition.getAsBoolean()) {
                if (left <= 0) {
                    return false;
                }
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
            waiting.decrementAndGet();
        }
    }
}
