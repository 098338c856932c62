package net.ixapi.auth.contract.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import net.ixapi.auth.contract.cases.BodyCase;
import net.ixapi.auth.contract.cases.BodyCases;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.wire.Response;
import net.ixapi.auth.openapi.document.PlainJson;

/**
 * What is wrong with what a caller of the generated client gets. Immutable. No text holds a value of the answer.
 *
 * @param conforms whether the answer keeps to the document
 * @param problems what a caller does not get as it came; empty where the answer is typed and valid
 * @param disagreements where the document and the annotations of the model judge differently, whatever the server does
 */
public record Review(boolean conforms, List<String> problems, List<String> disagreements) {
    /** Copies the lists. */
    public Review {
        problems = List.copyOf(problems);
        disagreements = List.copyOf(disagreements);
    }

    /**
     * Looks at an answer of a documented status.
     *
     * @param document what it must keep to
     * @param operation the operation
     * @param call what the client made of it
     * @param answer what came
     * @return what is wrong
     */
    public static Review of(OpenApiDocument document, Operation operation, GeneratedCall call, Response answer) {
        List<String> documented = document.mediaTypes(operation, answer.status());
        if (documented.isEmpty()) {
            return new Review(
                    true, call.status() == answer.status() ? List.of() : List.of(unreadable(answer)), List.of());
        }
        // An answer of another media type is held against the first one's schema, as by the other checks.
        String mediaType = documented.contains(answer.mediaType()) ? answer.mediaType() : documented.get(0);
        Schema schema = new Schema(document, operation, answer.status(), mediaType);
        boolean conforms = !answer.json().isMissingNode() && schema.allows(answer.text());
        Object model = call.model();
        return model == null || call.status() != answer.status()
                ? new Review(conforms, List.of(unreadable(answer)), List.of())
                : new Review(conforms, schema.problems(answer, model), schema.disagreements(model));
    }

    private static String unreadable(Response answer) {
        return "the generated client cannot read " + answer.status();
    }

    /** The schema of one answer in the document. */
    private record Schema(OpenApiDocument document, Operation operation, int status, String mediaType) {
        boolean allows(String json) {
            return document.violations(operation, status, mediaType, json).isEmpty();
        }

        List<String> problems(Response answer, Object model) {
            List<String> problems = new ArrayList<>();
            LostValues.between(document.members(operation, status, mediaType), answer.json(), model)
                    .forEach(lost -> problems.add("the model of " + status + " is not what came: " + lost));
            if (!JakartaValidation.agrees(model, true)) {
                problems.add("the model of " + status + " is not valid");
            }
            return problems;
        }

        /**
         * Both judge what the model says when it is written: as it came, and with one property changed, on both sides of each
         * bound. A right server sends only what both find valid, so that without these no missing annotation would be noticed.
         */
        List<String> disagreements(Object model) {
            List<String> found = new ArrayList<>();
            JsonNode json = Models.written(model);
            compare("as it came", allows(json.toString()), model, found);
            if (json instanceof ObjectNode object) {
                for (BodyCase variant : BodyCases.of(document, operation, status, mediaType, object)) {
                    JsonNode body = PlainJson.read(variant.body());
                    Models.read(body, model.getClass())
                            .filter(other -> !variant.hint() && canBeAnnotated(body))
                            .ifPresent(other -> compare("if " + variant.name(), variant.valid(), other, found));
                }
            }
            return found;
        }

        /**
         * Two differences are known. {@code @Size} counts units of UTF-16, but the document counts characters; and the generator
         * has no way to annotate that an item of a list must not be null.
         */
        private static boolean canBeAnnotated(JsonNode body) {
            String json = body.toString();
            return json.chars().noneMatch(unit -> Character.isSurrogate((char) unit)) && !hasNull(body);
        }

        private static boolean hasNull(JsonNode body) {
            return body.isNull() || body.valueStream().anyMatch(Schema::hasNull);
        }

        private void compare(String when, boolean valid, Object model, List<String> found) {
            if (!JakartaValidation.agrees(model, valid)) {
                String verdict = valid ? "valid to the document, but not" : "invalid to the document, but not";
                found.add(model.getClass().getSimpleName() + " " + when + " is " + verdict + " to Jakarta Validation");
            }
        }
    }
}
