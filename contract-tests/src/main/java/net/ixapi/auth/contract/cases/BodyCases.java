package net.ixapi.auth.contract.cases;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import net.ixapi.auth.contract.document.Member;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.document.SchemaViolation;

/** All bodies that the document suggests for a request or an answer: of the whole body, and of each member. */
public final class BodyCases {
    private static final SchemaViolation NO_OBJECT = new SchemaViolation("", "type", "the request body");
    private static final int DEEP = 1_000;

    private BodyCases() {}

    /**
     * Bodies that are no JSON object, and those that differ from a good one in one member.
     *
     * @param document decides which of them a server must take
     * @param operation the operation
     * @param good a body that the server takes
     * @return the cases; always the same for the same document and body
     */
    public static List<BodyCase> of(OpenApiDocument document, Operation operation, ObjectNode good) {
        List<BodyCase> cases = new ArrayList<>(wholes(good));
        cases.addAll(members(operation.members(), body -> document.violations(operation, body), good));
        return cases;
    }

    /**
     * Bodies that differ from a good answer in one member.
     *
     * @param document decides which of them a server may send
     * @param operation the operation
     * @param status the status of the answer
     * @param mediaType a documented media type of the answer
     * @param good a body that keeps to the document
     * @return the cases; always the same for the same document and body
     */
    public static List<BodyCase> of(
            OpenApiDocument document, Operation operation, int status, String mediaType, ObjectNode good) {
        return members(
                document.members(operation, status, mediaType),
                body -> document.violations(operation, status, mediaType, body.toString()),
                good);
    }

    /** An optional property that the good body does not have is tried in one that has it as the document's examples do. */
    private static List<BodyCase> members(
            List<Member> members, Function<JsonNode, List<SchemaViolation>> rules, ObjectNode good) {
        List<BodyCase> cases = new ArrayList<>();
        for (Member member : members) {
            String property = member.path().get(0);
            JsonNode example = good.has(property) ? MissingNode.getInstance() : Examples.of(members, property);
            ObjectNode with = good.deepCopy();
            if (!example.isMissingNode()) {
                with.set(property, example);
            }
            cases.addAll(MemberCases.of(rules, rules.apply(with).isEmpty() ? with : good, member));
        }
        return cases;
    }

    private static List<BodyCase> wholes(ObjectNode good) {
        String text = good.toString();
        return List.of(
                whole("the body is JSON null", "body type", "null"),
                whole("the body is an array", "body type", "[" + text + "]"),
                whole("the body is text", "body type", "\"text\""),
                whole("the body is a number", "body type", "5"),
                whole("the body is true", "body type", "true"),
                whole("the body is no JSON", "body syntax", "api_key=1"),
                whole("the body is cut off", "body syntax", text.substring(0, text.length() - 2)),
                whole("the body has a trailing comma", "body syntax", text.replaceAll("}$", ",}")),
                whole("the body is nested " + DEEP + " levels deep", "body syntax", "[".repeat(DEEP)));
    }

    private static BodyCase whole(String name, String rule, String body) {
        return new BodyCase(name, rule, null, body.getBytes(StandardCharsets.UTF_8), List.of(NO_OBJECT), false);
    }
}
