package net.ixapi.auth.contract.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import org.jspecify.annotations.Nullable;

/**
 * Attempts to get in that must all be refused. Those that are not have one cause, so they are one finding. Not safe for use by
 * several threads at once.
 */
public final class Attempts {
    private final Probe probe;
    private final Operation operation;
    private final String check;
    private final List<String> successful = new ArrayList<>();
    private @Nullable Exchange first;

    /**
     * No attempts yet.
     *
     * @param probe the run
     * @param operation the operation that must refuse
     * @param check the check that blames it
     */
    public Attempts(Probe probe, Operation operation, String check) {
        this.probe = probe;
        this.operation = operation;
        this.check = check;
    }

    /**
     * Makes an attempt.
     *
     * @param what in few words
     * @param request the request
     * @return the refusal, if it is one
     */
    public Optional<Exchange> make(String what, Request request) {
        Expectation refused = Expectation.unauthenticated(operation, check, what);
        List<Integer> also = new ArrayList<>(refused.statuses());
        also.add(operation.success());
        Exchange exchange = probe.judged(
                operation, request, new Expectation(also, check, what, refused.otherwise(), refused.source()));
        if (exchange.status() / 100 == 2) {
            successful.add(what);
            first = first == null ? exchange : first;
        }
        return Optional.of(exchange).filter(one -> refused.allows(one.status()));
    }

    /**
     * Reports those that were not refused.
     *
     * @param cause what is wrong, if there are any
     */
    public void report(String cause) {
        if (first != null) {
            String source = Expectation.unauthenticated(operation, check, cause).source();
            String all = cause + ": " + String.join(", ", successful);
            probe.report(check, Level.VIOLATION, operation, all, "401", source, first);
        }
    }
}
