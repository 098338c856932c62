package net.ixapi.auth.contract.checks;

import java.util.function.Consumer;
import net.ixapi.auth.contract.engine.Probe;

/**
 * Asks a server something, and reports what is wrong with the responses. Immutable.
 *
 * @param name for {@code --only}, {@code --skip} and reports, such as {@code log-in}
 * @param title what a server must do to pass, in one sentence
 * @param requests sends the requests of a run
 */
public record Check(String name, String title, Consumer<Probe> requests) {
    /**
     * Sends requests and reports findings.
     *
     * @param probe the run
     */
    public void run(Probe probe) {
        requests.accept(probe);
    }
}
