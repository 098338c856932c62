package net.ixapi.auth.openapi.compatibility;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A run of the command on a released contract, a document that is the same, and an empty list of accepted changes. */
abstract class CompatibilityRun {
    static final String CONTRACT = Documents.withSchema("{type: string, maxLength: 9}");
    static final String NARROWED =
            CONTRACT.replace("Thing: {type: string, maxLength: 9}", "Thing: {type: string, maxLength: 8}");
    static final String CHANGE = "request /components/schemas/Thing/maxLength: was 9, is 8";

    @TempDir
    Path folder;

    Path released;
    Path document;
    Path accepted;
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    @BeforeEach
    void writeFiles() throws IOException {
        released = Files.createDirectory(folder.resolve("released"));
        write(released.resolve("things-1.0.0.yaml"), CONTRACT);
        document = write(folder.resolve("document.yaml"), CONTRACT);
        accepted = write(folder.resolve("accepted.yaml"), "changes: []\n");
    }

    final int run() {
        return run("--accepted", accepted.toString(), released.toString(), document.toString());
    }

    final int run(String... arguments) {
        return CompatibilityCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    static Path write(Path file, String text) throws IOException {
        return Files.writeString(file, text);
    }
}
