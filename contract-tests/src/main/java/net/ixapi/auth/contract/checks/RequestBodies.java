package net.ixapi.auth.contract.checks;

import java.util.List;
import java.util.Optional;
import net.ixapi.auth.contract.cases.BodyCase;
import net.ixapi.auth.contract.cases.BodyCases;
import net.ixapi.auth.contract.document.Breach;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.wire.Answer;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import tools.jackson.databind.JsonNode;

/** Each rule of the document for a request's body, on both sides of its boundary. */
final class RequestBodies implements Check {
    private static final String NAMES = "names-members";

    @Override
    public String name() {
        return "request-body";
    }

    @Override
    public String title() {
        return "bodies that break a rule of the document are refused as such, and no others";
    }

    @Override
    public void run(Probe probe) {
        for (Operation operation : probe.operations()) {
            probe.fixtures()
                    .good(operation)
                    .ifPresent(good -> BodyCases.of(probe.document(), operation, good)
                            .forEach(body -> ask(probe, operation, body)));
        }
    }

    private void ask(Probe probe, Operation operation, BodyCase body) {
        Request request = Request.json(operation.method(), operation.path(), "").withBody(body.body());
        if (!body.valid()) {
            Expectation refused = Expectation.invalid(operation, name(), body.rule() + " is not enforced");
            Exchange exchange = probe.judged(operation, request, refused);
            answered(exchange, refused).ifPresent(answer -> named(probe, operation, body, exchange, answer));
        } else if (operation.invalid().isPresent()) {
            probe.judged(operation, request, taken(operation, body));
        }
    }

    private static Optional<Answer> answered(Exchange exchange, Expectation refused) {
        return Optional.ofNullable(exchange.answer()).filter(answer -> refused.allows(answer.status()));
    }

    /** It is no good request, but what is wrong with it is not its shape. */
    private Expectation taken(Operation operation, BodyCase body) {
        int invalid = operation.invalid().orElseThrow();
        List<Integer> others = operation.statuses().stream()
                .filter(status -> status != invalid)
                .toList();
        return new Expectation(
                others, name(), body.name() + " is refused as invalid", "openapi.yaml#" + operation.pointer());
    }

    private static void named(Probe probe, Operation operation, BodyCase body, Exchange exchange, Answer answer) {
        for (Breach breach : body.breaches()) {
            String member = member(body, breach);
            if (!member.isEmpty() && !names(answer, member)) {
                probe.report(
                        NAMES,
                        Level.WEAKNESS,
                        operation,
                        member + " is wrong, but not named in 'properties'",
                        "an entry with the name " + member,
                        operation.source(answer.status()),
                        exchange);
            }
        }
    }

    /** A member that is missing is a breach of the whole body. */
    private static String member(BodyCase body, Breach breach) {
        return breach.member().isEmpty() && !body.rule().endsWith(" required")
                ? ""
                : body.rule().split(" ", 2)[0];
    }

    private static boolean names(Answer answer, String member) {
        for (JsonNode property : answer.json().path("properties")) {
            if (property.path("name").asString("").equals(member)) {
                return true;
            }
        }
        return false;
    }
}
