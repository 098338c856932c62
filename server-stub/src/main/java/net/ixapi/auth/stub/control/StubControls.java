package net.ixapi.auth.stub.control;

import java.time.Instant;
import java.util.function.Consumer;
import net.ixapi.auth.stub.clock.StubClock;
import net.ixapi.auth.stub.fault.FaultScript;
import net.ixapi.auth.stub.journal.Journal;
import net.ixapi.auth.stub.token.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * What tests can do to a stub. Safe for many threads.
 *
 * @param clock the clock that issues and expires tokens, and by which faults wait
 * @param tokens the tokens
 * @param faults what goes wrong with the next requests
 * @param journal what was requested
 * @param fixedAt where the clock stands at the start; null where it goes
 * @param initialFaults adds what goes wrong from the start
 */
public record StubControls(
        StubClock clock,
        Tokens tokens,
        FaultScript faults,
        Journal journal,
        @Nullable Instant fixedAt,
        Consumer<FaultScript> initialFaults) {
    /** Makes all of it as it was at the start. */
    public void reset() {
        // First of all: a request that still finds an old fault is told that its waits are over.
        faults.clear();
        clock.cancelWaits();
        start();
        tokens.reset();
        journal.clear();
    }

    /** Sets the clock, wherever it stands, and adds the faults of the start. */
    public void start() {
        if (fixedAt == null) {
            clock.reset();
        } else {
            // Stopped first: it never shows the time of the clock below it.
            clock.stop();
            clock.set(fixedAt);
        }
        faults.restore(initialFaults);
    }
}
