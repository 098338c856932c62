package net.ixapi.auth.contract.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;
import net.ixapi.auth.contract.cases.BodyCase;
import net.ixapi.auth.contract.cases.BodyCases;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.CheckContext;
import net.ixapi.auth.contract.engine.Fixtures;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.openapi.document.PlainJson;

/** Bodies that bring an operation to each of its documented statuses. */
final class GeneratedRequests {
    private GeneratedRequests() {}

    /** The best first; none for a status that no body brings. A caller of the generated client may be unable to send some. */
    static Stream<JsonNode> bodies(CheckContext context, int status, ObjectNode good) {
        Operation operation = context.operation();
        if (status == operation.success()) {
            return Stream.of(good);
        } else if (operation.invalid().equals(Optional.of(status))) {
            return new BodyCases(context.probe().document(), operation, good)
                    .all()
                    .filter(body -> !body.valid() && body.property() != null)
                    .map(BodyCase::body)
                    .map(PlainJson::read);
        }
        return operation.unauthenticated().equals(Optional.of(status))
                ? Stream.of(unknown(context, good))
                : Stream.of();
    }

    /** Credentials that nobody has, so that no account is locked for them, and tokens that nobody signed. */
    private static ObjectNode unknown(CheckContext context, ObjectNode good) {
        ObjectNode unknown = good.deepCopy();
        good.forEachEntry((name, value) -> {
            if (value.isTextual()) {
                unknown.put(name, unknown(value.asText()));
            }
        });
        if (good.has(Fixtures.KEY)) {
            unknown.put(Fixtures.KEY, context.target().keyOfNobody());
        }
        return unknown;
    }

    private static String unknown(String text) {
        return Jwt.read(text)
                .filter(jwt -> !jwt.signature().isEmpty())
                .map(jwt -> jwt.signed() + "." + "0".repeat(jwt.signature().length()))
                .orElseGet(() -> "0".repeat(text.length()));
    }
}
