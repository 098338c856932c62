package net.ixapi.auth.client.session;

/** How long not to try again: longer with each failure. Not safe for use by several threads at once. */
final class Pause {
    private final long first;
    private final long longest;
    private long length;
    private long until;

    Pause(SessionSettings settings) {
        this.first = settings.firstPause().toMillis();
        this.longest = Math.max(first, settings.longestPause().toMillis());
    }

    boolean lasts(long now) {
        return now < until;
    }

    void lengthen(long now) {
        length = length == 0 ? first : Math.min(longest, length * 2);
        until = now + length;
    }

    void end() {
        length = 0;
        until = 0;
    }
}
