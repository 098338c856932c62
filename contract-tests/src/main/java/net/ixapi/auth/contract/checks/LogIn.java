package net.ixapi.auth.contract.checks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import net.ixapi.auth.contract.engine.CheckContext;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;

/** Right credentials work, and work again, also for two programs at once. */
final class LogIn {
    private static final int TIMES = 3;

    private LogIn() {}

    static void run(CheckContext context) {
        Request request = context.fixtures().logIn(context.operation());
        List<Exchange> all = new ArrayList<>();
        for (int i = 0; i < TIMES || i < 2 * TIMES && refused(all) > 0; i++) {
            all.add(context.send(request));
        }
        // Once may be an accident.
        boolean often = refused(all) > 1;
        boolean always = refused(all) == all.size();
        Expectation success = context.success("right credentials are refused" + (always ? "" : " now and then"));
        all.stream()
                .filter(exchange -> often || exchange.success().isPresent())
                .forEach(exchange -> context.judge(exchange, success));
        if (!often) {
            Expectation together = context.success("log-ins at the same time fail");
            together(context, () -> context.sendTogether(Collections.nCopies(TIMES, request)), together);
        }
    }

    /** What fails twice together, though it succeeds alone, fails because others are under way. */
    static void together(CheckContext context, Supplier<List<Exchange>> requests, Expectation success) {
        List<Exchange> all = requests.get();
        if (refused(all) > 0) {
            // Tokens of the same second may be the same, and used up.
            context.probe().await(Fixtures.SECOND);
            all = requests.get();
        }
        all.forEach(exchange -> context.judge(exchange, success));
    }

    private static long refused(List<Exchange> all) {
        return all.stream().filter(exchange -> exchange.success().isEmpty()).count();
    }
}
