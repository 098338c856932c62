package net.ixapi.auth.openapi.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** JSON that no document describes, and Jackson without its checked exceptions. Safe for many threads. */
public final class PlainJson {
    /** How deep arrays and objects may be nested: enough for whatever people write, and no risk for a stack. */
    public static final int MAX_DEPTH = 500;

    /** All mappers share them, since a thread uses one mapper at a time. */
    private static final BufferPool BUFFERS = new BufferPool();

    private static final JsonMapper MAPPER = builder(MAX_DEPTH).build();
    private static final ObjectReader READER = MAPPER.reader(new BoundedNumbers());
    private static final ObjectWriter WRITER = MAPPER.writer();
    /** The order of a Map.of changes from run to run. */
    private static final ObjectWriter INDENTED =
            MAPPER.writerWithDefaultPrettyPrinter().with(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private PlainJson() {}

    /**
     * What readers and writers of JSON have in common in all modules but the client, which is on its own: mostly what Jackson 3 does by
     * default, and Jackson 2 does not.
     */
    public static JsonMapper.Builder builder(int maxDepth) {
        JsonFactory factory = new JsonFactoryBuilder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(maxDepth)
                        .maxStringLength(100_000_000) // a body that may be so long may be one string
                        .build())
                .recyclerPool(BUFFERS)
                // Senders choose the names: a runtime's table of interned strings is not theirs to fill.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                // The JDK's take a time that grows with the square of the digits.
                .enable(StreamReadFeature.USE_FAST_BIG_NUMBER_PARSER)
                .enable(StreamReadFeature.USE_FAST_DOUBLE_PARSER)
                .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
                .enable(SerializationFeature.WRITE_ENUMS_USING_TO_STRING)
                // A decimal keeps all its digits.
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS);
    }

    /**
     * What stands in a text; a missing node where it is empty.
     *
     * @throws UncheckedIOException if it is not JSON
     */
    public static JsonNode read(String json) {
        try {
            return READER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What stands in bytes; a missing node where there are none.
     *
     * @throws UncheckedIOException if it is not JSON
     */
    public static JsonNode read(byte[] json) {
        try {
            return READER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Maps, lists, strings, numbers and booleans as a tree. */
    public static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** A value as JSON in UTF-8. */
    public static byte[] bytes(Object value) {
        return bytes(WRITER, value);
    }

    /**
     * A value as a writer writes it.
     *
     * @throws UncheckedIOException if it cannot be written
     */
    public static byte[] bytes(ObjectWriter writer, Object value) {
        try {
            return writer.writeValueAsBytes(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A value as text, with line breaks and indents, and maps by the names of their entries. */
    public static String text(Object value) {
        return new String(bytes(INDENTED, value), StandardCharsets.UTF_8);
    }
}
