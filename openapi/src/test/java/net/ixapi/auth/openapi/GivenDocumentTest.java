package net.ixapi.auth.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenDocumentTest {
    @TempDir
    private Path start;

    @Test
    void relativePathStartsWhereMavenDid() {
        GivenDocument document = new GivenDocument(start, Path.of("docs", "api.yaml"));
        assertThat(document.file()).isEqualTo(start.resolve("docs").resolve("api.yaml"));
        assertThat(document.name()).isEqualTo(Path.of("docs", "api.yaml").toString());
    }

    @Test
    void absolutePathBelowIsNamedFromThere() {
        GivenDocument document = new GivenDocument(start, start.resolve("client/../openapi/openapi.yaml"));
        assertThat(document.name()).isEqualTo(Path.of("openapi", "openapi.yaml").toString());
    }

    @Test
    void pathElsewhereIsNamedInFull() {
        Path elsewhere = start.resolveSibling("api.yaml");
        assertThat(new GivenDocument(start, elsewhere).name()).isEqualTo(elsewhere.toString());
        assertThat(new GivenDocument(start, Path.of("..", "api.yaml")).name()).isEqualTo(elsewhere.toString());
    }
}
