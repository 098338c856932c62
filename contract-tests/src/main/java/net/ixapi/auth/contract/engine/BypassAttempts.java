package net.ixapi.auth.contract.engine;

import java.util.ArrayList;
import java.util.List;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import org.jspecify.annotations.Nullable;

/**
 * Attempts to get in that must all be refused. Those that are not have one cause, so they are one finding. Not safe for use by
 * several threads at once.
 */
public final class BypassAttempts {
    private final Probe probe;
    private final Operation operation;
    private final String check;
    private final List<String> successful = new ArrayList<>();
    private @Nullable Exchange first;
    private @Nullable Expectation expected;

    /**
     * No attempts yet.
     *
     * @param probe the run
     * @param operation the operation that must refuse
     * @param check the check that blames it
     */
    public BypassAttempts(Probe probe, Operation operation, String check) {
        this.probe = probe;
        this.operation = operation;
        this.check = check;
    }

    /**
     * Makes an attempt that keeps to the document.
     *
     * @param what in few words
     * @param request the request
     */
    public void make(String what, Request request) {
        make(what, request, Expectation.unauthenticated(operation, check, what));
    }

    /**
     * Makes an attempt.
     *
     * @param what in few words
     * @param request the request
     * @param refused what must come
     */
    public void make(String what, Request request, Expectation refused) {
        Exchange exchange = probe.send(operation, request);
        if (!refused.allows(exchange.status())) {
            // Nothing is proved by what comes once, or while the account is locked.
            probe.fixtures().requireAccount();
            exchange = probe.send(operation, request);
        }
        if (exchange.status() / 100 == 2) {
            successful.add(what);
            first = first == null ? exchange : first;
            expected = refused;
        } else {
            probe.judge(operation, exchange, refused);
        }
    }

    /**
     * Reports those that were not refused.
     *
     * @param cause what is wrong, if there are any
     */
    public void report(String cause) {
        if (first != null && expected != null) {
            String all = cause + ": " + String.join(", ", successful);
            probe.report(check, Level.VIOLATION, operation, all, expected.text(), expected.source(), first);
        }
    }
}
