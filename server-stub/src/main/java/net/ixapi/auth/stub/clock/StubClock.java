package net.ixapi.auth.stub.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A clock that can be moved and stopped. It goes as another one does, the system's for instance, until it is told otherwise.
 * Safe for many threads; reading it takes no lock.
 */
public final class StubClock extends Clock {
    /** The years of ISO 8601 that need no agreement between those who write and those who read them. */
    private static final Instant FIRST = Instant.EPOCH;

    private static final Instant LAST = Instant.parse("9000-01-01T00:00:00Z");

    /** How long a wait goes on without another look: a clock given from outside does not tell of its steps. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    private final Clock base;
    private final @Nullable Instant fixedAt;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile Clock shown;
    private volatile boolean stopped;
    private volatile int cancellations;
    private boolean waitsEnded;

    /**
     * A clock that goes as another one does, until it is moved.
     *
     * @param base the other one
     * @param fixedAt where it stands at first, and after each {@link #reset}; null for one that goes
     */
    public StubClock(Clock base, @Nullable Instant fixedAt) {
        this.base = base;
        this.fixedAt = fixedAt;
        reset();
    }

    @Override
    public Instant instant() {
        return shown.instant();
    }

    /**
     * Moves the clock on, or back where the time is negative. It goes on from there, or stays stopped there.
     *
     * @param time how far
     * @throws IllegalArgumentException if it would leave the years 1970 to 8999
     */
    public void advance(Duration time) {
        change(() -> show(inRange(instant(), time), stopped));
    }

    /**
     * Sets the clock. It goes on from there, or stays stopped there.
     *
     * @param now the time to show
     * @throws IllegalArgumentException if it is not in the years 1970 to 8999
     */
    public void set(Instant now) {
        change(() -> show(inRange(now, Duration.ZERO), stopped));
    }

    /** Stops the clock at the time that it shows. It still can be moved. */
    public void stop() {
        change(() -> show(instant(), true));
    }

    /** Lets a stopped clock go on from the time that it shows. */
    public void resume() {
        change(() -> show(instant(), false));
    }

    /** Forgets all that was done to the clock. */
    public void reset() {
        change(() -> {
            stopped = fixedAt != null;
            shown = fixedAt == null ? base : fixed(fixedAt, getZone());
        });
    }

    /**
     * Tells whether the clock is stopped.
     *
     * @return false where it goes
     */
    public boolean isStopped() {
        return stopped;
    }

    /**
     * Waits until the clock shows a time, because it goes, or because it is moved. {@link #cancelWaits} and {@link #endWaits}
     * end it earlier.
     *
     * @param time what to wait for
     * @param since how many {@link #cancellations} there were when what waits has begun
     * @param abandoned whether nobody wants what comes after the wait; asked ten times a second
     * @return false if the wait was cancelled or abandoned
     * @throws InterruptedException if the thread is interrupted meanwhile
     */
    public boolean await(Instant time, int since, BooleanSupplier abandoned) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (!waitsEnded && since == cancellations && instant().isBefore(time)) {
                if (abandoned.getAsBoolean()) {
                    return false;
                }
                Duration left = Duration.between(instant(), time);
                moved.awaitNanos((left.compareTo(POLL_INTERVAL) < 0 ? left : POLL_INTERVAL).toNanos());
            }
            return since == cancellations;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Tells how often {@link #cancelWaits} was called.
     *
     * @return how often
     */
    public int cancellations() {
        return cancellations;
    }

    /** Ends all waits, whatever the clock shows: nobody wants what comes after them. */
    public void cancelWaits() {
        change(() -> cancellations++);
    }

    /** Ends all waits, and those to come, whatever the clock shows: whoever serves by it stops, but serves those who wait. */
    public void endWaits() {
        change(() -> waitsEnded = true);
    }

    private void show(Instant now, boolean stop) {
        stopped = stop;
        shown = stop ? fixed(now, getZone()) : offset(base, Duration.between(base.instant(), now));
    }

    private void change(Runnable change) {
        lock.lock();
        try {
            change.run();
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * A time that the clock can show.
     *
     * @param from where it stands
     * @param time how far it is to go on from there
     * @return where it stands then
     * @throws IllegalArgumentException if that is not in the years 1970 to 8999
     */
    public static Instant inRange(Instant from, Duration time) {
        Duration back = Duration.between(from, FIRST);
        Duration on = Duration.between(from, LAST);
        if (time.compareTo(back) < 0 || time.compareTo(on) >= 0) {
            throw new IllegalArgumentException("The clock shows the years 1970 to 8999 only.");
        }
        return from.plus(time);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        InstantSource source = this::instant;
        return source.withZone(zone);
    }

    @Override
    public String toString() {
        return "StubClock[" + (isStopped() ? "stopped" : "goes") + "]";
    }
}
