package net.ixapi.auth.templates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateFilesTest {
    private static final Path TEMPLATES = Path.of("../openapi/templates");

    static Stream<Path> templates() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".mustache")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void eachSaysAtItsTopWhyItExists(Path template) {
        assertThat(template).content().startsWith("{{! Why: ");
    }

    /** The generator reads partials from one folder only, so these stand in several. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "header.mustache",
                "generatedAnnotation.mustache",
                "parameters.mustache",
                "bounds.mustache",
                "typeLink.mustache",
                "apiPackageInfo.mustache",
                "invokerPackageInfo.mustache"
            })
    void copiesAreAlike(String name) throws IOException {
        List<Path> copies =
                templates().filter(template -> template.endsWith(name)).toList();
        assertThat(copies).hasSizeGreaterThan(1);
        assertThat(copies.stream().map(TemplateFilesTest::content).distinct()).hasSize(1);
    }

    @Tag("long")
    @Test
    void twoRunsGiveTheSameBytes(@TempDir Path first, @TempDir Path second) throws IOException {
        Path document = Path.of("../openapi/openapi.yaml");
        assertThat(contents(Generation.run(document, first)))
                .isEqualTo(contents(Generation.run(document, second)))
                .isNotEmpty();
    }

    @Tag("long")
    @Test
    void aMultipartBodyDoesNotCompileAndSaysWhy(@TempDir Path folder) throws IOException {
        Path document = folder.resolve("openapi.yaml");
        Files.writeString(document, """
                openapi: 3.0.3
                info: {title: Upload, version: '1'}
                paths:
                  /files:
                    post:
                      operationId: file_create
                      requestBody:
                        content:
                          multipart/form-data: {schema: {type: object, properties: {file: {type: string, format: binary}}}}
                      responses:
                        '204': {description: Stored}
                """);
        Path sources = Generation.run(document, folder);
        assertThat(Compilation.run(sources, Files.createDirectory(folder.resolve("classes"))))
                .contains(
                        "#error POST /files has a form or multipart body, which the templates do not support: use JSON.");
    }

    private static String contents(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(file -> folder.relativize(file) + "\n" + content(file))
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
