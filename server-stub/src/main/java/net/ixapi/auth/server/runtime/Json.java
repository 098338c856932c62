package net.ixapi.auth.server.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.BoundedNumbers;
import net.ixapi.auth.openapi.document.PlainJson;
import org.jspecify.annotations.Nullable;

/**
 * How JSON becomes objects and back. In between, a request is compared with the document: whatever is unknown in it is allowed
 * here. Safe for many threads.
 */
final class Json {
    private static final int MAX_DEPTH = 1000;

    /** What stands in a text where its bytes were not UTF-8. */
    private static final char REPLACEMENT = '\uFFFD';

    private final JsonMapper mapper = PlainJson.builder(MAX_DEPTH)
            .nodeFactory(new BoundedNumbers())
            .addModule(new JavaTimeModule())
            .addModules(ofNullables())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // A decimal keeps all its digits, and a time its offset.
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .build();

    /** As many as the document has types. Jackson remembers them too, but looks for longer. */
    private final Map<Type, JavaType> types = new ConcurrentHashMap<>();

    /** Models with properties that may be absent, null or set come with a library that no other model needs. */
    private static List<Module> ofNullables() {
        try {
            Class<?> module = Class.forName("org.openapitools.jackson.nullable.JsonNullableModule");
            return List.of((Module) module.getDeclaredConstructor().newInstance());
        } catch (ReflectiveOperationException e) {
            return List.of();
        }
    }

    /**
     * The bytes of a body as JSON; null where there are none.
     *
     * @throws InvalidRequestException if it is not JSON
     */
    @Nullable JsonNode parse(byte[] body) {
        try {
            JsonNode tree = mapper.readTree(text(body));
            return tree.isMissingNode() ? null : tree;
        } catch (CharacterCodingException e) {
            throw invalid("is not valid UTF-8");
        } catch (StreamConstraintsException | UncheckedIOException e) {
            throw invalid("is nested too deeply, or has a name or a number that is too long");
        } catch (JacksonException e) {
            throw invalid("is not valid JSON"
                    + (e.getLocation() == null
                            ? ""
                            : " at line " + e.getLocation().getLineNr() + ", column "
                                    + e.getLocation().getColumnNr()));
        }
    }

    /** Jackson itself would take UTF-16 and UTF-32 too (RFC 8259, section 8.1). */
    private static String text(byte[] body) throws CharacterCodingException {
        String text = new String(body, UTF_8);
        // The strict decoder takes longer, and is needed only to tell what was replaced from what was sent.
        return text.indexOf(REPLACEMENT) < 0
                ? text
                : UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    }

    private static InvalidRequestException invalid(String reason) {
        return new InvalidRequestException(FieldError.BODY, reason);
    }

    /**
     * A value that the document's schema allows, as an object of a type.
     *
     * @param name what stands before the names of its properties; empty for a body
     * @throws InvalidRequestException if the type cannot hold the value; Jackson's own message would quote it
     */
    @Nullable Object bind(JsonNode value, Type type, String name) {
        try {
            return mapper.treeToValue(value, types.computeIfAbsent(type, mapper::constructType));
        } catch (JsonProcessingException | DateTimeException e) {
            Stream<Object> steps = e instanceof JsonMappingException mapping
                    ? mapping.getPath().stream()
                            .map(step -> step.getFieldName() == null ? (Integer) step.getIndex() : step.getFieldName())
                    : Stream.of();
            throw new InvalidRequestException(List.of(FieldError.at(name, steps, reason(e))));
        }
    }

    /** An integer has 32 bits where the document does not say how many, and no format that its schema would check. */
    private static String reason(Exception e) {
        Throwable refusal = e.getCause() == null ? e : e.getCause();
        return refusal instanceof InputCoercionException
                ? "must be an integer of 32 bits"
                : "must be of the documented format";
    }

    /**
     * Writes values of a type.
     *
     * @param type where the class of a value alone does not say enough; else null
     */
    ObjectWriter writer(@Nullable TypeReference<?> type) {
        return type == null ? mapper.writer() : mapper.writerFor(type);
    }
}
