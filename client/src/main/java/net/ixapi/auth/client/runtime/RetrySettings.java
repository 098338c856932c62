package net.ixapi.auth.client.runtime;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * How often a request is sent, and for how long. Immutable.
 *
 * @param attempts how often a request is sent at most, the first time included
 * @param firstWait the wait before the second attempt; each next one is twice as long
 * @param longestWait what no wait exceeds, whatever {@code Retry-After} says
 * @param budget how long a call may take before its last attempt begins
 * @param statuses the statuses after which a request is sent again
 */
public record RetrySettings(
        int attempts, Duration firstWait, Duration longestWait, Duration budget, Set<Integer> statuses) {
    /** Three attempts, half a second, ten seconds, twenty seconds; 429, 502, 503, 504. */
    public static final RetrySettings DEFAULT = new RetrySettings(
            3, Duration.ofMillis(500), Duration.ofSeconds(10), Duration.ofSeconds(20), Set.of(429, 502, 503, 504));

    /** Each request is sent once. */
    public static final RetrySettings NEVER =
            new RetrySettings(1, Duration.ZERO, Duration.ZERO, Duration.ZERO, Set.of());

    /**
     * Checks the values.
     *
     * @param attempts as above
     * @param firstWait as above
     * @param longestWait as above
     * @param budget as above
     * @param statuses as above
     * @throws IllegalArgumentException if there is no attempt, or a duration is negative
     */
    public RetrySettings {
        statuses = Set.copyOf(statuses);
        if (attempts < 1 || firstWait.isNegative() || longestWait.isNegative() || budget.isNegative()) {
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
        return new RetrySettings(value, firstWait, longestWait, budget, statuses);
    }

    /**
     * These settings, with another firstWait.
     *
     * @param value as above
     * @return new settings
     */
    public RetrySettings withFirstWait(Duration value) {
        return new RetrySettings(attempts, value, longestWait, budget, statuses);
    }

    /**
     * These settings, with another longestWait.
     *
     * @param value as above
     * @return new settings
     */
    public RetrySettings withLongestWait(Duration value) {
        return new RetrySettings(attempts, firstWait, value, budget, statuses);
    }

    /**
     * These settings, with another budget.
     *
     * @param value as above
     * @return new settings
     */
    public RetrySettings withBudget(Duration value) {
        return new RetrySettings(attempts, firstWait, longestWait, value, statuses);
    }

    /**
     * These settings, with another statuses.
     *
     * @param value as above
     * @return new settings
     */
    public RetrySettings withStatuses(Set<Integer> value) {
        return new RetrySettings(attempts, firstWait, longestWait, budget, value);
    }

    /** As many as there are, or the most there can be: a duration may be longer. */
    static long millis(Duration duration) {
        return TimeUnit.MILLISECONDS.convert(duration);
    }
}
