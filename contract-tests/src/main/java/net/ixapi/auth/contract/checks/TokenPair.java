package net.ixapi.auth.contract.checks;

import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;

/** What the contract says of tokens in words: JSON Web Tokens that expire. */
final class TokenPair implements Check {
    @Override
    public String name() {
        return "tokens";
    }

    @Override
    public String title() {
        return "both tokens are signed JSON Web Tokens with a plausible expiry, and differ";
    }

    @Override
    public void run(Probe probe) {
        probe.fixtures()
                .logIn()
                .ifPresent(operation -> TokenShape.look(
                        probe,
                        probe.judged(
                                operation,
                                Fixtures.request(
                                        operation,
                                        probe.fixtures().good(operation).orElseThrow()),
                                Expectation.success(operation, "log-in", "right credentials are refused"))));
    }
}
