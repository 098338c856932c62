package net.ixapi.auth.client.runtime;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * How often a request is sent. Immutable.
 *
 * @param attempts how often a request is sent at most, the first time included
 * @param initialDelay the wait before the second attempt; each next one is twice as long
 * @param maxDelay what no such wait exceeds; {@code Retry-After} goes before it, and ends the call if there is no time for it
 * @param statuses the statuses after which a request is sent again
 */
public record RetrySettings(int attempts, Duration initialDelay, Duration maxDelay, Set<Integer> statuses) {
    /** Three attempts, half a second, ten seconds; 429, 502, 503, 504. */
    public static final RetrySettings DEFAULT =
            new RetrySettings(3, Duration.ofMillis(500), Duration.ofSeconds(10), Set.of(429, 502, 503, 504));

    /** Each request is sent once. */
    public static final RetrySettings NEVER = new RetrySettings(1, Duration.ZERO, Duration.ZERO, Set.of());

    /**
     * Checks the values.
     *
     * @param attempts as above
     * @param initialDelay as above
     * @param maxDelay as above
     * @param statuses as above
     * @throws IllegalArgumentException if there is no attempt, or a duration is negative
     */
    public RetrySettings {
        statuses = Set.copyOf(statuses);
        if (attempts < 1 || initialDelay.isNegative() || maxDelay.isNegative()) {
            throw new IllegalArgumentException("There must be an attempt, and no duration may be negative");
        }
    }

    /**
     * These settings, with another attempts.
     *
     * @param value as above
     * @return new settings
     */
    public RetrySettings withAttempts(int value) {
        return new RetrySettings(value, initialDelay, maxDelay, statuses);
    }

    /**
     * These settings, with another initialDelay.
     *
     * @param value as above
     * @return new settings
     */
    public RetrySettings withInitialDelay(Duration value) {
        return new RetrySettings(attempts, value, maxDelay, statuses);
    }

    /**
     * These settings, with another maxDelay.
     *
     * @param value as above
     * @return new settings
     */
    public RetrySettings withMaxDelay(Duration value) {
        return new RetrySettings(attempts, initialDelay, value, statuses);
    }

    /**
     * These settings, with another statuses.
     *
     * @param value as above
     * @return new settings
     */
    public RetrySettings withStatuses(Set<Integer> value) {
        return new RetrySettings(attempts, initialDelay, maxDelay, value);
    }

    /** As many as there are, or the most there can be: a duration may be longer. */
    static long millis(Duration duration) {
        return TimeUnit.MILLISECONDS.convert(duration);
    }
}
