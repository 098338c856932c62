package net.ixapi.auth.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.ixapi.auth.model.AuthToken;
import org.junit.jupiter.api.Test;

/** What the jar of the models tells GraalVM: a native image keeps every model whole. */
class NativeImageTest {
    private static final String METADATA = "/META-INF/native-image/net.ixapi/ixapi-auth-model/reflect-config.json";

    private static final String PACKAGE = AuthToken.class.getPackageName();

    @Test
    void everyModelIsKeptWithAllItsMembers() throws IOException {
        JsonNode kept = metadata();

        assertThat(kept.findValuesAsText("name")).containsExactlyInAnyOrderElementsOf(models());
        assertThat(kept)
                .allSatisfy(model -> assertThat(model)
                        .allSatisfy(member -> assertThat(member.isTextual() || member.asBoolean())
                                .isTrue())
                        .hasSize(4));
    }

    private static JsonNode metadata() throws IOException {
        try (InputStream metadata = AuthToken.class.getResourceAsStream(METADATA)) {
            return new ObjectMapper().readTree(metadata);
        }
    }

    private static List<String> models() throws IOException {
        Path classes = Path.of("../api-model/target/classes").resolve(PACKAGE.replace('.', '/'));
        try (Stream<Path> files = Files.list(classes)) {
            return files.map(file ->
                            PACKAGE + "." + file.getFileName().toString().replace(".class", ""))
                    .filter(name -> !name.endsWith("package-info"))
                    .toList();
        }
    }
}
