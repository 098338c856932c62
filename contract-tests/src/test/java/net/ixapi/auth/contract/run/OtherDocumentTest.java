package net.ixapi.auth.contract.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import net.ixapi.auth.contract.broken.Behaviour;
import net.ixapi.auth.contract.broken.BrokenServer;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.RunResult;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Limits;
import net.ixapi.auth.contract.wire.Response;
import net.ixapi.auth.openapi.document.PlainJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client was generated from the contract. A run against another document must not call that a fault. */
class OtherDocumentTest {
    private static final Options GENERATED_CLIENT =
            new Options(Limits.DEFAULT, Duration.ZERO, Set.of("generated-client"), Set.of(), 1);

    @TempDir
    private Path folder;

    @Test
    void anOperationThatTheClientDoesNotHaveIsNamed() throws Exception {
        Report report = againstTheStub(Changed.withAnotherOperation());

        assertThat(report.run().generatedClient().summary())
                .isEqualTo("2 operations, 6 of 6 documented responses, all typed and valid;"
                        + " not in the generated client: POST /auth/revoke");
        assertThat(report.run().generatedClient().faults()).isEmpty();
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void aResponseWithAPropertyThatTheModelLacksIsNamed() throws Exception {
        Changed document =
                Changed.replacing("        access_token:\n", "        scope: {type: string}\n        access_token:\n");
        Behaviour scope = Behaviour.answers(201, response -> with("\"scope\":\"all\"", response));
        try (EmbeddedStub stub = EmbeddedStub.start();
                BrokenServer server = new BrokenServer(stub.target(), scope)) {
            Report report = document.run(folder, GENERATED_CLIENT, stub).against(server.target());

            assertThat(report.run().generatedClient().summary())
                    .endsWith("not in the generated client: POST /auth/token 201, POST /auth/refresh 201");
            assertThat(report.run().generatedClient().faults()).isEmpty();
            assertThat(report.findings()).isEmpty();
        }
    }

    @Test
    void aCheckWithoutAnOperationInTheDocumentIsNotPassed() throws Exception {
        Options refresh = new Options(Limits.DEFAULT, Duration.ZERO, Set.of("refresh"), Set.of(), 1);
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            Report report = Changed.withoutRefresh().run(folder, refresh, stub).against(stub.target());

            assertThat(report.run().checks())
                    .extracting(RunResult.CheckResult::notRun)
                    .containsExactly("the document has no operation for it");
        }
    }

    /** OpenAPI 3.0.3, Media Type Object: it need not have one. */
    @Test
    void whatHasNoSchemaMayBeAnything() throws Exception {
        Changed document = Changed.replacing(
                        "          schema:\n            $ref: '#/components/schemas/ValidationProblem'\n", "")
                .and("          schema:\n            $ref: '#/components/schemas/AuthToken'\n", "");
        Options logIn = new Options(Limits.DEFAULT, Duration.ZERO, Set.of("log-in", "representations"), Set.of(), 1);
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            assertThat(document.run(folder, logIn, stub).against(stub.target()).findings())
                    .isEmpty();
        }
    }

    @Test
    void secretsOfAListStandInNoArchive() throws Exception {
        Changed document = Changed.replacing(
                "        access_token:\n",
                "        codes: {type: array, items: {type: string, x-secret: true}}\n        access_token:\n");
        Behaviour codes = Behaviour.answers(201, response -> with("\"codes\":[\"canary-of-a-code\"]", response));
        Options logIn = new Options(Limits.DEFAULT, Duration.ZERO, Set.of("log-in"), Set.of(), 1, true);
        try (EmbeddedStub stub = EmbeddedStub.start();
                BrokenServer server = new BrokenServer(stub.target(), codes)) {
            Report report = document.run(folder, logIn, stub).against(server.target());

            assertThat(PlainJson.text(report.run().har()))
                    .contains("[\\\"${CODES}\\\"]")
                    .doesNotContain("canary");
        }
    }

    private static Response with(String property, Response response) {
        String text = response.text().replaceFirst("\\{", "{" + property + ",");
        return new Response(response.status(), response.headers(), text.getBytes(StandardCharsets.UTF_8));
    }

    private Report againstTheStub(Changed document) throws Exception {
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            return document.run(folder, GENERATED_CLIENT, stub).against(stub.target());
        }
    }
}
