package net.ixapi.auth.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits in a copy of the project, and what its build makes of them. The other tests of edits do the same without Maven. */
@Tag("long")
class EditedBuildTest {
    private static final Set<String> NOT_COPIED = Set.of("target", ".git");

    @TempDir
    private Path folder;

    /** Not mvn install: the edited project would replace the real one in the local repository. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "an optional choice|BUILD SUCCESS|changes: 0 incompatible, 1 compatible",
                "a renamed operation|BUILD FAILURE|cannot find symbol",
                "a bound of a token|BUILD FAILURE|accept it, with your reason",
            })
    void theBuildSaysWhatToDo(String edit, String end, String message) throws Exception {
        copyProject();
        Files.writeString(
                folder.resolve("openapi/openapi.yaml"), Edit.named(edit).contract());
        Path log = folder.resolve("build.log");
        Process build = new ProcessBuilder("mvn", "-B", "-o", "verify", "-DskipTests")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            assertThat(build.waitFor(9, TimeUnit.MINUTES)).isTrue();
        } finally {
            build.destroyForcibly();
        }

        assertThat(log).content().contains(end).contains(message);
    }

    private void copyProject() throws IOException {
        Path project = Path.of("..").toRealPath();
        Files.walkFileTree(project, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path from, BasicFileAttributes attributes) throws IOException {
                if (NOT_COPIED.contains(from.getFileName().toString())) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                Files.createDirectories(folder.resolve(project.relativize(from).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path from, BasicFileAttributes attributes) throws IOException {
                Files.copy(from, folder.resolve(project.relativize(from).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
