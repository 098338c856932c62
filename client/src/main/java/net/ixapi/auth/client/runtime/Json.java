package net.ixapi.auth.client.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** JSON as servers write it and as they expect it. */
final class Json {
    static final ObjectMapper MAPPER = mapper().build();
    static final ObjectWriter WRITER = MAPPER.writer();

    private Json() {}

    static JsonMapper.Builder mapper() {
        return JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModules(ofNullables())
                // A newer server may send properties and kinds of things that this document does not know.
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

    static byte[] write(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            // Jackson's message may quote the value, which may be a secret.
            throw new IllegalArgumentException(
                    "The body cannot be written as JSON: " + value.getClass().getName());
        }
    }

    /** A parameter as text: as in JSON, but without quotes; a list as its items, without those that are null. */
    static List<String> texts(Object value) {
        try {
            JsonNode node = MAPPER.valueToTree(value);
            Stream<JsonNode> items = node.isArray() ? StreamSupport.stream(node.spliterator(), false) : Stream.of(node);
            return items.filter(item -> !item.isNull()).map(Json::text).toList();
        } catch (IllegalArgumentException e) {
            // As above, no cause.
            throw new IllegalArgumentException(
                    "A parameter cannot be written as text: " + value.getClass().getName());
        }
    }

    private static String text(JsonNode node) {
        if (node.isContainerNode()) {
            throw new IllegalArgumentException("An object has no text");
        }
        return node.asText();
    }
}
