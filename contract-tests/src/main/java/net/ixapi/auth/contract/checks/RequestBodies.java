package net.ixapi.auth.contract.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.ixapi.auth.contract.cases.BodyCase;
import net.ixapi.auth.contract.cases.BodyCases;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.document.Property;
import net.ixapi.auth.contract.engine.CheckContext;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;
import net.ixapi.auth.openapi.document.PlainJson;
import org.jspecify.annotations.Nullable;

/**
 * Each rule of the document for a request's body, on both sides of its boundary.
 *
 * @param context what the check works with
 */
record RequestBodies(CheckContext context) {
    void run() {
        Operation operation = context.operation();
        Set<String> sent = new HashSet<>();
        // Where a server refuses each body, what it says of wrong ones says nothing.
        boolean succeeds = context.probe().coverage().responses(operation, operation.success()) > 0;
        context.good()
                .filter(good -> succeeds || !context.probe().isBlamed(operation))
                .map(good -> new BodyCases(context.probe().document(), operation, good))
                .ifPresent(cases -> cases.all().forEach(body -> ask(body, sent)));
    }

    /** A body that is valid on one side of two rules is sent once. */
    private void ask(BodyCase body, Set<String> sent) {
        Property property = body.property();
        if (!body.valid() || property == null) {
            Expectation refused = context.invalid(body.rule() + Finding.NOT_ENFORCED);
            Request request = context.request(body.body());
            if (!isCut(body, request)) {
                Exchange exchange = context.confirmed(() -> request, refused);
                judge(body, exchange, refused);
                Response response = exchange.response();
                if (response != null && refused.allows(response.status())) {
                    named(context.as("names-properties"), property, exchange, response);
                }
            }
        } else if (sent.add(body.body())) {
            // Wrong secrets of the right length are not sent with the account's own key, which they might lock.
            ObjectNode json = (ObjectNode) PlainJson.read(body.body());
            ObjectNode ofNoAccount = context.fixtures().ofNoAccount(json, property.name());
            context.judged(context.request(ofNoAccount.toString()), taken(property, body.hint()));
        }
        context.probe().coverage().tried(context.operation(), body.rule(), body.valid() && !body.hint());
    }

    /** Who lets values of a kind in falls over them further on. */
    private void judge(BodyCase body, Exchange exchange, Expectation refused) {
        String kind = body.rule().replaceFirst(".* ", " ") + Finding.NOT_ENFORCED;
        if (exchange.status() >= 500 && context.probe().findings().has(context.check(), kind)) {
            String cause = "a server fault (" + exchange.status() + ")" + Finding.OF_WHAT_IS_LET_IN + refused.cause();
            context.as("no-server-error").report(cause, "" + refused.statuses(), exchange);
        } else {
            context.judge(exchange, refused);
        }
    }

    /** Where what is cut off goes for what is left, as another check has said, it is refused as wrong, not as too long. */
    private boolean isCut(BodyCase body, Request request) {
        return body.rule().endsWith("maxLength")
                && context.probe().findings().has("credentials", Finding.AFTER_IT)
                && context.operation()
                        .unauthenticated()
                        .equals(Optional.of(context.send(request).status()));
    }

    /**
     * It need not be a good request, but what is wrong with it is not its shape. Of a property without bounds the document does not
     * say which texts it may hold: a server may find that one is not a token at all.
     */
    private Expectation taken(Property property, boolean hint) {
        String cause = property.name() + Finding.REFUSED_AS_INVALID;
        List<Integer> statuses = new ArrayList<>(context.operation().statuses());
        if (property.isBounded() && !hint) {
            context.operation().invalid().ifPresent(statuses::remove);
        }
        return new Expectation(List.copyOf(statuses), cause, context.operation().source());
    }

    private static void named(CheckContext context, @Nullable Property property, Exchange exchange, Response response) {
        boolean told = response.json()
                .path("properties")
                .valueStream()
                .map(violation -> violation.path("name"))
                .anyMatch(name ->
                        property == null || name.isTextual() && !name.asText().equals("body"));
        if (!told) {
            // The document does not demand them, and 'body' stands for the whole of it.
            context.info("a validation problem does not say which property is wrong", "'properties'", exchange);
        } else if (property != null && !names(response, property)) {
            String cause = "'properties' names another property than the one that is wrong";
            context.report(cause, "the name " + property.name(), exchange);
        }
    }

    /** How the name of a deeper property is written, the document does not say; and what is wrong with a value may be within it. */
    private static boolean names(Response response, Property property) {
        boolean deep = property.path().size() > 1;
        return response.json().path("properties").valueStream().anyMatch(violation -> {
            String name = violation.path("name").asText("");
            return name.equals(property.name())
                    || name.startsWith(property.name() + "[")
                    || name.startsWith(property.name() + ".")
                    || deep && property.path().stream().anyMatch(name::contains);
        });
    }
}
