package net.ixapi.auth.contract.document;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.UnreadableDocumentException;

/** The suite's own files: a list in YAML, which is read as a document is, within bounds, and with its place in each message. */
public final class YamlList {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            // An item may leave out texts and lists, but no item may be nothing.
            .withConfigOverride(
                    String.class, text -> text.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(List.class, list -> list.setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL))
            .build();

    private YamlList() {}

    /**
     * Reads a list.
     *
     * @param yaml what stands in a file, which may be nothing but comments
     * @param name what messages call the file
     * @param type the class of its items
     * @return the list
     * @throws UnreadableDocumentException if it is not YAML
     * @throws IllegalArgumentException if it is not a list of such objects
     */
    public static <T> List<T> read(byte[] yaml, String name, Class<T> type) {
        String text = new String(yaml, StandardCharsets.UTF_8);
        if (text.lines().map(String::strip).allMatch(line -> line.isEmpty() || line.startsWith("#"))) {
            return List.of();
        }
        JsonNode list = Document.parse(yaml, name).root().json();
        if (!list.isArray()) {
            throw new IllegalArgumentException("There is no list in " + name);
        }
        return MAPPER.convertValue(list, MAPPER.getTypeFactory().constructCollectionType(List.class, type));
    }

    /**
     * Reads a list that comes with the suite.
     *
     * @param type the class of its items, beside which the file stands
     * @param name the name of the file
     * @return the list
     */
    public static <T> List<T> resource(Class<T> type, String name) {
        try (InputStream file = type.getResourceAsStream(name)) {
            return read(file.readAllBytes(), name, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
