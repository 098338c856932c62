package net.ixapi.auth.contract.run;

import static net.ixapi.auth.contract.broken.Behaviour.answers;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import net.ixapi.auth.contract.broken.Behaviour;
import net.ixapi.auth.contract.broken.BrokenServer;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each exit code, as a program that starts the command meets it. */
class ContractCommandTest {
    @AutoClose
    private static final EmbeddedStub STUB = EmbeddedStub.start();

    @TempDir
    private Path folder;

    @Test
    void withoutAServerTheStubIsChecked() {
        Outcome outcome = Outcome.of();

        assertThat(outcome.out()).contains("The server keeps the contract.", " 0 violations, 0 weaknesses, ");
        assertThat(outcome.err().lines())
                .isNotEmpty()
                .allMatch(line -> line.matches("\\[\\d+/\\d+] [a-z-]+ · \\d+ requests · 0 findings"));
        assertThat(outcome.code()).isZero();
    }

    @Test
    void findingsAreOneAndAnnotationsOfGithub() throws Exception {
        Outcome outcome = broken(
                answers(response -> with(response, response.status() == 201 ? 200 : response.status())),
                "--only",
                "log-in",
                "refresh",
                "documented-status",
                "--format",
                "github",
                "--summary",
                folder.resolve("summary.md").toString());

        assertThat(outcome.out())
                .contains(
                        "violation AUTH-RESPONSE-001 [documented-status] POST /auth/token, POST /auth/refresh: unexpected 200, expected 201")
                .contains("The server does not keep the contract.");
        assertThat(outcome.out())
                .startsWith("::error title=AUTH-RESPONSE-001::POST /auth/token, POST /auth/refresh: unexpected 200")
                .containsPattern("(?s)\n::stop-commands::(\\S+)\n.*The server does not keep.*\n::\\1::\n");
        assertThat(folder.resolve("summary.md")).content().contains("## ❌ The server does not keep the contract.");
        assertThat(outcome.code()).isOne();
    }

    @Test
    void weaknessesCountWhereSomebodySaysSo() {
        UnaryOperator<String> unnamed = text -> text.replace("\"name\":\"", "\"name\":\"the ");

        Outcome lenient = broken(answers(400, body(unnamed)), "--only", "request-body", "names-properties");
        Outcome strict = broken(answers(400, body(unnamed)), "--only", "request-body", "names-properties", "--strict");

        assertThat(lenient.out()).contains("weakness AUTH-RESPONSE-007 [names-properties]");
        assertThat(lenient.code()).isZero();
        assertThat(strict.out()).contains("weakness AUTH-RESPONSE-007 [names-properties]");
        assertThat(strict.code()).isOne();
    }

    @Test
    void anAnswerInTheDocumentThatNeverCame() throws Exception {
        Outcome outcome =
                Outcome.against(STUB.target(), "--document", documentWith409().toString());

        assertThat(outcome.out())
                .contains("POST /auth/token 409 is in the document, but never came")
                .contains("Nothing is wrong with what was seen, but that was too little.");
        assertThat(outcome.code()).isEqualTo(4);
    }

    @Test
    void whatIsNotTriedOfAnotherDocumentIsSaidAndNothingIsSent() throws Exception {
        Path document = Files.writeString(folder.resolve("another.yaml"), """
                openapi: 3.0.3
                info: {title: Another, version: '1'}
                paths:
                  /ports: &get {get: {responses: {'200': {description: ok}}}}
                  /pops: *get
                  /roles: *get
                  /facilities: *get
                  /ports/{id}: {post: {responses: {'200': {description: ok}}}}
                  /free: {post: {responses: {'200': {description: ok}}}}
                  /filtered:
                    parameters: [{name: kind, in: query, required: true, schema: {type: string}}]
                    post: {responses: {'200': {description: ok}}}
                  /secured:
                    post:
                      security: [{token: []}]
                      requestBody: {content: {application/json: {schema: {type: object}, example: {a: 1}}}}
                      responses: {'200': {description: ok}}
                """);

        Outcome outcome = Outcome.against(STUB.target(), "--document", document.toString());

        assertThat(outcome.out())
                .contains(", 0 requests in ", " 0 violations, ")
                .contains("! not covered: GET /ports was not tried: only POST is tried (nor were 3 others)")
                .contains("! not covered: POST /ports/{id} was not tried: it needs a path parameter")
                .contains("! not covered: POST /free was not tried: the document has no example of a body of JSON")
                .contains("! not covered: POST /filtered was not tried: it needs the query parameter 'kind'")
                .contains("! not covered: POST /secured was not tried: it needs authentication");
        assertThat(outcome.code()).isEqualTo(4);
    }

    @Test
    void whoAsksForAPartOfTheChecksGetsAPart() {
        Outcome only = Outcome.against(STUB.target(), "--only", "log-in", "--report", folder.toString());
        Outcome skipped = Outcome.against(
                STUB.target(), "--only", "log-in", "methods", "--skip", "methods", "--report", folder.toString());

        assertThat(only.code()).isZero();
        assertThat(skipped.code()).isZero();
        assertThat(folder.resolve("junit.xml"))
                .content()
                .containsPattern("name=\"AUTH-LOGIN-001: [^>]*>\\s*</testcase>")
                .containsPattern("name=\"AUTH-HTTP-004: [^>]*>\\s*<skipped message=\"left out by --only or --skip\"/>");
    }

    @Test
    void aReportIsWrittenIntoANewFolder() {
        Path report = folder.resolve("a/b");

        Outcome outcome = Outcome.against(STUB.target(), "--only", "log-in", "--report", report.toString());

        assertThat(outcome.out())
                .contains("Report: " + report.resolve("index.html").toUri());
        assertThat(report)
                .isDirectoryContaining("glob:**index.html")
                .isDirectoryContaining("glob:**report.json")
                .isDirectoryContaining("glob:**junit.xml");
    }

    @Test
    void theSameSeedSendsTheSame() {
        List<String> first = sent("7");

        assertThat(first).isNotEmpty();
        assertThat(sent("7")).isEqualTo(first);
        assertThat(sent("8")).isNotEqualTo(first);
    }

    @Test
    void aDocumentWithoutALogInIsNoReasonToFail() {
        Outcome outcome =
                Outcome.against(STUB.target(), "--document", "src/test/templates/query-parameters/openapi.yaml");

        assertThat(outcome.out())
                .contains(
                        ", 0 requests in ",
                        "! not covered: GET /things was not tried: it needs the query parameter 'limit'");
        assertThat(outcome.code()).isEqualTo(4);
    }

    @Test
    void aPartOfTheChecksClaimsNoMoreThanThat() {
        Outcome outcome = broken(answers(201, answer -> with(answer, 200)), "--only", "log-in");

        assertThat(outcome.out()).contains("The selected checks found nothing (1 of ");
        assertThat(outcome.code()).isZero();
    }

    /** Mockoon and others answer with what the document shows, whatever is sent. */
    @Test
    void aServerThatTakesEverythingHasFewFindings() {
        AtomicReference<Response> pair = new AtomicReference<>();
        Outcome outcome = broken((request, good) -> {
            Response response = good.apply(request);
            if (response.status() == 201) {
                pair.set(response);
            }
            return pair.get() == null || !request.method().equals("POST") ? response : pair.get();
        });

        assertThat(outcome.out()).contains("what should be refused is accepted (");
        assertThat(outcome.out().split("violation \\[")).hasSizeLessThan(8);
    }

    private static List<String> sent(String seed) {
        List<String> bodies = new ArrayList<>();
        broken(
                (request, good) -> {
                    bodies.add(request.body());
                    return good.apply(request);
                },
                "--only",
                "credentials",
                "--seed",
                seed);
        return bodies;
    }

    private static Outcome broken(Behaviour behaviour, String... more) {
        ContractTarget good = STUB.target();
        try (BrokenServer server = new BrokenServer(good, behaviour)) {
            return Outcome.against(server.target(), more);
        }
    }

    private Path documentWith409() throws Exception {
        try (InputStream contract = ContractCommand.class.getResourceAsStream("/META-INF/openapi/openapi.yaml")) {
            String yaml = new String(contract.readAllBytes(), StandardCharsets.UTF_8);
            String more = yaml.replaceFirst(
                    "(?m)^        '401':$",
                    "        '409':\n          \\$ref: '#/components/responses/Authentication'\n        '401':");
            assertThat(more).isNotEqualTo(yaml);
            return Files.writeString(folder.resolve("openapi.yaml"), more);
        }
    }

    private static Response with(Response response, int status) {
        return new Response(status, response.headers(), response.body());
    }

    private static UnaryOperator<Response> body(UnaryOperator<String> change) {
        return response -> new Response(
                response.status(),
                response.headers(),
                change.apply(response.text()).getBytes(StandardCharsets.UTF_8));
    }
}
