package net.ixapi.auth.contract.checks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;

/** Right credentials work, and work again, also for two programs at once. */
final class LogIn {
    static final String NAME = "log-in";
    private static final int TIMES = 3;

    private LogIn() {}

    static void run(Probe probe) {
        probe.fixtures().logIn().ifPresent(operation -> {
            Request request = probe.fixtures().logIn(operation);
            Expectation success = Expectation.success(operation, NAME, "right credentials are refused now and then");
            List<Exchange> all = new ArrayList<>();
            for (int i = 0; i < TIMES || i < 2 * TIMES && all.stream().anyMatch(LogIn::isRefused); i++) {
                all.add(probe.send(operation, request));
            }
            // Once may be an accident.
            boolean often = all.stream().filter(LogIn::isRefused).count() > 1;
            all.stream()
                    .filter(exchange -> often || !isRefused(exchange))
                    .forEach(exchange -> probe.judge(operation, exchange, success));
            if (!often) {
                List<Request> requests = Collections.nCopies(TIMES, request);
                Expectation together = Expectation.success(operation, NAME, "log-ins at the same time fail");
                together(probe, operation, () -> probe.sendTogether(operation, requests), together);
            }
        });
    }

    /** What fails twice together, though it succeeds alone, fails because others are under way. */
    static void together(Probe probe, Operation operation, Supplier<List<Exchange>> requests, Expectation success) {
        List<Exchange> all = requests.get();
        if (all.stream().anyMatch(LogIn::isRefused)) {
            // Tokens of the same second may be the same, and used up.
            probe.await(Fixtures.SECOND);
            all = requests.get();
        }
        all.forEach(exchange -> probe.judge(operation, exchange, success));
    }

    static boolean isRefused(Exchange exchange) {
        return exchange.status() / 100 != 2;
    }
}
