package net.ixapi.auth.openapi.lint;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Finding;
import net.ixapi.auth.openapi.document.Operation;

final class BodyRules {
    private static final Pattern JSON =
            Pattern.compile("application/json(;.*)?|[^/;]+/[^/;]+\\+json(;.*)?", Pattern.CASE_INSENSITIVE);

    private BodyRules() {}

    /** Every request body and response that has content is JSON. */
    static Stream<Finding> bodiesAreJson(Document document) {
        return document.operations().stream()
                .flatMap(Operation::mediaTypes)
                .filter(mediaType -> !JSON.matcher(mediaType.name()).matches())
                .map(mediaType ->
                        mediaType.finding(mediaType.name() + " bodies are not supported by the templates: use JSON"));
    }

    /** No body that a request must have may be null: to a client, null is no body. */
    static Stream<Finding> requiredBodiesAreNotNullable(Document document) {
        return document.operations().stream()
                .map(Operation::requestBody)
                .filter(body -> body.property("required").text().equals("true"))
                .flatMap(body -> body.property("content").properties().stream())
                .map(mediaType -> mediaType.property("schema"))
                .filter(schema -> schema.target().property("nullable").text().equals("true"))
                .map(schema -> schema.finding("a required body that may be null is not supported by the templates:"
                        + " leave nullable or required out"));
    }
}
