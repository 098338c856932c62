package net.ixapi.auth.contract.checks;

import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;

/** Right credentials work, and work again. */
final class LogIn implements Check {
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
            ask(probe, operation, "right credentials are refused");
            ask(probe, operation, "right credentials are refused the second time");
        });
    }

    private void ask(Probe probe, Operation operation, String cause) {
        probe.judged(
                operation,
                Fixtures.request(operation, probe.fixtures().good(operation).orElseThrow()),
                Expectation.success(operation, name(), cause));
    }
}
