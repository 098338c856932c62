package net.ixapi.auth.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.templates.Compilation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference that is published beside the client: each of its examples is a class that compiles as it stands there. */
class GeneratedDocsTest {
    private static final Path PAGE = Path.of("../client/target/generated-sources/openapi/docs/AuthApi.md");

    private static final Path MODELS = Path.of("../api-model/target/generated-sources/openapi/docs");

    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");

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

    @Test
    void everyLinkLeadsToAPage() throws IOException {
        List<String> pages = LINK.matcher(Files.readString(PAGE))
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(pages)
                .contains("AuthTokenRequest.md", "AuthToken.md", "ValidationProblem.md", "AuthenticationProblem.md")
                .allSatisfy(page -> assertThat(PAGE.resolveSibling(page)).exists());
    }

    @Test
    void eachStatusNamesTheExceptionThatItIsThrownAs() {
        assertThat(PAGE).content().contains("| `BadRequestException`, with `problem(ValidationProblem.class)` |");
        assertThat(PAGE).content().contains("| `UnauthorizedException`, with `problem(AuthenticationProblem.class)` |");
    }

    @Test
    void equalBoundsAreOne() {
        assertThat(MODELS.resolve("AuthTokenRequest.md"))
                .content()
                .contains("exactly 16 characters", "exactly 86 characters")
                .doesNotContain("at least");
    }

    private static String className(String example) {
        return example.replaceFirst("(?s).*public class (\\w+).*", "$1");
    }
}
