package net.ixapi.auth.contract.checks;

import java.util.ArrayList;
import java.util.List;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;

/** Right credentials work, and work again. */
final class LogIn implements Check {
    private static final int TIMES = 3;

    @Override
    public String name() {
        return "log-in";
    }

    @Override
    public String title() {
        return "right credentials bring a pair of tokens, as often as they are sent";
    }

    @Override
    public void run(Probe probe) {
        probe.fixtures().logIn().ifPresent(operation -> {
            Request request =
                    Fixtures.request(operation, probe.fixtures().good(operation).orElseThrow());
            Expectation success = Expectation.success(operation, name(), "right credentials are refused now and then");
            List<Exchange> all = new ArrayList<>();
            for (int i = 0; i < TIMES || i < 2 * TIMES && all.stream().anyMatch(LogIn::isRefused); i++) {
                all.add(probe.send(operation, request));
            }
            // Once may be an accident.
            boolean often = all.stream().filter(LogIn::isRefused).count() > 1;
            all.stream()
                    .filter(exchange -> often || !isRefused(exchange))
                    .forEach(exchange -> probe.judge(operation, exchange, success));
        });
    }

    private static boolean isRefused(Exchange exchange) {
        return exchange.status() / 100 != 2;
    }
}
