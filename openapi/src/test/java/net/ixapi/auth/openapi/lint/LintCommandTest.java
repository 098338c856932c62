package net.ixapi.auth.openapi.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.ixapi.auth.openapi.document.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LintCommandTest {
    private static final Sample SUPPORTED = Sample.of("supported.yaml");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void theContractKeepsAllRules() {
        assertThat(run("--house-rules", "openapi.yaml")).isZero();
        assertThat(out.toString()).matches("openapi\\.yaml: \\d+ operations, \\d+ schemas, no findings\\R");
    }

    @Test
    void findingsAreListedWithTheNumberOfThem() throws IOException {
        String file = write(
                "a.yaml", SUPPORTED.without("      operationId: listThings\n").text());
        assertThat(run(file)).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        file + ":7 at /paths/~1things/get: has no operationId",
                        file + ": 3 operations, 1 schema, 1 finding");
    }

    @Test
    void aTimeoutMayBeLongerThanMillisecondsCanBeCounted() throws IOException {
        assertThat(run("--timeout=9999999999999h", write("a.yaml", SUPPORTED.text())))
                .isZero();
    }

    @Test
    void otherDocumentsNeedNotKeepTheHouseRules() throws IOException {
        String file = write("a.yaml", SUPPORTED.text());
        assertThat(run(file)).isZero();
        assertThat(run("--house-rules=false", file)).isZero();
        assertThat(run("--house-rules", file)).isEqualTo(1);
        assertThat(out.toString()).contains(file + ":7 at /paths/~1things/get: has no tag");
    }

    @Test
    void allFilesAreChecked() throws IOException {
        String good = write("good.yaml", SUPPORTED.text());
        String broken = write("broken.yaml", "openapi: 3.0.3: x");
        assertThat(run(broken, folder.resolve("none.yaml").toString(), good)).isEqualTo(1);
        assertThat(out.toString().lines())
                .containsExactly(
                        broken + ":1:15: mapping values are not allowed here",
                        folder.resolve("none.yaml") + ": there is no file " + folder.resolve("none.yaml"),
                        good + ": 3 operations, 1 schema, no findings");
    }

    @ParameterizedTest
    @CsvSource({
        "'',Missing required parameter: 'FILE'",
        "--nonsense a.yaml,Unknown option: '--nonsense'",
        "--timeout soon a.yaml,Invalid value for option '--timeout': 'soon' is not a duration such as 5s or 1m"
    })
    void wrongUsageIsExplained(String arguments, String message) {
        assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" ")))
                .isEqualTo(2);
        assertThat(err.toString()).startsWith(message).contains("Usage: ixapi-auth-lint");
    }

    @Test
    void helpNamesOptionsAndExitCodes() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("FILE...", "--house-rules", "--timeout=DURATION", "Exit codes: 0 no findings, 1 ");
    }

    @Test
    void whatTakesTooLongIsGivenUp() throws IOException {
        // Each schema has the next one twice, so that a validator visits the last one 2^18 times.
        String schemas = IntStream.range(0, 18)
                .mapToObj(i ->
                        "    A%d: {allOf: [&r%d {$ref: '#/components/schemas/A%d'}, *r%d]}\n".formatted(i, i, i + 1, i))
                .collect(Collectors.joining());
        String file = write(
                "slow.yaml",
                "openapi: 3.0.3\ncomponents:\n  schemas:\n" + schemas + "    A18: {type: string}\n"
                        + "    B: {$ref: '#/components/schemas/A0', example: 1}\n");
        assertThat(run("--house-rules", "--timeout=PT0.01S", file)).isEqualTo(1);
        assertThat(out.toString())
                .isEqualToIgnoringNewLines(
                        file + ": was not checked within PT0.01S: are its patterns and references simple?");
    }

    /** The JVM would exit with 1, as if there were findings. */
    @Test
    void anErrorIsNotAFinding() throws IOException {
        PrintWriter broken = new PrintWriter(out) {
            @Override
            public void println(Object line) {
                throw new NoClassDefFoundError("planned");
            }
        };
        int code = LintCommand.commandLine()
                .setOut(broken)
                .setErr(new PrintWriter(err, true))
                .execute(write("a.yaml", "[]"));
        assertThat(code).isEqualTo(70);
        assertThat(err.toString())
                .startsWith("The linter itself failed: java.lang.NoClassDefFoundError: planned at ")
                .endsWith(". Please report that." + System.lineSeparator());
    }

    @Test
    void filesAreNamedFromTheWorkingDirectory() {
        Path here = Path.of("").toAbsolutePath();
        assertThat(Document.name(here.resolve("client/../openapi/openapi.yaml")))
                .isEqualTo(Path.of("openapi", "openapi.yaml").toString());
        assertThat(Document.name(Path.of("docs", "api.yaml")))
                .isEqualTo(Path.of("docs", "api.yaml").toString());
        Path elsewhere = here.resolveSibling("api.yaml");
        assertThat(Document.name(elsewhere)).isEqualTo(elsewhere.toString());
        assertThat(Document.name(Path.of("..", "api.yaml"))).isEqualTo(elsewhere.toString());
    }

    private int run(String... arguments) {
        return LintCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
