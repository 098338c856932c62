package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.ixapi.auth.openapi.document.Document;
import org.jspecify.annotations.Nullable;

/** Small documents, each with one operation {@code POST /test/{id}}. */
final class TestDocument {
    static final Json JSON = new Json();

    private TestDocument() {}

    /** The operation of a document, to be served. */
    static ApiRoute route(ApiDocument document, ApiRoute.Handler handler) {
        return new ApiRoute(new ApiOperation("test_create", "POST", "/test/{id}"), handler, null, document, null);
    }

    /** An operation of a document that says only what the path's parts are called, and of which types a body may be. */
    static ApiRoute route(
            ApiOperation operation,
            String status,
            List<String> consumes,
            ApiRoute.Handler handler,
            @Nullable TypeReference<?> result) {
        String parameters = Pattern.compile("\\{(\\w+)}")
                .matcher(operation.path())
                .results()
                .map(part -> "{name: " + part.group(1) + ", in: path, required: true, schema: {type: string}}")
                .collect(Collectors.joining(", "));
        String content =
                consumes.stream().map(type -> "'" + type + "': {schema: {}}").collect(Collectors.joining(", "));
        String text = """
                openapi: 3.0.3
                info: {title: Test, version: '1'}
                paths: {'%s': {%s: {operationId: %s, parameters: [%s], requestBody: {content: {%s}},
                  responses: {'%s': {description: Ok}, '400': {description: Wrong}}}}}
                """.formatted(
                        operation.path(),
                        operation.method().toLowerCase(Locale.ROOT),
                        operation.id(),
                        parameters,
                        content,
                        status);
        ApiDocument document = new ApiDocument(() -> Document.parse(text, "test.yaml"));
        return new ApiRoute(operation, handler, result, document, null);
    }

    /** With the given parts of the operation, such as {@code requestBody}, and with components; both in YAML's flow style. */
    static ApiDocument of(String operation, String schemas) {
        String text = """
                openapi: 3.0.3
                info: {title: Test, version: '1'}
                paths: {'/test/{id}': {post: {operationId: test_create, responses: {'200': {description: Ok}}, %s}}}
                components: {schemas: {%s}}
                """.formatted(operation, schemas);
        return new ApiDocument(() -> Document.parse(text, "test.yaml"));
    }

    /** What is wrong with a body, and what it holds if nothing is. */
    record Reading(@Nullable JsonNode value, List<String> violations) {
        <T> T as(Class<T> type) {
            return type.cast(JSON.bind(value, type, ""));
        }
    }

    /** Reads a body that has the schema {@code Body} of the given ones. */
    static Reading read(String body, String schemas) {
        return read(body.getBytes(StandardCharsets.UTF_8), schemas);
    }

    static Reading read(byte[] body, String schemas) {
        ApiDocument document = of(
                "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Body'}}}}", schemas);
        Set<FieldError> violations = new LinkedHashSet<>();
        JsonNode value = null;
        try {
            value = JSON.parse(body);
            document.requests(route(document, call -> null).operation())
                    .checkBody("application/json", value, violations);
        } catch (InvalidRequestException e) {
            violations.addAll(e.errors());
        }
        return new Reading(value, lines(violations));
    }

    static List<String> lines(Iterable<FieldError> violations) {
        List<String> lines = new java.util.ArrayList<>();
        violations.forEach(violation -> lines.add(violation.name() + " " + violation.reason()));
        return lines;
    }
}
