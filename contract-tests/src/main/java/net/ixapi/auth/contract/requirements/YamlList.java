package net.ixapi.auth.contract.requirements;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the lists in the suite's own files. */
public final class YamlList {
    private YamlList() {}

    /**
     * Reads a list of records. What a file leaves out is null, or 0, or false.
     *
     * @param type the record; the file is beside it
     * @param name the name of the file
     * @return what is in the file, in its order
     * @throws IllegalArgumentException if the file has what the record has not
     */
    public static <T> List<T> read(Class<T> type, String name) {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(DeserializationFeature.READ_ENUMS_USING_TO_STRING)
                .build();
        try (InputStream file = type.getResourceAsStream(name)) {
            Object list = new Load(LoadSettings.builder().build()).loadFromInputStream(file);
            return mapper.convertValue(list, mapper.getTypeFactory().constructCollectionType(List.class, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
