package net.ixapi.auth.contract.generated;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.util.Optional;
import net.ixapi.auth.openapi.document.PlainJson;

/** Turns the generated models into JSON and back, as the generated client does. */
final class Models {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private Models() {}

    /** Empty where the model cannot hold the body. */
    static Optional<Object> bound(JsonNode body, Type type) {
        try {
            return Optional.ofNullable(JSON.readValue(body.toString(), JSON.constructType(type)));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Missing where the suite cannot read what the model says: a number of a server may have more digits than it reads. */
    static JsonNode written(Object model) {
        try {
            return PlainJson.read(JSON.writeValueAsString(model));
        } catch (JsonProcessingException | UncheckedIOException e) {
            return MissingNode.getInstance();
        }
    }
}
