package net.ixapi.auth.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.document.Operation;
import net.ixapi.auth.contract.run.ContractCommand;
import org.junit.jupiter.api.Test;

/** What the README claims, compared with what is. Its commands are run by CI. */
class ReadmeTest {
    @Test
    void theSummaryIsTheOneThatTheSuitePrints() {
        StringWriter out = new StringWriter();
        assertThat(ContractCommand.commandLine().setOut(new PrintWriter(out)).execute())
                .isZero();
        assertThat(out.toString()).contains(Readme.blocks("text").get(0));
    }

    @Test
    void theOperationsAreTheDocuments() {
        for (Operation operation : OpenApiDocument.ofTheContract().operations()) {
            assertThat(Readme.text()).contains("| `" + operation.method() + " /api/v2" + operation.path() + "` |");
        }
        assertThat(Readme.text().lines().filter(line -> line.contains("` | `POST /api")))
                .hasSize(OpenApiDocument.ofTheContract().operations().size());
    }

    @Test
    void theDependencyIsTheOneThatIsBuilt() throws Exception {
        String pom = Files.readString(Path.of("../client/pom.xml"));
        String version = pom.substring(pom.indexOf("<version>"), pom.indexOf("</version>"));
        assertThat(Readme.blocks("xml").get(0)).contains("<artifactId>ixapi-auth-client</artifactId>", version);
    }
}
