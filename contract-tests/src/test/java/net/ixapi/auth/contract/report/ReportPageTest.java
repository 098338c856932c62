package net.ixapi.auth.contract.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static net.ixapi.auth.contract.broken.Behaviour.answers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import net.ixapi.auth.contract.broken.BrokenServer;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.run.ContractRun;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Response;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page, looked at in a browser. Its pictures stay in {@code target/report-page}. */
@Tag("long")
class ReportPageTest {
    private static final Path PICTURES = Path.of("target", "report-page");

    @TempDir
    private static Path folder;

    private static Browser browser;

    @BeforeAll
    static void requireBrowser() {
        Optional<Browser> found = Browser.find(folder.resolve("profile"));
        assumeTrue(found.isPresent(), "There is no chromium on the PATH: the page is not looked at");
        browser = found.get();
    }

    @Test
    void aServerThatBreaksTheContract() throws Exception {
        Path page = written("broken", brokenRun());

        assertThat(browser.dump(page))
                .contains("<h1>The server does not keep the contract.</h1>")
                .contains(
                        "POST /auth/token, POST /auth/refresh: unexpected 200, expected 201",
                        "#check-documented-status")
                .contains("<details open", "AUTH-RESPONSE-001")
                .contains("&lt;script&gt;document.title='hacked'&lt;/script&gt;")
                .doesNotContain("<script", "<title>hacked");
        assertHeader(browser.screenshot(page, PICTURES.resolve("broken.png"), 2_400), new Color(0xa6232b));
    }

    @Test
    void aServerThatKeepsTheContract() throws Exception {
        Report report;
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            report = ContractRun.of(stub, Options.DEFAULT);
        }
        Path page = written("conformant", report);

        assertThat(browser.dump(page))
                .contains("<h1>The server keeps the contract.</h1>", "Nothing is wrong with what was seen.");
        assertHeader(browser.screenshot(page, PICTURES.resolve("conformant.png"), 2_400), new Color(0x176b39));
    }

    private static Report brokenRun() throws Exception {
        try (EmbeddedStub stub = EmbeddedStub.start();
                BrokenServer server = new BrokenServer(stub.target(), answers(ReportPageTest::spoiled))) {
            return server.run(stub, Options.DEFAULT);
        }
    }

    private static Response spoiled(Response response) {
        String text = response.text()
                .replaceFirst("\"title\":\"[^\"]*\"", "\"title\":\"<script>document.title='hacked'</script>\"")
                .replace("\"status\":401", "\"status\":403");
        return new Response(
                response.status() == 201 ? 200 : response.status(), response.headers(), text.getBytes(UTF_8));
    }

    private static Path written(String name, Report report) throws Exception {
        Path place = folder.resolve(name);
        ReportFiles.write(report, place);
        return place.resolve("index.html");
    }

    /** The verdict's colour from edge to edge at the top, and something below it that is not all the same. */
    private static void assertHeader(BufferedImage picture, Color colour) {
        assertThat(picture.getRGB(2, 2)).isEqualTo(colour.getRGB());
        assertThat(picture.getRGB(picture.getWidth() - 3, 2)).isEqualTo(colour.getRGB());
        assertThat(IntStream.range(0, picture.getHeight())
                        .map(y -> picture.getRGB(picture.getWidth() / 4, y))
                        .distinct()
                        .count())
                .isGreaterThan(10);
    }
}
