package net.ixapi.auth.contract.checks;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Response;
import net.ixapi.auth.openapi.document.PlainJson;

/** Each rule of the document for a request's body, on both sides of its boundary. */
final class RequestBodies {
    private RequestBodies() {}

    static void run(CheckContext context) {
        Set<String> sent = new HashSet<>();
        context.fixtures()
                .good(context.operation())
                .ifPresent(good -> BodyCases.of(context.probe().document(), context.operation(), good)
                        .forEach(body -> ask(context, body, sent)));
    }

    /** A body that is valid on one side of two rules is sent once. */
    private static void ask(CheckContext context, BodyCase body, Set<String> sent) {
        Operation operation = context.operation();
        if (!body.valid()) {
            Expectation refused = Expectation.invalid(operation, body.rule() + Finding.NOT_ENFORCED);
            Exchange exchange = context.judged(context.request(body.body()), refused);
            Response response = exchange.response();
            if (response != null && refused.allows(response.status())) {
                named(context.as("names-properties"), body.property(), exchange, response);
            }
        } else if (sent.add(body.body())) {
            context.judged(context.request(ofNoAccount(context, body)), taken(operation, body));
        }
        context.probe().coverage().tried(operation, body.rule(), body.valid() && !body.hint());
    }

    /** Wrong secrets of the right length are not sent with the account's own key, which they might lock. */
    private static String ofNoAccount(CheckContext context, BodyCase body) {
        return body.property() != null && PlainJson.read(body.body()) instanceof ObjectNode object
                ? context.fixtures().ofNoAccount(object, body.property().name()).toString()
                : body.body();
    }

    /**
     * It need not be a good request, but what is wrong with it is not its shape. Of a property without bounds the document does not
     * say which texts it may hold: a server may find that one is not a token at all.
     */
    private static Expectation taken(Operation operation, BodyCase body) {
        Optional<Property> property = Optional.ofNullable(body.property());
        boolean bounded = !body.hint() && property.filter(Property::isBounded).isPresent();
        List<Integer> others = operation.statuses().stream()
                .filter(status -> !bounded || !operation.invalid().equals(Optional.of(status)))
                .toList();
        String what = property.map(Property::name).orElse("the body");
        return new Expectation(
                others, what + " is refused as invalid where it keeps to the document", operation.source());
    }

    private static void named(CheckContext context, Property property, Exchange exchange, Response response) {
        String source = "openapi.yaml#/components/schemas/InvalidProperty";
        if (response.json().path("properties").isEmpty()) {
            // The document does not demand them.
            String cause = "a validation problem does not say which property is wrong";
            context.report(Level.INFO, cause, "'properties'", source, exchange);
        } else if (property != null && !names(response, property)) {
            String cause = property.name() + " is wrong, but 'properties' names another";
            context.report(Level.WEAKNESS, cause, "the name " + property.name(), source, exchange);
        }
    }

    /** How the name of a deeper property is written, the document does not say. */
    private static boolean names(Response response, Property property) {
        boolean deep = property.path().size() > 1;
        return response.json().path("properties").valueStream().anyMatch(violation -> {
            String name = violation.path("name").asText("");
            return name.equals(property.name())
                    || deep && property.path().stream().anyMatch(name::contains);
        });
    }
}
