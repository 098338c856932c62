package net.ixapi.auth.client.session;

import java.time.Duration;

/** How long not to try again: longer with each failure. Not safe for use by several threads at once. */
final class Pause {
    /** Longer than any program runs, and short enough to be added to any time. */
    private static final long FOREVER = Long.MAX_VALUE / 4;

    private final long first;
    private final long longest;
    private long length;
    private long until;

    Pause(SessionSettings settings) {
        this.first = millis(settings.firstPause());
        this.longest = Math.max(first, millis(settings.longestPause()));
    }

    boolean lasts(long now) {
        return now < until;
    }

    void lengthen(long now) {
        length = length == 0 ? first : Math.min(longest, length * 2);
        until = now + length;
    }

    /** At least one: a pause of none would not be one. */
    private static long millis(Duration pause) {
        return Math.min(FOREVER, Math.max(1, SessionSettings.millis(pause)));
    }

    void end() {
        length = 0;
        until = 0;
    }
}
