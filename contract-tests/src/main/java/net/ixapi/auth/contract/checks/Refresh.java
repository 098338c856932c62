package net.ixapi.auth.contract.checks;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Answer;
import net.ixapi.auth.contract.wire.Exchange;

/** Refreshing brings a new pair, which refreshes in its turn. */
final class Refresh implements Check {
    private static final int CHAIN = 3;
    private static final String REFRESH_TOKEN = "refresh_token";
    private static final List<String> MEMBERS = List.of("access_token", REFRESH_TOKEN);
    /** Times in tokens have no fractions, as a rule: one without an id may be the same again within a second. */
    private static final Duration SECOND = Duration.ofMillis(1_100);

    @Override
    public String name() {
        return "refresh";
    }

    @Override
    public String title() {
        return "a refresh token brings a new pair for the same user, and that pair the next";
    }

    @Override
    public void run(Probe probe) {
        Optional<Answer> pair = probe.fixtures().pair();
        Optional<Operation> operation = probe.fixtures().refresh();
        for (int link = 1; link <= CHAIN && pair.isPresent() && operation.isPresent(); link++) {
            pair = next(probe, operation.get(), pair.get(), link);
        }
    }

    private Optional<Answer> next(Probe probe, Operation operation, Answer old, int link) {
        String cause = link == 1 ? "a new refresh token is refused" : "the pair of a refresh does not refresh";
        Exchange exchange = refreshed(probe, operation, old, cause);
        if (pair(exchange).filter(answer -> isOld(answer, old)).isPresent()) {
            probe.await(SECOND);
            exchange = refreshed(probe, operation, old, cause);
        }
        TokenShape.look(probe, exchange);
        Optional<Answer> next = pair(exchange);
        if (next.isPresent()) {
            compare(probe, operation, exchange, old, next.get());
        }
        return next.filter(answer -> !answer.member(REFRESH_TOKEN).isEmpty() && !isOld(answer, old));
    }

    private Exchange refreshed(Probe probe, Operation operation, Answer old, String cause) {
        return probe.judged(
                operation,
                Fixtures.request(operation, Fixtures.refreshToken(old.member(REFRESH_TOKEN))),
                Expectation.success(operation, name(), cause));
    }

    private static Optional<Answer> pair(Exchange exchange) {
        return Optional.ofNullable(exchange.answer()).filter(answer -> answer.status() / 100 == 2);
    }

    private static boolean isOld(Answer pair, Answer old) {
        return MEMBERS.stream().anyMatch(member -> pair.member(member).equals(old.member(member)));
    }

    private void compare(Probe probe, Operation operation, Exchange exchange, Answer old, Answer next) {
        for (String member : MEMBERS) {
            if (old.member(member).equals(next.member(member))) {
                blame(probe, operation, exchange, member + " is the old one", "a new pair");
            }
            Optional<Jwt> before = Jwt.read(old.member(member));
            Optional<Jwt> after = Jwt.read(next.member(member));
            if (before.isPresent() && after.isPresent()) {
                compare(probe, operation, exchange, member, before.get(), after.get());
            }
        }
    }

    private void compare(Probe probe, Operation operation, Exchange exchange, String member, Jwt before, Jwt after) {
        if (!before.claims().path("sub").equals(after.claims().path("sub"))) {
            blame(probe, operation, exchange, member + " is for another subject", "the same 'sub'");
        }
        double old = before.seconds("exp").orElse(0.0);
        if (after.seconds("exp").filter(expiry -> expiry < old).isPresent()) {
            blame(probe, operation, exchange, member + " expires earlier than the old one", "a later expiry");
        }
    }

    private void blame(Probe probe, Operation operation, Exchange exchange, String cause, String expected) {
        String source = "openapi.yaml#" + operation.pointer();
        probe.report(name(), Level.VIOLATION, operation, cause, expected, source, exchange);
    }
}
