package net.ixapi.auth.openapi.compatibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompatibilityCommandTest extends CompatibilityRun {
    @Test
    void sameDocumentIsCompatible() {
        assertThat(run()).isZero();
        assertThat(out)
                .hasToString("%s since 1.0.0 (%s): no change that clients can notice%n"
                        .formatted(document, released.resolve("things-1.0.0.yaml")));
    }

    @Test
    void compatibleChangesAreOneLineEach() throws IOException {
        write(
                document,
                CONTRACT.replace(
                        "/things:",
                        "/more:\n    get: {operationId: getMore, responses: {'204': {description: No.}}}\n  /things:"));
        assertThat(run()).isZero();
        assertThat(out.toString().lines().skip(1))
                .containsExactly("compatible:", "  " + document + ":6 at /paths/~1more/get: operation added (getMore)");
    }

    @Test
    void incompatibleChangeSaysWhereAndWhatToDo() throws IOException {
        write(document, NARROWED);
        assertThat(run()).isEqualTo(1);
        assertThat(out.toString().lines().skip(1))
                .containsExactly(
                        "compatible:",
                        "  " + document
                                + ":20 at /components/schemas/Thing/maxLength: was 9, is 8 (200 response of putThing)",
                        "INCOMPATIBLE:",
                        "  " + document
                                + ":20 at /components/schemas/Thing/maxLength: was 9, is 8 (request body of putThing)",
                        "",
                        "Clients of 1.0.0 may fail. Undo what is incompatible, or",
                        "- raise info.version to 2.0.0 (" + document + ":2), or",
                        "- accept it, with your reason, among the changes in " + accepted + ":",
                        "  - change: '" + CHANGE + "'",
                        "    reason: ");
    }

    @Test
    void newMajorVersionMayBeIncompatible() throws IOException {
        write(document, NARROWED.replace("version: 1.0.0", "version: 2.0.0"));
        assertThat(run()).isZero();
        assertThat(out.toString())
                .contains("incompatible, as the new major version says:")
                .doesNotContain("may fail");
    }

    @Test
    void newMinorVersionMayNot() throws IOException {
        write(document, NARROWED.replace("version: 1.0.0", "version: 1.1.0"));
        assertThat(run()).isEqualTo(1);
    }

    @Test
    void newestReleaseCounts() throws IOException {
        write(released.resolve("things-1.9.0.yaml"), CONTRACT.replace("version: 1.0.0", "version: 1.9.0"));
        write(released.resolve("things-1.10.0.yaml"), NARROWED.replace("version: 1.0.0", "version: 1.10.0"));
        write(document, NARROWED);
        assertThat(run()).isZero();
        assertThat(out.toString()).contains("since 1.10.0");
    }

    @ParameterizedTest
    @MethodSource
    void documentMustBeComparable(String part, String replacement, String message) throws IOException {
        write(document, CONTRACT.replace(part, replacement));
        assertThat(run()).isEqualTo(2);
        assertThat(err).hasToString(document + message + System.lineSeparator());
        assertThat(out.toString()).isEmpty();
    }

    static Stream<Arguments> documentMustBeComparable() {
        return Stream.of(
                arguments(
                        "openapi: 3.0.3",
                        "openapi: 3.1.0",
                        ":1 at /openapi: must be 3.0.x: other versions of OpenAPI are not compared"),
                arguments(
                        "openapi: 3.0.3",
                        "swagger: '2.0'",
                        ":1 at /openapi: must be 3.0.x: other versions of OpenAPI are not compared"),
                arguments(
                        "version: 1.0.0",
                        "version: next",
                        ":2 at /info/version: must be MAJOR.MINOR.PATCH, such as 2.1.0"),
                arguments(
                        "version: 1.0.0",
                        "version: 12345678901.0.0",
                        ":2 at /info/version: must be MAJOR.MINOR.PATCH, such as 2.1.0"),
                arguments(
                        "Number: {type: integer}",
                        "Number: {$ref: 'https://example.org/Thing'}",
                        ":19 at /components/schemas/Number/$ref: leads nowhere in this document: https://example.org/Thing"),
                arguments("paths:", "paths: :", ":4:8: mapping values are not allowed here"));
    }

    /** openapi-diff throws when it looks a security scheme up that is not there. */
    @Test
    void documentThatOpenapiDiffCannotReadIsNamed() throws IOException {
        String secured = CONTRACT.replace("paths:", "security: [{bearer: []}]\npaths:");
        write(released.resolve("things-1.0.0.yaml"), secured);
        write(document, secured.replace("[{bearer: []}]", "[{missing: []}]"));
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .startsWith(document + ": cannot be compared with " + released.resolve("things-1.0.0.yaml") + ": ")
                .contains("security scheme: missing")
                .endsWith(" (the linter may say more)");
    }

    /** Of an error, the JVM would exit with 1, as if something were incompatible. */
    @ParameterizedTest
    @MethodSource
    void failureOfTheComparisonIsOneLine(Runnable failure) {
        PrintWriter broken = new PrintWriter(Writer.nullWriter()) {
            @Override
            public void println(String line) {
                failure.run();
            }
        };
        int code = CompatibilityCommand.commandLine()
                .setOut(broken)
                .setErr(new PrintWriter(err, true))
                .execute("--accepted", accepted.toString(), released.toString(), document.toString());
        assertThat(code).isEqualTo(70);
        assertThat(err.toString().lines())
                .singleElement()
                .asString()
                .matches("The comparison itself failed: java\\.lang\\.\\w+: planned at .*\\. Please report that\\.");
    }

    static Stream<Runnable> failureOfTheComparisonIsOneLine() {
        return Stream.of(
                () -> {
                    throw new IllegalStateException("planned");
                },
                () -> {
                    throw new StackOverflowError("planned");
                });
    }

    @Test
    void missingDocumentIsNamed() {
        document = folder.resolve("none.yaml");
        assertThat(run()).isEqualTo(2);
        assertThat(err).hasToString(document + ": there is no file " + document + System.lineSeparator());
    }

    @Test
    void folderWithoutReleaseIsNamed() throws IOException {
        released = Files.createDirectory(folder.resolve("empty"));
        assertThat(run()).isEqualTo(2);
        assertThat(err).hasToString(released + ": holds no released contract (*.yaml)" + System.lineSeparator());
    }

    @Test
    void releaseRecordedTwiceIsNamed() throws IOException {
        Path again = write(released.resolve("things-1.1.0.yaml"), CONTRACT);
        assertThat(run()).isEqualTo(2);
        assertThat(err)
                .hasToString(again + ":2 at /info/version: is the version of " + released.resolve("things-1.0.0.yaml")
                        + " as well: each release has one file" + System.lineSeparator());
    }

    @Test
    void releaseCanBeOneFile() {
        released = released.resolve("things-1.0.0.yaml");
        assertThat(run()).isZero();
    }

    @Test
    void wrongUsageIsExplained() {
        assertThat(run("--accepted", accepted.toString(), released.toString(), document.toString(), "--strict"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("Unknown option: '--strict'", "Usage: ixapi-auth-compatibility");
    }

    @Test
    void helpNamesTheExitCodes() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString()).contains("RELEASED", "DOCUMENT", "--accepted=FILE", "Exit codes: 0 compatible");
    }

    @Test
    void readmeShowsWhatIsPrinted() throws IOException {
        released = Path.of("released", "ixapi-auth-2.1.0.yaml");
        write(
                document,
                Files.readString(released)
                        .replace("minimum: 100", "minimum: 99")
                        .replace("maxLength: 16", "maxLength: 17"));
        assertThat(run()).isEqualTo(1);
        String printed = out.toString()
                .replace(released.toString(), "openapi/released/ixapi-auth-2.1.0.yaml")
                .replace(document.toString(), "openapi/openapi.yaml")
                .replace(System.lineSeparator(), "\n");
        String shown = printed.substring(0, printed.indexOf("\n\n") + 1);
        assertThat(Files.readString(Path.of("README.md"))).contains("```text\n" + shown + "```\n");
    }
}
