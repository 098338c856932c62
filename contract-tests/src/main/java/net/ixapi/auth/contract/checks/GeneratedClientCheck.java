package net.ixapi.auth.contract.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.CheckContext;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.engine.TypedResponses;
import net.ixapi.auth.contract.generated.GeneratedCall;
import net.ixapi.auth.contract.generated.GeneratedOperation;
import net.ixapi.auth.contract.generated.JakartaValidation;
import net.ixapi.auth.contract.generated.Review;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Response;

/**
 * Calls every operation through the generated client, once for each documented status. Where a response keeps to the document, but
 * the client or its model does not, that is a fault of the suite. Where it does not, and another check has said so, this one adds
 * nothing. Immutable.
 *
 * @param context what the check works with
 * @param client finds the client's method for an operation
 */
record GeneratedClientCheck(CheckContext context, Function<Operation, Optional<GeneratedOperation>> client) {
    void run() {
        Operation operation = context.operation();
        TypedResponses typed = context.probe().typed();
        if (!JakartaValidation.isPresent()) {
            typed.absent().add("the validation of its models (no Hibernate Validator on the class path)");
        }
        Optional<GeneratedOperation> generated = client.apply(operation);
        if (generated.isPresent()) {
            typed.operations().add(operation);
            operation.statuses().forEach(status -> typed.missing().add(operation.label() + " " + status));
            context.good().ifPresent(good -> call(generated.get(), good));
        } else {
            differ(operation.label(), "it is not in the generated client");
        }
    }

    private void call(GeneratedOperation generated, ObjectNode good) {
        for (int status : context.operation().statuses()) {
            Optional<GeneratedCall> call = attempt(generated, status, good);
            if (status / 100 == 2
                    && call.filter(done -> done.exchange().status() / 100 == 4).isPresent()) {
                // Tokens of the same second may be the same, and used up.
                context.probe().sleeper().await(Fixtures.SECOND);
                call = attempt(generated, status, context.good().orElse(good));
            }
            call.ifPresent(done -> judge(status, done));
        }
    }

    private Optional<GeneratedCall> attempt(GeneratedOperation generated, int status, ObjectNode good) {
        return GeneratedRequests.bodies(context, status, good)
                .flatMap(body -> generated.model(body).stream())
                .findFirst()
                .map(model -> generated.call(context.probe(), model));
    }

    private void judge(int status, GeneratedCall call) {
        Exchange exchange = call.exchange();
        Response response = exchange.response();
        if (response == null || response.status() != status) {
            blame(status, exchange, "what the generated client sends brings another status");
            return;
        }
        context.judge(exchange, expectation(status, ""));
        if (response.isUnread()) {
            return;
        }
        Review review = Review.of(context.probe().document(), context.operation(), call, response);
        String where = context.operation().label() + " " + status;
        review.disagreement().ifPresent(disagreement -> differ(where, disagreement));
        if (review.problems().isEmpty()) {
            context.probe().typed().missing().remove(where);
        } else if (review.conforms()) {
            review.problems().forEach(problem -> differ(where, problem));
        } else {
            blame(status, exchange, review.problems().get(0));
        }
    }

    /** One cause is one finding: whatever is wrong with the operation may be the cause of this, too. */
    private void blame(int status, Exchange exchange, String cause) {
        if (!context.probe().isBlamed(context.operation())) {
            context.judge(exchange, expectation(status, cause));
        }
        if (!context.probe().isBlamed(context.operation())) {
            context.report(cause, "" + status, context.operation().source(status), exchange);
        }
    }

    private Expectation expectation(int status, String cause) {
        return new Expectation(List.of(status), cause, context.operation().source(status));
    }

    /** The client was generated from the contract: from another document it may differ. */
    private void differ(String where, String fault) {
        TypedResponses typed = context.probe().typed();
        String contract = OpenApiDocument.ofTheContract().sha256();
        if (context.probe().document().sha256().equals(contract)) {
            typed.faults().add(where + ": " + fault);
        } else {
            typed.absent().add(where);
        }
    }
}
