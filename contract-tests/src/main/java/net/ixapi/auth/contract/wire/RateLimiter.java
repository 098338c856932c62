package net.ixapi.auth.contract.wire;

import java.time.Duration;

/**
 * Says how long to wait before the next request, so that requests are no closer to each other than they may be: many a server that
 * takes five in a second refuses the second one at once. Not safe for many threads.
 */
final class RateLimiter {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final long distance;
    private long earliest;

    RateLimiter(int perSecond, long now) {
        this.distance = SECOND / perSecond;
        this.earliest = now;
    }

    Duration pause(long now) {
        long pause = Math.max(0, earliest - now);
        earliest = now + pause + distance;
        return Duration.ofNanos(pause);
    }
}
