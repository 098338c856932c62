package net.ixapi.auth.readme;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.run.ContractCommand;
import net.ixapi.auth.openapi.lint.LintCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the READMEs claim, compared with what is. Their commands are run by CI. */
class ReadmeTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]*)(#[^)]*)?\\)");

    @Test
    void theFirstFitsOnOnePage() {
        assertThat(Readme.PROJECT.text().lines()).hasSizeLessThanOrEqualTo(160);
        assertThat(Readme.PROJECT.text().getBytes(UTF_8)).hasSizeLessThanOrEqualTo(9_000);
    }

    /** Each block of Java is run by a test in this package, the client's recipes by its RecipesTest; a new one must get its own. */
    @Test
    void everyBlockOfJavaIsRun() {
        assertThat(Stream.of(Readme.values())
                        .map(readme -> readme.blocks("java").size()))
                .containsExactly(0, 0, 9, 1, 1, 0);
    }

    @ParameterizedTest
    @EnumSource
    void everyLinkLeadsSomewhere(Readme readme) throws IOException {
        for (MatchResult link : LINK.matcher(readme.text()).results().toList()) {
            Path target = readme.file().resolveSibling(link.group(1)).normalize();
            assertThat(target).exists();
            if (target.toString().endsWith(".png")) {
                assertThat(Files.size(target)).isLessThan(150_000);
            }
            if (link.group(2) != null) {
                assertThat(headings(target)).contains(link.group(2).substring(1));
            }
        }
    }

    /** Where times differ by chance, as on a busy machine, five more log-ins tell whether they always do, four times at most. */
    @Test
    void theSummaryIsTheOneThatTheSuitePrints() {
        StringWriter out = new StringWriter();
        assertThat(ContractCommand.commandLine().setOut(new PrintWriter(out)).execute())
                .isZero();
        assertThat(out.toString())
                .containsAnyOf(IntStream.rangeClosed(0, 4)
                        .mapToObj(ReadmeTest::summary)
                        .toArray(String[]::new));
    }

    /** After so many times five more log-ins, one of which succeeds. */
    private static String summary(int times) {
        return Pattern.compile("(?<=/auth/token    201: )(\\d+)( x .* 401: )(\\d+)")
                .matcher(Readme.PROJECT.blocks("text").get(0))
                .replaceFirst(counts -> Integer.parseInt(counts.group(1))
                        + times
                        + counts.group(2)
                        + (Integer.parseInt(counts.group(3)) + 4 * times));
    }

    @Test
    void theFindingIsTheLinters(@TempDir Path folder) throws Exception {
        String document = Files.readString(Path.of("../openapi/openapi.yaml"));
        Path copied = folder.resolve("openapi.yaml");
        Files.writeString(copied, document.replace("auth_token_refresh", "auth_token_create"));

        StringWriter out = new StringWriter();
        assertThat(LintCommand.commandLine().setOut(new PrintWriter(out)).execute(copied.toString()))
                .isEqualTo(1);
        assertThat(out.toString().replace(copied.toString(), "openapi/openapi.yaml"))
                .isEqualTo(Readme.PROJECT.blocks("text").get(2));
    }

    @Test
    void theOperationsAreTheDocuments() {
        for (Operation operation : OpenApiDocument.ofTheContract().operations()) {
            assertThat(Readme.CONTRACT.text())
                    .contains("| `" + operation.method() + " /api/v2" + operation.path() + "` |");
        }
        assertThat(Readme.CONTRACT.text().lines().filter(line -> line.contains("` | `POST /api")))
                .hasSize(OpenApiDocument.ofTheContract().operations().size());
    }

    @Test
    void theDependencyIsTheOneThatIsBuilt() throws Exception {
        String pom = Files.readString(Path.of("../client/pom.xml"));
        String version = pom.substring(pom.indexOf("<version>"), pom.indexOf("</version>"));
        assertThat(Readme.CLIENT.blocks("xml").get(0)).contains("<artifactId>ixapi-auth-client</artifactId>", version);
    }

    /** As GitHub names them in links. */
    private static Stream<String> headings(Path page) throws IOException {
        return Files.readAllLines(page).stream()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'));
    }
}
