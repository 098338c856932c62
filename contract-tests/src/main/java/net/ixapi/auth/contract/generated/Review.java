package net.ixapi.auth.contract.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.document.Property;
import net.ixapi.auth.contract.wire.Response;
import net.ixapi.auth.openapi.document.Place;

/**
 * What is wrong with what a caller of the generated client gets. Immutable. No text holds a value of the response.
 *
 * @param conforms whether the response keeps to the document
 * @param problems what a caller does not get as it came; empty where the response is typed and valid
 * @param disagreement that the document and the annotations of the model judge differently, whatever the server does
 */
public record Review(boolean conforms, List<String> problems, Optional<String> disagreement) {
    /** The end of a Java pattern is also before a last line break. */
    private static final Pattern LAST_BREAK = Pattern.compile("(?:\\\\[nr]|[\\x{85}\\x{2028}\\x{2029}])\"");

    /** Copies the list. */
    public Review {
        problems = List.copyOf(problems);
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
            return new Review(true, call.status() == status ? List.of() : unreadable, Optional.empty());
        }
        // A response of another media type is held against the first one's schema, as by the other checks.
        boolean named = documented.contains(response.mediaType());
        Place schema = operation.schema(status, named ? response.mediaType() : documented.get(0));
        // A status that is not that of HTTP may be a number beyond all models.
        boolean conforms = !response.json().isMissingNode()
                && (status < 400 || response.json().path("status").asDouble(status) == status)
                && document.violations(schema, response.json().toString()).isEmpty();
        Object model = call.model();
        if (model == null || call.status() != status) {
            return new Review(conforms, unreadable, Optional.empty());
        }
        List<String> problems = new ArrayList<>();
        LostValues.between(Property.of(schema), response.json(), model)
                .forEach(lost -> problems.add("the model of " + status + " is not what came: " + lost));
        if (!JakartaValidation.agrees(model, true)) {
            problems.add("the model of " + status + " is not valid");
        }
        return new Review(conforms, problems, disagreement(document, schema, model));
    }

    /** Both judge what the model says when it is written: the client may have lost what is wrong with the response. */
    private static Optional<String> disagreement(OpenApiDocument document, Place schema, Object model) {
        String json = Models.written(model).toString();
        boolean valid = document.violations(schema, json).isEmpty();
        String verdict = model.getClass().getSimpleName() + " is " + (valid ? "valid" : "invalid");
        return Optional.of(verdict + " to the document, but not to Jakarta Validation")
                .filter(text -> !JakartaValidation.agrees(model, valid)
                        && !LAST_BREAK.matcher(json).find());
    }
}
