package net.ixapi.auth.stub.admin;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import net.ixapi.auth.server.runtime.FieldError;
import net.ixapi.auth.stub.clock.StubClock;
import org.jspecify.annotations.Nullable;

/**
 * What a clock is to do: all of it, or nothing where something is wrong. Immutable.
 *
 * @param now the time to show
 * @param advance how far to go on, from there
 * @param stopped whether to stand
 */
record ClockRequest(
        @Nullable String now,
        @Nullable String advance,
        @Nullable Boolean stopped) {
    void applyTo(StubClock clock) {
        if (now == null && advance == null && stopped == null) {
            throw AdminInterface.invalid(FieldError.BODY, "must have a member now, advance or stopped");
        }
        Instant time = parsed("now", now, Instant::parse, "must be a time such as 2026-01-01T00:00:00Z");
        Duration step = parsed("advance", advance, Duration::parse, "must be a duration such as PT15M");
        // Tried on another clock first: what is refused moves nothing.
        StubClock trial = StubClock.over(Clock.fixed(clock.instant(), clock.getZone()));
        inRange("now", time, trial::set);
        inRange("advance", step, trial::advance);
        move(clock, time == null ? null : trial.instant(), step);
    }

    private void move(StubClock clock, @Nullable Instant time, @Nullable Duration step) {
        // Stopped first, it shows exactly the time that it is told.
        if (Boolean.TRUE.equals(stopped)) {
            clock.stop();
        }
        if (time != null) {
            clock.set(time);
        } else {
            inRange("advance", step, clock::advance);
        }
        if (Boolean.FALSE.equals(stopped)) {
            clock.resume();
        }
    }

    private static <T> void inRange(String member, @Nullable T value, Consumer<T> move) {
        try {
            if (value != null) {
                move.accept(value);
            }
        } catch (IllegalArgumentException e) {
            throw AdminInterface.invalid(member, "must stay in the years 1970 to 8999");
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
