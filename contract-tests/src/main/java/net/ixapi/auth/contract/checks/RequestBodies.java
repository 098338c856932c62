package net.ixapi.auth.contract.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.ixapi.auth.contract.cases.BodyCase;
import net.ixapi.auth.contract.cases.BodyCases;
import net.ixapi.auth.contract.document.Member;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Expectation;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.findings.Finding;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.wire.Exchange;
import net.ixapi.auth.contract.wire.Request;
import net.ixapi.auth.contract.wire.Response;
import net.ixapi.auth.openapi.document.PlainJson;

/** Each rule of the document for a request's body, on both sides of its boundary. */
final class RequestBodies {
    static final String NAME = "request-body";
    private static final String NAMES = "names-members";

    private RequestBodies() {}

    static void run(Probe probe) {
        for (Operation operation : probe.fixtures().operations()) {
            Set<String> sent = new HashSet<>();
            probe.fixtures()
                    .good(operation)
                    .ifPresent(good -> BodyCases.of(probe.document(), operation, good)
                            .forEach(body -> ask(probe, operation, body, sent)));
        }
    }

    /** A body that is valid on one side of two rules is sent once. */
    private static void ask(Probe probe, Operation operation, BodyCase body, Set<String> sent) {
        Request request = Request.json(operation.method(), operation.path(), "").withBody(body.body());
        if (!body.valid()) {
            Expectation refused = Expectation.invalid(operation, NAME, body.rule() + Finding.NOT_ENFORCED);
            Exchange exchange = probe.judged(operation, request, refused);
            probe.coverage().tried(operation, body.rule(), false);
            answered(exchange, refused).ifPresent(response -> named(probe, operation, body, exchange, response));
        } else {
            if (sent.add(new String(body.body(), StandardCharsets.UTF_8))) {
                probe.judged(operation, request.withBody(ofNoAccount(probe, body)), taken(operation, body));
            }
            probe.coverage().tried(operation, body.rule(), !body.hint());
        }
    }

    /** Wrong secrets of the right length are not sent with the account's own key, which they might lock. */
    private static byte[] ofNoAccount(Probe probe, BodyCase body) {
        JsonNode json = PlainJson.read(body.body());
        Member member = body.member();
        return member == null || !(json instanceof ObjectNode object)
                ? body.body()
                : probe.fixtures().ofNoAccount(object, member.name()).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Optional<Response> answered(Exchange exchange, Expectation refused) {
        return Optional.ofNullable(exchange.response()).filter(response -> refused.allows(response.status()));
    }

    /**
     * It need not be a good request, but what is wrong with it is not its shape. Of a member without bounds the document does not
     * say which texts it may hold: a server may find that one is no token at all.
     */
    private static Expectation taken(Operation operation, BodyCase body) {
        boolean bounded = !body.hint() && body.member() != null && body.member().isBounded();
        List<Integer> others = operation.statuses().stream()
                .filter(status -> !bounded || !operation.invalid().equals(Optional.of(status)))
                .toList();
        String what = body.member() == null ? "the body" : body.member().name();
        return new Expectation(
                others,
                NAME,
                what + " is refused as invalid where it keeps to the document",
                "openapi.yaml#" + operation.pointer());
    }

    private static void named(Probe probe, Operation operation, BodyCase body, Exchange exchange, Response response) {
        Member member = body.member();
        if (response.json().path("properties").isEmpty()) {
            // The document does not demand them.
            String cause = "a validation problem does not say which member is wrong";
            report(probe, Level.INFO, operation, cause, "'properties'", exchange);
        } else if (member != null && !names(response, member)) {
            String cause = member.name() + " is wrong, but 'properties' names another";
            report(probe, Level.WEAKNESS, operation, cause, "the name " + member.name(), exchange);
        }
    }

    private static void report(
            Probe probe, Level level, Operation operation, String cause, String expected, Exchange exchange) {
        String source = "openapi.yaml#/components/schemas/InvalidProperty";
        probe.report(NAMES, level, operation, cause, expected, source, exchange);
    }

    /** How the name of a deeper member is written, the document does not say; and what is wrong with a value may be within it. */
    private static boolean names(Response response, Member member) {
        for (JsonNode property : response.json().path("properties")) {
            String name = property.path("name").asText("");
            if (name.equals(member.name())
                    || name.startsWith(member.name() + "[")
                    || name.startsWith(member.name() + ".")
                    || deep(member) && member.path().stream().anyMatch(name::contains)) {
                return true;
            }
        }
        return false;
    }

    private static boolean deep(Member member) {
        return member.path().size() > 1;
    }
}
