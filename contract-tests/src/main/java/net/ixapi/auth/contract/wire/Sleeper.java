package net.ixapi.auth.contract.wire;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Waits, on the one thread of a run. */
@FunctionalInterface
public interface Sleeper {
    /** By the machine's own clock. */
    Sleeper REAL = time -> {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunEndedException("the run was interrupted");
        }
    };

    /**
     * Waits.
     *
     * @param time how long; not at all if it is zero or negative
     * @throws RunEndedException if the thread is interrupted
     */
    void await(Duration time);
}
