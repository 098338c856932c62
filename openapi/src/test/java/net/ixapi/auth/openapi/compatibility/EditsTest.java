package net.ixapi.auth.openapi.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import net.ixapi.auth.openapi.document.Document;
import net.ixapi.auth.openapi.document.Place;
import net.ixapi.auth.openapi.lint.LintCommand;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What the linter and the gate say of the edits that people make to the contract. The suite tries the same edits. */
class EditsTest {
    private static final Path EDITS = Path.of("src/test/edits/edits.yaml");

    @TempDir
    private Path folder;

    static List<Arguments> edits() {
        return Document.read(EDITS, EDITS.toString()).root().items().stream()
                .map(edit -> Arguments.of(edit.property("name").text(), edit))
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void theLinterSaysWhatToDo(String name, Place edit) throws IOException {
        String wanted = edit.property("linter").text();
        String said = output(LintCommand.commandLine(), wanted.isEmpty() ? 0 : 1, "--house-rules", edited(edit));

        assertThat(said).contains(wanted).matches("(?s).*, \\w+ findings?\\s+");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("edits")
    void theGateSaysWhetherClientsBreak(String name, Place edit) throws IOException {
        String wanted = edit.property("gate").text();
        String said = output(
                CompatibilityCommand.commandLine(),
                wanted.isEmpty() ? 0 : 1,
                "--accepted=accepted-changes.yaml",
                "released",
                edited(edit));

        assertThat(said).contains(wanted).contains(wanted.isEmpty() ? "" : "accept it, with your reason");
    }

    private String edited(Place edit) throws IOException {
        String contract = Files.readString(Path.of("openapi.yaml"));
        for (Place change : edit.property("changes").items()) {
            String old =
                    change.property("after").text() + change.property("replace").text();
            assertThat(contract.split(Pattern.quote(old), -1)).as(old).hasSize(2);
            String text = change.property("after").text()
                    + change.property("insert").text()
                    + change.property("by").text();
            contract = contract.replace(old, text);
        }
        return Files.writeString(folder.resolve("openapi.yaml"), contract).toString();
    }

    private static String output(CommandLine command, int code, String... arguments) {
        StringWriter out = new StringWriter();
        command.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(out, true));
        int ended = command.execute(arguments);
        assertThat(ended).as(out.toString()).isEqualTo(code);
        return out.toString();
    }
}
