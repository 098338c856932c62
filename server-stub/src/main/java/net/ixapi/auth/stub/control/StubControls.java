package net.ixapi.auth.stub.control;

import net.ixapi.auth.stub.clock.StubClock;
import net.ixapi.auth.stub.fault.FaultScript;
import net.ixapi.auth.stub.journal.Journal;
import net.ixapi.auth.stub.token.Tokens;

/**
 * What tests can do to a stub. Safe for many threads.
 *
 * @param clock the clock that issues and expires tokens, and by which faults wait
 * @param tokens the tokens
 * @param faults what goes wrong with the next requests
 * @param journal what was requested
 */
public record StubControls(StubClock clock, Tokens tokens, FaultScript faults, Journal journal) {
    /** Makes all of it as it was at the start. */
    public void reset() {
        // First of all: a request that still finds an old fault is told that its waits are over.
        faults.clear();
        clock.cancelWaits();
        clock.reset();
        faults.reset();
        tokens.reset();
        journal.clear();
    }
}
