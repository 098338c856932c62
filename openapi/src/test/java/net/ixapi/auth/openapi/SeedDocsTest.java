package net.ixapi.auth.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract was made from one interface description, {@code seed/AuthApi.md}, that release 7.8.0 of the generator once wrote for
 * Python. The same release still makes the same description of it, byte for byte.
 *
 * <p>The default build leaves this test out, {@code -Plong} runs it: a contract that has moved on, by a new operation say, no
 * longer matches the seed, on purpose, and this test then goes.
 */
@Tag("long")
class SeedDocsTest {
    @TempDir
    private Path folder;

    @Test
    void contractStillMakesTheSeed() throws Exception {
        generate(folder);
        assertThat(text(folder.resolve("docs/AuthApi.md"))).isEqualTo(text(resource("/seed/AuthApi.md")));
    }

    /** In a JVM of its own: this release of the generator and its libraries are on nobody's class path. */
    private static void generate(Path output) throws IOException, InterruptedException, URISyntaxException {
        Path log = output.resolve("generator.log");
        Process generator = new ProcessBuilder(command(output))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = generator.waitFor(2, TimeUnit.MINUTES);
        generator.destroyForcibly();
        assertThat(ended && generator.exitValue() == 0).as(() -> text(log)).isTrue();
    }

    private static List<String> command(Path output) throws URISyntaxException {
        Path jar = Path.of("target/tools/openapi-generator-cli.jar");
        assertThat(jar).as("the generator, which -Plong puts there").exists();
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                jar.toString(),
                "generate",
                "-g",
                "python",
                "-i",
                Contract.file().toString(),
                "-o",
                output.toString());
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(SeedDocsTest.class.getResource(name).toURI());
    }

    /** Latin-1 makes one character of each byte: texts are equal if, and only if, the bytes are. */
    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
