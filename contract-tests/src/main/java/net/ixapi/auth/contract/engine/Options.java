package net.ixapi.auth.contract.engine;

import java.time.Duration;
import java.util.Set;
import net.ixapi.auth.contract.wire.Limits;

/**
 * How to run. Immutable.
 *
 * @param limits what the run may cost the server, and the server the run
 * @param awaitExpiry how long to wait for a token to expire, so that an expired one can be sent; zero for not at all
 * @param only the names of checks to run; empty for all
 * @param skip the names of checks not to run
 * @param seed where in a secret or a token a change is made; the same seed, the same requests
 * @param recording whether all exchanges are kept, for an archive
 */
public record Options(
        Limits limits, Duration awaitExpiry, Set<String> only, Set<String> skip, long seed, boolean recording) {
    /** Everything, without waiting. */
    public static final Options DEFAULT = new Options(Limits.DEFAULT, Duration.ZERO, Set.of(), Set.of(), 1);

    /** Options of a run that nobody records. */
    public Options(Limits limits, Duration awaitExpiry, Set<String> only, Set<String> skip, long seed) {
        this(limits, awaitExpiry, only, skip, seed, false);
    }

    /** Copies the names. */
    public Options {
        only = Set.copyOf(only);
        skip = Set.copyOf(skip);
    }

    /**
     * The same where waiting takes no time.
     *
     * @return options with which each token is seen to expire
     */
    public Options awaitingExpiry() {
        return new Options(limits, Duration.ofDays(366), only, skip, seed, recording);
    }

    /**
     * Whether a check is wanted.
     *
     * @param check its name
     * @return true if its findings are to be reported
     */
    public boolean wants(String check) {
        return (only.isEmpty() || only.contains(check)) && !skip.contains(check);
    }

    /**
     * Whether only a part of the checks is wanted.
     *
     * @return true if checks are named, to run or to skip
     */
    public boolean isPartial() {
        return !only.isEmpty() || !skip.isEmpty();
    }
}
