package net.ixapi.auth.contract.checks;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.CheckContext;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.engine.TriedOperations;

/**
 * Asks a server something, and reports what is wrong with the responses. Immutable.
 *
 * @param name for {@code --only}, {@code --skip} and reports, such as {@code log-in}
 * @param operations those that it asks
 * @param requests sends the requests of a run to one of them
 */
public record Check(
        String name, Function<TriedOperations, Stream<Operation>> operations, Consumer<CheckContext> requests) {
    /**
     * Sends requests and reports findings.
     *
     * @param probe the run
     * @param fixtures valid requests
     */
    public void run(Probe probe, Fixtures fixtures) {
        List<Operation> asked = operations.apply(probe.operations()).toList();
        if (asked.isEmpty()) {
            probe.skipped().put(name, "the document has no operation for it");
        }
        asked.forEach(operation -> requests.accept(new CheckContext(probe, fixtures, name, operation)));
    }
}
