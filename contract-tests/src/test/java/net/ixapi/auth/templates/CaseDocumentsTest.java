package net.ixapi.auth.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.lint.Linter;
import net.ixapi.auth.templates.differential.Differential;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Documents that generated code was once wrong about. Each is served as it says, or refused by the linter; the parts that are
 * supported of one that is refused stand in another.
 */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseDocumentsTest {
    private static final Path DOCUMENTS = Path.of("src/test/cases");

    private Path classes;

    /** The documents of the features too, and that of the stub's admin interface. */
    static List<Path> served() throws IOException {
        try (Stream<Path> features = Files.list(Path.of("src/test/templates"))) {
            return Stream.of(
                            documents("served").stream(),
                            features.map(feature -> feature.resolve("openapi.yaml"))
                                    .sorted(),
                            Stream.of(Path.of("../server-stub/src/main/openapi/admin.yaml")))
                    .flatMap(documents -> documents)
                    .toList();
        }
    }

    static List<Path> refused() throws IOException {
        return documents("refused");
    }

    private static List<Path> documents(String kind) throws IOException {
        try (Stream<Path> files = Files.list(DOCUMENTS.resolve(kind))) {
            return files.sorted().toList();
        }
    }

    private static String packageOf(Path document) {
        return "case_" + document.toString().replaceAll("\\W", "_");
    }

    /** All at once, since a compiler takes longest to start. */
    @BeforeAll
    void compile(@TempDir Path folder) throws IOException {
        classes = Files.createDirectory(folder.resolve("classes"));
        for (Path document : served()) {
            Generation.run(withoutOwnTypes(document, folder), folder, packageOf(document));
            Generation.copy(document, classes, packageOf(document));
        }
        assertThat(Compilation.run(folder.resolve("src/main/java"), classes)).isEmpty();
    }

    /** The stub's models implement a type of the stub, which knows them by their package. */
    private static Path withoutOwnTypes(Path document, Path folder) throws IOException {
        String text = Files.readString(document).replaceAll("(?m)^ *x-implements:.*\n", "");
        return Files.writeString(folder.resolve(packageOf(document) + ".yaml"), text);
    }

    @ParameterizedTest
    @MethodSource("served")
    void isServedAsItSays(Path document) throws Exception {
        assertThat(Linter.findings(document)).isEmpty();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            String name = packageOf(document);
            Differential.Result result =
                    Differential.run(document, classes, loader, name + ".server", name + ".client");
            assertThat(result.otherwise()).as(result.toString()).isEmpty();
            assertThat(result.asTheDocumentSays()).isPositive();
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void isRefusedWithFileAndLine(Path document) {
        assertThat(Linter.findings(document))
                .isNotEmpty()
                .allMatch(finding -> finding.matches("src/test/cases/refused/[a-z]+\\.yaml:\\d+ at /.*: .*"));
    }
}
