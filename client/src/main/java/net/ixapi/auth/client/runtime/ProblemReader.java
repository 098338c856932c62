package net.ixapi.auth.client.runtime;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;
import net.ixapi.auth.client.error.FieldError;
import net.ixapi.auth.client.error.ProblemDetails;
import org.jspecify.annotations.Nullable;

/** Reads what it can of an error's body. Never throws: the HTTP status says enough where the body says nothing. */
final class ProblemReader {
    /** Servers send lists of words as detail, objects as reason, and words as status. */
    private static final ObjectMapper MAPPER = Json.mapper()
            .addHandler(new LenientHandler())
            .enable(DeserializationFeature.ACCEPT_EMPTY_STRING_AS_NULL_OBJECT)
            .build();

    private ProblemReader() {}

    static ProblemDetails details(byte[] body) {
        try {
            JsonNode problem = MAPPER.readTree(body);
            return new ProblemDetails(
                    text(problem.path("type")),
                    text(problem.path("title")),
                    text(problem.path("detail")),
                    text(problem.path("instance")),
                    fields(problem.path("properties")));
        } catch (IOException e) {
            return ProblemDetails.NONE;
        }
    }

    static @Nullable Object typed(byte[] body, @Nullable Type type) {
        try {
            return type == null || body.length == 0 ? null : MAPPER.readValue(body, MAPPER.constructType(type));
        } catch (IOException | RuntimeException e) {
            // Some of java.time's own come through Jackson as they are.
            return null;
        }
    }

    private static List<FieldError> fields(JsonNode properties) {
        return StreamSupport.stream(properties.spliterator(), false)
                .filter(property -> property.path("name").isTextual())
                .map(property -> new FieldError(
                        property.path("name").textValue(),
                        Objects.requireNonNullElse(text(property.path("reason")), "")))
                .toList();
    }

    /** Words as they are, anything else as JSON. */
    private static @Nullable String text(JsonNode value) {
        return value.isTextual() || value.isMissingNode() || value.isNull() ? value.textValue() : value.toString();
    }
}
