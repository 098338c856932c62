package net.ixapi.auth.templates.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.ixapi.auth.openapi.lint.Linter;
import net.ixapi.auth.templates.Compilation;
import net.ixapi.auth.templates.Generation;
import net.ixapi.auth.templates.differential.Differential;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Documents of all supported keywords at random: what is generated of each compiles, and does what the document says. The
 * documents stay in target/random-documents, where the command for another document finds them.
 */
class RandomDocumentsTest {
    private static final Path DOCUMENTS = Path.of("target/random-documents");

    @TempDir
    private Path folder;

    @Test
    void mostAreSupported() throws Exception {
        Path document = folder.resolve("random.yaml");
        int supported = 0;
        for (int seed = 1; seed <= 20; seed++) {
            Files.writeString(document, RandomDocument.of(seed, 4));
            supported += Linter.findings(document).isEmpty() ? 1 : 0;
        }
        assertThat(supported).isGreaterThan(10);
    }

    @Tag("long")
    @Test
    void allAreServedAsTheySay() throws Exception {
        check(
                Long.getLong("documents.seed", 1),
                Integer.getInteger("documents", 10),
                Integer.getInteger("documents.size", 8));
    }

    private void check(long seed, int count, int size) throws Exception {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<Path> served = new ArrayList<>();
        Files.createDirectories(DOCUMENTS);
        for (long one = seed; one < seed + count; one++) {
            Path document = DOCUMENTS.resolve("random" + one + ".yaml");
            Files.writeString(document, RandomDocument.of(one, size));
            List<String> refused = Linter.findings(document);
            if (refused.isEmpty()) {
                Generation.run(document, folder, packageOf(document));
                Generation.copy(document, classes, packageOf(document));
                served.add(document);
            } else if (Boolean.getBoolean("documents.verbose")) {
                refused.forEach(System.out::println);
            }
        }
        String complaints = Compilation.run(folder.resolve("src/main/java"), classes);
        assertThat(complaints).isEmpty();
        List<String> otherwise = new ArrayList<>();
        int requests = 0;
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            for (Path document : served) {
                String name = packageOf(document);
                Differential.Result result =
                        Differential.run(document, classes, loader, name + ".server", name + ".client");
                requests += result.asTheDocumentSays();
                result.otherwise().forEach(found -> otherwise.add(document + ": " + found));
            }
        }
        System.out.println(served.size() + " of " + count + " documents, " + requests + " requests, " + otherwise.size()
                + " otherwise");
        assertThat(otherwise).isEmpty();
        assertThat(served).hasSizeGreaterThan(count / 3);
    }

    private static String packageOf(Path document) {
        return document.getFileName().toString().replace(".yaml", "");
    }
}
