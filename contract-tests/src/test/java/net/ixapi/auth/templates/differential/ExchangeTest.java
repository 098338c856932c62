package net.ixapi.auth.templates.differential;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import net.ixapi.auth.openapi.document.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExchangeTest {
    @Test
    void eachMediaTypeOfABodyIsSent(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("document.yaml"), """
                openapi: 3.0.3
                paths:
                  /a:
                    get: {operationId: read, responses: {'204': {description: No body.}}}
                    post:
                      operationId: send
                      requestBody:
                        content:
                          application/json: {schema: {type: object}}
                          application/merge-patch+json: {schema: {type: object}}
                """);
        Document document = Document.read(file, "document.yaml");
        assertThat(document.operations().stream()
                        .flatMap(operation -> Exchange.of(document, operation).stream())
                        .map(Exchange::id))
                .containsExactly("read", "send application/json", "send application/merge-patch+json");
    }
}
