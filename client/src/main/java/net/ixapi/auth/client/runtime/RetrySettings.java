package net.ixapi.auth.client.runtime;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/**
 * How often a request is sent. Not to be changed after a transport was made with them. Not safe for use by several threads at
 * once.
 */
public final class RetrySettings {
    int attempts = 3;
    Duration initialDelay = Duration.ofMillis(500);
    Duration maxDelay = Duration.ofSeconds(10);
    Set<Integer> statuses = Set.of(429, 502, 503, 504);

    LongSupplier nanoTime = System::nanoTime;
    Sleeper sleeper = CountDownLatch::await;
    DoubleSupplier jitter = Math::random;

    /** Waits until the latch is open, or for so long. */
    @FunctionalInterface
    interface Sleeper {
        boolean sleep(CountDownLatch end, long time, TimeUnit unit) throws InterruptedException;
    }

    /** Three attempts, half a second, ten seconds; 429, 502, 503, 504. */
    public RetrySettings() {}

    /**
     * Sets how often a request is sent at most.
     *
     * @param value 3 by default; 1 for no retry
     * @return these settings
     * @throws IllegalArgumentException if it is not positive
     */
    public RetrySettings attempts(int value) {
        if (value < 1) {
            throw new IllegalArgumentException("There must be an attempt, but attempts is " + value);
        }
        attempts = value;
        return this;
    }

    /**
     * Sets the wait before the second attempt; each next one is twice as long.
     *
     * @param value half a second by default
     * @return these settings
     * @throws IllegalArgumentException if it is negative
     */
    public RetrySettings initialDelay(Duration value) {
        initialDelay = notNegative("initialDelay", value);
        return this;
    }

    /**
     * Sets what no such wait exceeds. {@code Retry-After} goes before it, and ends the call if there is no time for it.
     *
     * @param value 10 seconds by default
     * @return these settings
     * @throws IllegalArgumentException if it is negative
     */
    public RetrySettings maxDelay(Duration value) {
        maxDelay = notNegative("maxDelay", value);
        return this;
    }

    /**
     * Sets the statuses after which a request is sent again.
     *
     * @param value 429, 502, 503 and 504 by default
     * @return these settings
     */
    public RetrySettings statuses(Set<Integer> value) {
        statuses = Set.copyOf(value);
        return this;
    }

    private static Duration notNegative(String name, Duration value) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, but is " + value);
        }
        return value;
    }
}
