package net.ixapi.auth.contract.run;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Route;

/** The contract with something else in it. */
final class Changed {
    private final String yaml;

    private Changed(String yaml) {
        this.yaml = yaml;
    }

    static Changed nothing() {
        try (InputStream contract = OpenApiDocument.class.getResourceAsStream("/META-INF/openapi/openapi.yaml")) {
            return new Changed(new String(contract.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Changed replacing(String old, String replacement) {
        return nothing().and(old, replacement);
    }

    Changed and(String old, String replacement) {
        if (!yaml.contains(old)) {
            throw new IllegalArgumentException("The contract does not have " + old);
        }
        return new Changed(yaml.replace(old, replacement));
    }

    static Changed withoutRefresh() {
        return new Changed(nothing().yaml.replaceFirst("(?s)  /auth/refresh:.*?(?=\ncomponents:)", ""));
    }

    static Changed withAnotherOperation() {
        return replacing("components:\n", """
                  /auth/revoke:
                    post:
                      operationId: auth_token_revoke
                      requestBody:
                        content:
                          application/json:
                            schema:
                              type: object
                              required: [token_id]
                              properties:
                                token_id: { type: string, minLength: 3, maxLength: 9 }
                            example: { token_id: abcdef }
                      responses:
                        '204': { description: Done }
                        '400':
                          $ref: '#/components/responses/ValidationError'
                components:
                """);
    }

    ContractRun run(Path folder, Options options, EmbeddedStub stub) throws IOException {
        Path file = Files.writeString(folder.resolve("openapi.yaml"), yaml);
        return new ContractRun(OpenApiDocument.read(file), options, Route.DIRECT, check -> {})
                .by(stub.clock(), stub::advance);
    }
}
