package net.ixapi.auth.contract.wire;

import java.time.Duration;

/** Waits, on the one thread of a run. */
@FunctionalInterface
public interface Sleeper {
    /** By the machine's own clock. */
    Sleeper REAL = Sleeper::sleep;

    /**
     * Waits.
     *
     * @param time how long; not at all if it is zero or negative
     * @throws RunEndedException if the thread is interrupted
     */
    void await(Duration time);

    private static void sleep(Duration time) {
        try {
            if (time.compareTo(Duration.ZERO) > 0) {
                Thread.sleep(time.toMillis(), time.toNanosPart() % 1_000_000);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunEndedException("the run was interrupted");
        }
    }
}
