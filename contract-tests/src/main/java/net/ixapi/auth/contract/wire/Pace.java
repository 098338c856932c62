package net.ixapi.auth.contract.wire;

import java.time.Duration;

/** Says how long to wait before the next request, so that there are not too many in a second. Not safe for many threads. */
final class Pace {
    private final long nanosBetween;
    private long next;

    /** The first second's requests may come at once. */
    Pace(int perSecond, long now) {
        this.nanosBetween = Duration.ofSeconds(1).toNanos() / perSecond;
        this.next = now - Duration.ofSeconds(1).toNanos();
    }

    Duration pause(long now) {
        next = Math.max(next, now - Duration.ofSeconds(1).toNanos()) + nanosBetween;
        return Duration.ofNanos(Math.max(0, next - now));
    }
}
