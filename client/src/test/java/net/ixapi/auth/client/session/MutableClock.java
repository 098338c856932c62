package net.ixapi.auth.client.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock that stands still until it is moved. */
public class MutableClock extends Clock {
    /** When it starts, in milliseconds since the epoch. */
    public static final long START = 1_700_000_000_000L;

    private final AtomicLong millis = new AtomicLong(START);

    /** Moves the clock so long after its start. */
    public void at(long millisAfterStart) {
        millis.set(START + millisAfterStart);
    }

    public void move(Duration time) {
        millis.addAndGet(time.toMillis());
    }

    @Override
    public long millis() {
        return millis.get();
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(millis());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
