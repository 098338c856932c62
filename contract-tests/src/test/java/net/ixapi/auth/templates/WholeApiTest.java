package net.ixapi.auth.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client of the whole API beside the session. Its document is not ours to distribute. */
@Tag("long")
class WholeApiTest {
    private static final Path DOCUMENT = Path.of(Optional.ofNullable(System.getenv("IXAPI_UPSTREAM_DOCUMENT"))
            .orElse("../../shared/contract/ix-api-2.1.0.json"));

    @Test
    void aProgramListsCreatesAndPatchesWithTheSessionsToken(@TempDir Path folder) throws Exception {
        assumeThat(DOCUMENT)
                .as("the document of IX-API 2.1.0; IXAPI_UPSTREAM_DOCUMENT says where it is")
                .exists();
        Path sources = Generation.run(DOCUMENT, folder, "upstream");
        Files.copy(Path.of("src/test/whole-api/AccountsProgram.java"), sources.resolve("AccountsProgram.java"));
        Path classes = Files.createDirectory(folder.resolve("classes"));
        Generation.copy(DOCUMENT, classes, "upstream");

        assertThat(Compilation.run(sources, classes)).isEmpty();
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            Callable<?> program = (Callable<?>)
                    loader.loadClass("AccountsProgram").getDeclaredConstructor().newInstance();
            assertThat(program.call())
                    .isEqualTo(List.of(
                            "NOC lists [a,b, c]",
                            "listed first",
                            "created NOC at /api/v2/accounts/1",
                            "external_ref is JsonNullable[null], legal_name is JsonNullable.undefined",
                            "patched to null"));
        }
    }
}
