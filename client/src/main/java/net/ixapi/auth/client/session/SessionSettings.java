package net.ixapi.auth.client.session;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * When a session renews its pair, and how patient it is. Immutable.
 *
 * <p>A token is renewed {@code margin} before it expires, or a {@code fraction} of its lifetime before, whichever is later: a
 * wide margin must not have a token of five minutes renewed at every call.
 *
 * @param margin how long before its expiry a token is renewed at the earliest
 * @param fraction the largest part of a token's lifetime that the margin may take, above 0 and below 1
 * @param refreshTimeout how long a caller waits for a renewal when there is no valid token to serve
 * @param initialDelay how long a renewal is not tried again after the first failure, while the old token is valid
 * @param maxDelay what the pause, which doubles with each failure, never exceeds
 */
public record SessionSettings(
        Duration margin, double fraction, Duration refreshTimeout, Duration initialDelay, Duration maxDelay) {
    /** A minute, a fifth of the lifetime, 30 seconds, one second, one minute. */
    public static final SessionSettings DEFAULT = new SessionSettings(
            Duration.ofMinutes(1), 0.2, Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMinutes(1));

    /**
     * Checks the values.
     *
     * @param margin as above
     * @param fraction as above
     * @param refreshTimeout as above
     * @param initialDelay as above
     * @param maxDelay as above
     * @throws IllegalArgumentException if a duration is negative, or the fraction is not between 0 and 1
     */
    public SessionSettings {
        requirePositive("margin", margin);
        requirePositive("refreshTimeout", refreshTimeout);
        requirePositive("initialDelay", initialDelay);
        requirePositive("maxDelay", maxDelay);
        if (!(fraction > 0 && fraction < 1)) {
            throw new IllegalArgumentException("fraction must be above 0 and below 1, but is " + fraction);
        }
    }

    /**
     * These settings, with another margin.
     *
     * @param value as above
     * @return new settings
     */
    public SessionSettings withMargin(Duration value) {
        return new SessionSettings(value, fraction, refreshTimeout, initialDelay, maxDelay);
    }

    /**
     * These settings, with another fraction.
     *
     * @param value as above
     * @return new settings
     */
    public SessionSettings withFraction(double value) {
        return new SessionSettings(margin, value, refreshTimeout, initialDelay, maxDelay);
    }

    /**
     * These settings, with another refreshTimeout.
     *
     * @param value as above
     * @return new settings
     */
    public SessionSettings withRefreshTimeout(Duration value) {
        return new SessionSettings(margin, fraction, value, initialDelay, maxDelay);
    }

    /**
     * These settings, with another initialDelay.
     *
     * @param value as above
     * @return new settings
     */
    public SessionSettings withInitialDelay(Duration value) {
        return new SessionSettings(margin, fraction, refreshTimeout, value, maxDelay);
    }

    /**
     * These settings, with another maxDelay.
     *
     * @param value as above
     * @return new settings
     */
    public SessionSettings withMaxDelay(Duration value) {
        return new SessionSettings(margin, fraction, refreshTimeout, initialDelay, value);
    }

    /** As many as there are, or the most there can be: a duration may be longer. */
    static long millis(Duration duration) {
        return TimeUnit.MILLISECONDS.convert(duration);
    }

    private static void requirePositive(String name, Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be positive, but is " + duration);
        }
    }
}
