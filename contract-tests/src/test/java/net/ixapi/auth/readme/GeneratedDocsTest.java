package net.ixapi.auth.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.templates.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference that is published beside the client: each of its examples is a class that compiles as it stands there. */
class GeneratedDocsTest {
    private static final Path PAGE = Path.of("../client/target/generated-sources/openapi/docs/AuthApi.md");

    @Test
    void everyOperationHasAnExampleThatCompiles(@TempDir Path folder) throws IOException {
        List<String> examples = Readme.blocks(Files.readString(PAGE), "java");
        Path sources = Files.createDirectory(folder.resolve("sources"));
        for (String example : examples) {
            Files.writeString(sources.resolve(className(example) + ".java"), example);
        }

        assertThat(Compilation.run(sources, Files.createDirectory(folder.resolve("classes"))))
                .isEmpty();
        assertThat(examples)
                .hasSameSizeAs(OpenApiDocument.ofTheContract().operations())
                .allSatisfy(example -> assertThat(example).contains("public static void main"));
    }

    @Test
    void everyOperationIsThere() throws IOException {
        for (Operation operation : OpenApiDocument.ofTheContract().operations()) {
            assertThat(PAGE).content().contains("`" + operation.method() + " " + operation.path() + "`");
        }
    }

    private static String className(String example) {
        return example.replaceFirst("(?s).*public class (\\w+).*", "$1");
    }
}
