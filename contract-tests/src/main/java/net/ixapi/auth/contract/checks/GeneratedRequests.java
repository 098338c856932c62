package net.ixapi.auth.contract.checks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.ixapi.auth.contract.cases.BodyCase;
import net.ixapi.auth.contract.cases.BodyCases;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.engine.Probe;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.openapi.document.PlainJson;

/** Bodies that bring an operation to each of its documented statuses. */
final class GeneratedRequests {
    private GeneratedRequests() {}

    /** The best first; none for a status that no body brings. A caller of the generated client may be unable to send some. */
    static Stream<JsonNode> bodies(Probe probe, Operation operation, int status, ObjectNode good) {
        if (status == operation.success()) {
            return Stream.of(good);
        } else if (operation.invalid().equals(Optional.of(status))) {
            return BodyCases.of(probe.document(), operation, good).stream()
                    .filter(body -> !body.valid() && body.member() != null)
                    .map(BodyCase::body)
                    .map(PlainJson::read);
        } else if (operation.unauthenticated().equals(Optional.of(status))) {
            return Stream.of(unknown(good));
        }
        return Stream.empty();
    }

    /** Credentials that nobody has, so that no account is locked for them, and tokens that nobody signed. */
    private static ObjectNode unknown(ObjectNode good) {
        ObjectNode unknown = good.deepCopy();
        for (Map.Entry<String, JsonNode> member : good.properties()) {
            if (member.getValue().isTextual()) {
                unknown.set(
                        member.getKey(),
                        JsonNodeFactory.instance.textNode(
                                unknown(member.getValue().asText())));
            }
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
