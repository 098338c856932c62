package net.ixapi.auth.contract.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import net.ixapi.auth.contract.broken.BrokenServer;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Makes the README's picture of a report; with {@code -Dpictures=.} in the place from where the README shows it. */
@Tag("long")
class ReportPictureTest {
    private static final Path PICTURE = Path.of(System.getProperty("pictures", "target"), "report.png");
    private static final String SECRET = EmbeddedStub.API_SECRET;

    @TempDir
    private Path folder;

    @Test
    void showsAViolationWithItsProof() throws Exception {
        Optional<Browser> browser = Browser.find(folder.resolve("profile"));
        assumeTrue(browser.isPresent(), "There is no chromium on the PATH: no picture is made");
        Path page = writeReport();

        assertThat(browser.get().dump(page)).contains("<details open", "curl ").doesNotContain(SECRET.substring(0, 72));
        browser.get().screenshot(page, PICTURE, 920);
        assertThat(PICTURE).satisfies(picture -> assertThat(Files.size(picture)).isLessThan(150_000));
    }

    /** Of a server that compares only the first 72 bytes of a secret, as bcrypt does. */
    private Path writeReport() throws Exception {
        try (EmbeddedStub stub = EmbeddedStub.start();
                BrokenServer server = new BrokenServer(
                        stub.target(),
                        (request, good) -> good.apply(request.withBody(
                                request.body().replaceAll(SECRET.substring(0, 72) + "[^\"]{14}\"", SECRET + "\""))))) {
            ReportFiles.write(server.run(stub, Options.DEFAULT), folder);
        }
        return folder.resolve("index.html");
    }
}
