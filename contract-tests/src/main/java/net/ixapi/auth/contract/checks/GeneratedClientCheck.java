package net.ixapi.auth.contract.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.generated.GeneratedCall;
import net.ixapi.auth.contract.generated.GeneratedClient;
import net.ixapi.auth.contract.generated.JakartaValidation;
import net.ixapi.auth.contract.generated.Review;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Response;

/**
 * Calls every operation through the generated client, once for each documented status. Where an answer keeps to the document, but
 * the client or its model does not, that is a fault of the suite. Where it does not, and another check has said so, this one adds
 * nothing.
 */
final class GeneratedClientCheck {
    static final String NAME = "generated-client";
    private final List<Class<?>> apis;

    GeneratedClientCheck() {
        this(List.of());
    }

    /** With other generated classes than those of the client on the class path. */
    GeneratedClientCheck(List<Class<?>> apis) {
        this.apis = List.copyOf(apis);
    }

    void run(Probe probe) {
        GeneratedClient client = apis.isEmpty() ? GeneratedClient.of(probe) : GeneratedClient.of(probe, apis);
        if (!JakartaValidation.isPresent()) {
            probe.typed().addAbsent("the validation of its models (no Hibernate Validator on the class path)");
        }
        for (Operation operation : probe.fixtures().operations()) {
            if (client.has(operation)) {
                probe.typed().expect(operation);
                probe.fixtures().good(operation).ifPresent(good -> call(probe, client, operation, good));
            } else {
                differ(probe, operation.label(), "it is not in the generated client");
            }
        }
    }

    private void call(Probe probe, GeneratedClient client, Operation operation, ObjectNode good) {
        for (int status : operation.statuses()) {
            Optional<GeneratedCall> call = attempt(probe, client, operation, status, good);
            if (call.filter(done -> done.exchange().status() / 100 == 4 && status / 100 == 2)
                    .isPresent()) {
                // Tokens of the same second may be the same, and used up.
                probe.await(Fixtures.SECOND);
                call = attempt(
                        probe,
                        client,
                        operation,
                        status,
                        probe.fixtures().good(operation).orElse(good));
            }
            call.ifPresent(done -> answered(probe, operation, status, done));
        }
    }

    private static Optional<GeneratedCall> attempt(
            Probe probe, GeneratedClient client, Operation operation, int status, ObjectNode good) {
        return GeneratedRequests.bodies(probe, operation, status, good)
                .flatMap(body -> client.model(operation, body).stream())
                .findFirst()
                .map(model -> client.call(operation, model));
    }

    private void answered(Probe probe, Operation operation, int status, GeneratedCall call) {
        Optional<Response> answer =
                Optional.ofNullable(call.exchange().response()).filter(came -> came.status() == status);
        if (answer.isPresent()) {
            probe.judge(operation, call.exchange(), expectation(operation, status, ""));
            typed(probe, operation, call, answer.get());
        } else {
            blame(probe, operation, status, call.exchange(), "what the generated client sends brings another status");
        }
    }

    private void typed(Probe probe, Operation operation, GeneratedCall call, Response answer) {
        Review review = Review.of(probe.document(), operation, call, answer);
        String where = operation.label() + " " + answer.status();
        review.disagreements().forEach(disagreement -> differ(probe, where, disagreement));
        if (review.problems().isEmpty()) {
            probe.typed().add(operation, answer.status());
        } else if (review.conforms()) {
            review.problems().forEach(problem -> differ(probe, where, problem));
        } else {
            blame(
                    probe,
                    operation,
                    answer.status(),
                    call.exchange(),
                    review.problems().get(0));
        }
    }

    /** One cause is one finding: whatever is wrong with the operation may be the cause of this, too. */
    private void blame(Probe probe, Operation operation, int status, Exchange exchange, String cause) {
        if (!probe.isBlamed(operation)) {
            probe.judge(operation, exchange, expectation(operation, status, cause));
        }
        if (!probe.isBlamed(operation)) {
            String source = operation.source(status);
            probe.report(NAME, Level.VIOLATION, operation, cause, "" + status, source, exchange);
        }
    }

    private Expectation expectation(Operation operation, int status, String cause) {
        return new Expectation(List.of(status), NAME, cause, operation.source(status));
    }

    /** The client was generated from the contract: from another document it may differ. */
    private static void differ(Probe probe, String where, String fault) {
        boolean contract =
                probe.document().sha256().equals(OpenApiDocument.ofTheContract().sha256());
        if (contract) {
            probe.typed().addFault(where + ": " + fault);
        } else {
            probe.typed().addAbsent(where);
        }
    }
}
