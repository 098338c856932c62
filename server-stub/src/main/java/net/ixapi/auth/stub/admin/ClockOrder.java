package net.ixapi.auth.stub.admin;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import net.ixapi.auth.server.runtime.InvalidMember;
import net.ixapi.auth.stub.clock.StubClock;
import org.jspecify.annotations.Nullable;

/**
 * What a clock is to do, in this order. Immutable.
 *
 * @param now the time to show
 * @param advance how far to go on
 * @param stopped whether to stand
 */
record ClockOrder(
        @Nullable String now,
        @Nullable String advance,
        @Nullable Boolean stopped) {
    void applyTo(StubClock clock) {
        if (now == null && advance == null && stopped == null) {
            throw AdminInterface.invalid(InvalidMember.BODY, "must have a member now, advance or stopped");
        }
        Instant time = parsed("now", now, Instant::parse, "must be a time such as 2026-01-01T00:00:00Z");
        Duration step = parsed("advance", advance, Duration::parse, "must be a duration such as PT15M");
        try {
            move(clock, time, step);
        } catch (IllegalArgumentException e) {
            throw AdminInterface.invalid(now == null ? "advance" : "now", "must stay in the years 1970 to 8999");
        }
    }

    private void move(StubClock clock, @Nullable Instant time, @Nullable Duration step) {
        if (time != null) {
            clock.set(time);
        }
        if (step != null) {
            clock.advance(step);
        }
        if (Boolean.TRUE.equals(stopped)) {
            clock.stop();
        } else if (stopped != null) {
            clock.resume();
        }
    }

    private static <T> @Nullable T parsed(
            String member, @Nullable String text, Function<String, T> parser, String reason) {
        try {
            return text == null ? null : parser.apply(text);
        } catch (DateTimeException e) {
            throw AdminInterface.invalid(member, reason);
        }
    }
}
