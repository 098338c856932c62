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
 * @param client finds the client's method for an operation
 */
record GeneratedClientCheck(Function<Operation, Optional<GeneratedOperation>> client) {
    void run(CheckContext context) {
        Operation operation = context.operation();
        TypedResponses typed = context.probe().typed();
        if (!JakartaValidation.isPresent()) {
            typed.absent().add("the validation of its models (no Hibernate Validator on the class path)");
        }
        Optional<GeneratedOperation> generated = client.apply(operation);
        if (generated.isPresent()) {
            typed.operations().add(operation);
            operation.statuses().forEach(status -> typed.missing().add(operation.label() + " " + status));
            context.good().ifPresent(good -> call(context, generated.get(), good));
        } else {
            differ(context, operation.label(), "it is not in the generated client");
        }
    }

    private static void call(CheckContext context, GeneratedOperation generated, ObjectNode good) {
        for (int status : context.operation().statuses()) {
            Optional<GeneratedCall> call = attempt(context, generated, status, good);
            if (status / 100 == 2
                    && call.filter(done -> done.exchange().status() / 100 == 4).isPresent()) {
                // Tokens of the same second may be the same, and used up.
                context.probe().sleeper().await(Fixtures.SECOND);
                call = attempt(context, generated, status, context.good().orElse(good));
            }
            call.ifPresent(done -> judge(context, status, done));
        }
    }

    private static Optional<GeneratedCall> attempt(
            CheckContext context, GeneratedOperation generated, int status, ObjectNode good) {
        return GeneratedRequests.bodies(context, status, good)
                .flatMap(body -> generated.model(body).stream())
                .findFirst()
                .map(model -> generated.call(context.probe(), model));
    }

    private static void judge(CheckContext context, int status, GeneratedCall call) {
        Exchange exchange = call.exchange();
        Response response = exchange.response();
        if (response == null || response.status() != status) {
            blame(context, status, exchange, "what the generated client sends brings another status");
            return;
        }
        context.judge(exchange, expectation(context, status, ""));
        if (response.isUnread()) {
            return;
        }
        Review review = Review.of(context.probe().document(), context.operation(), call, response);
        String where = context.operation().label() + " " + status;
        review.disagreement().ifPresent(disagreement -> differ(context, where, disagreement));
        if (review.problems().isEmpty()) {
            context.probe().typed().missing().remove(where);
        } else if (review.conforms()) {
            review.problems().forEach(problem -> differ(context, where, problem));
        } else {
            blame(context, status, exchange, review.problems().get(0));
        }
    }

    /** One cause is one finding: whatever is wrong with the operation may be the cause of this, too. */
    private static void blame(CheckContext context, int status, Exchange exchange, String cause) {
        if (!context.probe().isBlamed(context.operation())) {
            context.judge(exchange, expectation(context, status, cause));
        }
        if (!context.probe().isBlamed(context.operation())) {
            context.report(cause, "" + status, context.operation().source(status), exchange);
        }
    }

    private static Expectation expectation(CheckContext context, int status, String cause) {
        return new Expectation(List.of(status), cause, context.operation().source(status));
    }

    /** The client was generated from the contract: from another document it may differ. */
    private static void differ(CheckContext context, String where, String fault) {
        TypedResponses typed = context.probe().typed();
        String contract = OpenApiDocument.ofTheContract().sha256();
        if (context.probe().document().sha256().equals(contract)) {
            typed.faults().add(where + ": " + fault);
        } else {
            typed.absent().add(where);
        }
    }
}
