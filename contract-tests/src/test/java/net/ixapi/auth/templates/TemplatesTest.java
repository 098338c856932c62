package net.ixapi.auth.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.ixapi.auth.client.runtime.HttpTransport;
import net.ixapi.auth.server.runtime.JavalinApi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each folder of {@code src/test/templates} is a feature of the templates: a small document, and a scenario that is compiled
 * with what is generated from it and then driven over HTTP.
 */
class TemplatesTest {
    private static final Path FEATURES = Path.of("src/test/templates");

    @TempDir
    private Path folder;

    static Stream<String> features() throws IOException {
        try (Stream<Path> folders = Files.list(FEATURES)) {
            return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
        }
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("features")
    void generatedCodeCompilesAndServes(String feature) throws Exception {
        generateCompileAndDrive(feature);
    }

    /** For CI, which has no time for all of them. */
    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = "members")
    void generatedCodeOfOneFeatureCompilesAndServes(String feature) throws Exception {
        generateCompileAndDrive(feature);
    }

    private void generateCompileAndDrive(String feature) throws Exception {
        Path document = FEATURES.resolve(feature).resolve("openapi.yaml");
        Path sources = Generation.run(document, folder);
        Files.copy(FEATURES.resolve(feature).resolve("FeatureScenario.java"), sources.resolve("FeatureScenario.java"));
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Generation.copy(document, classes);

        assertThat(Compilation.run(sources, classes)).isEmpty();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            drive((Scenario)
                    loader.loadClass("FeatureScenario").getDeclaredConstructor().newInstance());
        }
    }

    private static void drive(Scenario scenario) {
        Javalin server =
                Javalin.create(config -> JavalinApi.install(config, "/base", scenario.routes(), new PlainProblems()));
        server.start("127.0.0.1", 0);
        URI baseUri = URI.create("http://127.0.0.1:" + server.port() + "/base");
        try (HttpTransport client = HttpTransport.to(baseUri)) {
            scenario.run(client, new RawHttp(baseUri));
        } finally {
            server.stop();
        }
    }
}
