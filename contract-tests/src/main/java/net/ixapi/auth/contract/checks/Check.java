package net.ixapi.auth.contract.checks;

import net.ixapi.auth.contract.engine.Probe;

/** Asks a server something, and reports what is wrong with the answers. Implementations hold no state. */
public interface Check {
    /**
     * The name, for {@code --only}, {@code --skip} and reports.
     *
     * @return such as {@code log-in}
     */
    String name();

    /**
     * What a server must do to pass.
     *
     * @return one sentence
     */
    String title();

    /**
     * Sends requests and reports findings.
     *
     * @param probe the run
     */
    void run(Probe probe);
}
