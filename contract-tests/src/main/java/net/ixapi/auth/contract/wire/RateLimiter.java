package net.ixapi.auth.contract.wire;

import java.time.Duration;

/** Says how long to wait before the next request, so that no second has more of them than it may. Not safe for many threads. */
final class RateLimiter {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** When the last requests are sent; as many as a second may have. */
    private final long[] times;

    private int count;

    RateLimiter(int perSecond) {
        this.times = new long[perSecond];
    }

    Duration pause(long now) {
        int oldest = count % times.length;
        long next = count < times.length ? now : Math.max(now, times[oldest] + SECOND);
        times[oldest] = next;
        count++;
        return Duration.ofNanos(next - now);
    }
}
