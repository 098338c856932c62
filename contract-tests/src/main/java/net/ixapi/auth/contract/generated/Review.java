package net.ixapi.auth.contract.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import net.ixapi.auth.contract.cases.BodyCase;
import net.ixapi.auth.contract.cases.BodyCases;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.document.Property;
import net.ixapi.auth.contract.wire.Response;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.PlainJson;

/**
 * What is wrong with what a caller of the generated client gets. Immutable. No text holds a value of the response.
 *
 * @param conforms whether the response keeps to the document
 * @param problems what a caller does not get as it came; empty where the response is typed and valid
 * @param disagreements where the document and the annotations of the model judge differently, whatever the server does
 */
public record Review(boolean conforms, List<String> problems, List<String> disagreements) {
    /** Copies the lists. */
    public Review {
        problems = List.copyOf(problems);
        disagreements = List.copyOf(disagreements);
    }

    /**
     * Looks at a response of a documented status.
     *
     * @param document what it must keep to
     * @param operation the operation
     * @param call what the client made of it
     * @param response what came
     * @return what is wrong
     */
    public static Review of(OpenApiDocument document, Operation operation, GeneratedCall call, Response response) {
        int status = response.status();
        List<String> unreadable = List.of("the generated client cannot read " + status);
        List<String> documented = operation.mediaTypes(status);
        if (documented.isEmpty()) {
            return new Review(true, call.status() == status ? List.of() : unreadable, List.of());
        }
        // A response of another media type is held against the first one's schema, as by the other checks.
        boolean named = documented.contains(response.mediaType());
        Place schema = operation.schema(status, named ? response.mediaType() : documented.get(0));
        boolean conforms = !response.json().isMissingNode()
                && document.violations(schema, response.json().toString()).isEmpty();
        Object model = call.model();
        if (model == null || call.status() != status) {
            return new Review(conforms, unreadable, List.of());
        }
        List<String> problems = new ArrayList<>();
        LostValues.between(Property.of(schema), response.json(), model)
                .forEach(lost -> problems.add("the model of " + status + " is not what came: " + lost));
        if (!JakartaValidation.agrees(model, true)) {
            problems.add("the model of " + status + " is not valid");
        }
        return new Review(conforms, problems, disagreements(document, schema, model));
    }

    /**
     * Both judge what the model says when it is written: as it came, and with one property changed, on both sides of each
     * bound. A right server sends only what both find valid, so that without these no missing annotation would be noticed.
     */
    private static List<String> disagreements(OpenApiDocument document, Place schema, Object model) {
        List<String> found = new ArrayList<>();
        JsonNode json = Models.written(model);
        boolean asItCame = document.violations(schema, json.toString()).isEmpty();
        compare("as it came", asItCame, model, found);
        if (json instanceof ObjectNode object) {
            for (BodyCase variant : BodyCases.of(document, schema, object)) {
                JsonNode body = PlainJson.read(variant.body());
                if (!variant.hint() && canBeAnnotated(body)) {
                    Models.read(body, model.getClass())
                            .ifPresent(other -> compare("if " + variant.name(), variant.valid(), other, found));
                }
            }
        }
        return found;
    }

    /**
     * Two differences are known. {@code @Size} counts units of UTF-16, but the document counts characters; and the generator
     * has no way to annotate that an item of a list must not be null.
     */
    private static boolean canBeAnnotated(JsonNode body) {
        return body.toString().chars().noneMatch(unit -> Character.isSurrogate((char) unit)) && !hasNull(body);
    }

    private static boolean hasNull(JsonNode body) {
        return body.isNull() || body.valueStream().anyMatch(Review::hasNull);
    }

    private static void compare(String when, boolean valid, Object model, List<String> found) {
        if (!JakartaValidation.agrees(model, valid)) {
            String name = model.getClass().getSimpleName();
            String verdict = valid ? "valid" : "invalid";
            found.add(name + " " + when + " is " + verdict + " to the document, but not to Jakarta Validation");
        }
    }
}
