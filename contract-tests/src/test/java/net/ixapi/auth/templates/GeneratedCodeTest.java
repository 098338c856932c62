package net.ixapi.auth.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the build has generated, of the contract and of the stub's admin interface: people read it. */
class GeneratedCodeTest {
    private static final String GENERATED = "target/generated-sources/openapi/src/main/java";

    private static final Pattern QUALIFIED = Pattern.compile(
            "^(?!import |package |module ).*\\b(java|javax|jakarta|com|org|net)(\\.[a-z_]\\w*)+\\.[A-Z]");

    static Stream<Path> generated() throws IOException {
        Stream<Path> files = Stream.of();
        for (String module : List.of("api-model", "client", "server-stub")) {
            files = Stream.concat(files, javaFiles(Path.of("..", module, GENERATED)).stream());
        }
        return files;
    }

    private static List<Path> javaFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("generated")
    void namesWhatItImports(Path file) throws IOException {
        assertThat(Files.readAllLines(file))
                .noneMatch(line -> QUALIFIED.matcher(line).find());
    }

    @ParameterizedTest
    @MethodSource("generated")
    void hasCommentsWithoutEscapedCharacters(Path file) {
        assertThat(file).content().doesNotContain("&#", "&quot;");
    }

    @Test
    void commentsHaveCodeWhereTheDocumentHas() {
        assertThat(Path.of("../client", GENERATED, "net/ixapi/auth/client/AuthApi.java"))
                .content()
                .contains("identified by {@code api_key} and {@code api_secret}.");
    }

    /** It is a library of its own, which users get only with a document that needs it, as the feature "members" does. */
    @ParameterizedTest
    @MethodSource("generated")
    void needsNoJsonNullable(Path file) {
        assertThat(file).content().doesNotContain("JsonNullable");
    }

    @ParameterizedTest
    @ValueSource(strings = {"api-model", "client", "server-stub"})
    void everyPackageIsNullMarked(String module) throws IOException {
        Stream<Path> written = Stream.of(Path.of("..", module, "src/main/java")).filter(Files::exists);
        for (Path root : Stream.concat(written, Stream.of(Path.of("..", module, GENERATED)))
                .toList()) {
            for (Path file : javaFiles(root)) {
                if (!file.getParent().equals(root)) {
                    assertThat(isNullMarked(root.relativize(file.getParent()), module))
                            .as(file.toString())
                            .isTrue();
                }
            }
        }
    }

    private static boolean isNullMarked(Path folder, String module) throws IOException {
        for (String root : List.of("src/main/java", GENERATED)) {
            Path info = Path.of("..", module, root).resolve(folder).resolve("package-info.java");
            if (Files.exists(info)) {
                return Files.readString(info).contains("@NullMarked\npackage ");
            }
        }
        return false;
    }
}
