package net.ixapi.auth.client.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** JSON as servers write it and as they expect it. Immutable and safe for many threads. */
final class Json {
    private final ObjectMapper mapper = mapper().build();

    static JsonMapper.Builder mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModules(ofNullables())
                // A newer server may send members and kinds of things that this document does not know.
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                // A parameter of 100 would be written as 1E+2.
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }

    /** Models with properties that may be absent, null or set come with a library that no other model needs. */
    private static List<Module> ofNullables() {
        try {
            Class<?> module = Class.forName("org.openapitools.jackson.nullable.JsonNullableModule");
            return List.of((Module) module.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            return List.of();
        }
    }

    byte[] write(Object value, @Nullable Type type) {
        try {
            return type == null
                    ? mapper.writeValueAsBytes(value)
                    : mapper.writerFor(mapper.constructType(type)).writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            // Jackson's message may quote the value, which may be a secret.
            throw new IllegalArgumentException(
                    "The body cannot be written as JSON: " + value.getClass().getName());
        }
    }

    /** Null where the JSON is {@code null}. */
    @Nullable Object read(byte[] json, Type type) throws IOException {
        try {
            return mapper.readValue(json, mapper.constructType(type));
        } catch (RuntimeException e) {
            // java.time's own, where the whole response is a date: Jackson wraps it only within a member.
            throw new IOException(e);
        }
    }

    /** A parameter as text: as in JSON, but without quotes; a list as its items, without those that are null. */
    List<String> texts(Object value) {
        JsonNode node = node(value);
        Stream<JsonNode> nodes = node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
        return nodes.filter(item -> !item.isNull())
                .map(item -> text(item, value))
                .toList();
    }

    private JsonNode node(Object value) {
        try {
            return mapper.valueToTree(value);
        } catch (IllegalArgumentException e) {
            // As above, no cause.
            throw noText(value);
        }
    }

    private static String text(JsonNode node, Object value) {
        if (node.isContainerNode()) {
            throw noText(value);
        }
        return node.asText();
    }

    private static IllegalArgumentException noText(Object value) {
        return new IllegalArgumentException(
                "A parameter cannot be written as text: " + value.getClass().getName());
    }
}
