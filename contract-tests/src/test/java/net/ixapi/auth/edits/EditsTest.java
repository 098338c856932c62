package net.ixapi.auth.edits;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What becomes of the edits that people make to the contract: each passes with no other edit, or fails where somebody has to
 * decide. The linter and the gate have tests of their own with the same edits.
 */
@Tag("long")
class EditsTest {
    @TempDir
    private Path folder;

    /** Those that the linter takes; CI chooses some of them by their names. */
    static List<Edit> edits() {
        String chosen = System.getProperty("edits", ".*");
        return Edit.all()
                .filter(edit -> edit.expected("linter").isEmpty())
                .filter(edit -> edit.toString().matches(chosen))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void theCompilerOrTheSuiteSaysWhatToDo(Edit edit) throws Exception {
        EditedProject project =
                EditedProject.generate(Files.writeString(folder.resolve("openapi.yaml"), edit.contract()), folder);
        String complaints = project.compile();
        if (!edit.expected("compiler").isEmpty()) {
            assertThat(complaints).contains(edit.expected("compiler"));
            return;
        }
        assertThat(complaints).isEmpty();
        EditedProject.Outcome outcome = project.suite();
        String wanted = edit.expected("suite");
        assertThat(outcome.out()).contains(wanted.isEmpty() ? "The server keeps the contract." : wanted);
        assertThat(outcome.code() == 0).isEqualTo(wanted.isEmpty());
    }
}
