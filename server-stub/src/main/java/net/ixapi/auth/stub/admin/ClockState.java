package net.ixapi.auth.stub.admin;

import java.time.Instant;
import net.ixapi.auth.stub.clock.StubClock;

/**
 * What a clock shows. Immutable.
 *
 * @param now the time
 * @param stopped whether it stands
 */
record ClockState(Instant now, boolean stopped) {
    static ClockState of(StubClock clock) {
        return new ClockState(clock.instant(), clock.isStopped());
    }
}
