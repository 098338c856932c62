package net.ixapi.auth.server.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Operation;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.document.Schemas;
import org.jspecify.annotations.Nullable;

/** What the document says of one operation. Immutable and safe for many threads. */
final class RequestSchema {
    private final List<Parameter> parameters;
    /** By media type, in the order of the document; null where the document says no more of it. */
    private final Map<String, @Nullable Schema> bodies = new LinkedHashMap<>();

    private final boolean hasBody;
    private final boolean requiresBody;
    private final int successStatus;
    private final Map<String, String> mediaTypes = new HashMap<>();
    private final Schemas schemas;
    private final Reasons reasons;

    RequestSchema(Operation operation, Schemas schemas) {
        this.schemas = schemas;
        this.reasons = new Reasons(schemas);
        this.parameters = operation.parameters().stream()
                .map(place -> Parameter.of(place, operation.path(), compiled(place.property("schema"))))
                .toList();
        Place body = operation.requestBody();
        this.hasBody = body.exists();
        this.requiresBody = body.isTrue("required");
        body.properties("content").forEach(content -> {
            Place schema = content.property("schema");
            bodies.put(mediaType(content.name()), schema.exists() ? compiled(schema) : null);
        });
        this.successStatus = operation.responses().stream()
                .filter(response -> response.hasStatus("2\\d\\d"))
                .mapToInt(response -> Integer.parseInt(response.status()))
                .findFirst()
                .orElse(200);
        operation
                .responses()
                .forEach(response -> response.place()
                        .properties("content")
                        .findFirst()
                        .ifPresent(
                                content -> mediaTypes.put(response.status().toUpperCase(Locale.ROOT), content.name())));
    }

    /** The first success that the document has, or 200 where it leaves that open. */
    int successStatus() {
        return successStatus;
    }

    /** The media type that the document gives to the responses of a status. */
    String mediaType(int status) {
        String exact = mediaTypes.get(String.valueOf(status));
        return exact != null
                ? exact
                : mediaTypes.getOrDefault(status / 100 + "XX", mediaTypes.getOrDefault("DEFAULT", JavalinApi.JSON));
    }

    private Schema compiled(Place schema) {
        Schema compiled = schemas.at(schema);
        compiled.initializeValidators();
        return compiled;
    }

    List<Parameter> parameters() {
        return parameters;
    }

    boolean hasBody() {
        return hasBody;
    }

    /**
     * The media type of a body.
     *
     * @throws UnsupportedMediaTypeResponse if the document has no body of this type
     */
    String requireMediaType(Context context) {
        // Asked for the content type itself, Jetty fails where the charset is none that it knows.
        String mediaType = mediaType(context.header(Header.CONTENT_TYPE));
        if (!bodies.containsKey(mediaType)) {
            throw new UnsupportedMediaTypeResponse(
                    "The Content-Type must be " + String.join(" or ", bodies.keySet()) + ".");
        }
        return mediaType;
    }

    /** Without parameters and in lower case (RFC 9110, section 8.3.1); known clients send {@code application/json;}. */
    private static String mediaType(@Nullable String contentType) {
        return contentType == null ? "" : contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    void checkParameter(Parameter parameter, @Nullable JsonNode value, Set<FieldError> violations) {
        if (value != null) {
            add(parameter.schema(), value, parameter.name(), violations);
        } else if (parameter.required()) {
            violations.add(new FieldError(parameter.name(), "is required"));
        }
    }

    void checkBody(String mediaType, @Nullable JsonNode value, Set<FieldError> violations) {
        Schema schema = bodies.get(mediaType);
        if (value == null) {
            if (requiresBody) {
                violations.add(new FieldError(FieldError.BODY, "is required"));
            }
        } else if (schema != null) {
            add(schema, value, "", violations);
        }
    }

    private void add(Schema schema, JsonNode value, String name, Set<FieldError> violations) {
        try {
            List<Error> errors = Schemas.ofRequest(schema, value);
            if (!errors.isEmpty()) {
                add(errors, name, violations);
            }
        } catch (StackOverflowError e) {
            // A schema that contains itself is as deep as the value.
            violations.add(FieldError.at(name, Stream.of(), "is nested too deeply"));
        }
    }

    /** A value of a wrong type breaks other rules too; that it is of a wrong type is all that its sender needs to know. */
    private void add(List<Error> errors, String name, Set<FieldError> violations) {
        Map<Boolean, List<FieldError>> found = errors.stream()
                .collect(Collectors.partitioningBy(
                        error -> error.getKeyword().equals("type"),
                        Collectors.mapping(error -> reasons.of(error, name), Collectors.toList())));
        Set<String> mistyped = found.get(true).stream().map(FieldError::name).collect(Collectors.toSet());
        violations.addAll(found.get(true));
        found.get(false).stream()
                .filter(violation -> !mistyped.contains(violation.name()))
                .forEach(violations::add);
    }
}
