package net.ixapi.auth.stub.control;

import java.time.Instant;
import java.util.function.Consumer;
import net.ixapi.auth.stub.clock.StubClock;
import net.ixapi.auth.stub.fault.FaultScript;
import org.jspecify.annotations.Nullable;

/**
 * What a stub starts with, and comes back to. Immutable.
 *
 * @param fixedAt where the clock stands; null where it goes
 * @param faults adds what goes wrong
 */
public record InitialState(@Nullable Instant fixedAt, Consumer<FaultScript> faults) {
    /**
     * Brings a stub there.
     *
     * @param clock the clock, wherever it stands
     * @param script the faults; none of them
     */
    public void restore(StubClock clock, FaultScript script) {
        if (fixedAt == null) {
            clock.reset();
        } else {
            // Stopped first: it never shows the time of the clock below it.
            clock.stop();
            clock.set(fixedAt);
        }
        script.restore(faults);
    }
}
