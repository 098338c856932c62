package net.ixapi.auth.server.runtime;

import static net.ixapi.auth.server.runtime.TestApi.route;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the log says, and what it must not. */
@ResourceLock(Resources.SYSTEM_ERR)
class FaultLogTest {
    private static Object handle(ApiCall call) {
        String secret = call.parameter("path", "secret", new TypeReference<String>() {});
        switch (call.parameter("path", "fault", new TypeReference<String>() {})) {
            case "exception" -> throw new IllegalStateException(secret, new IllegalArgumentException(secret));
            case "error" -> throw new AssertionError(secret);
            case "headers" -> throw new IllegalStateException("Unknown: canary");
            case "problem" -> throw new ProblemException(409, new TestProblems.Unwritable());
            case "answer" -> {
                return new TestProblems.Unwritable();
            }
            default -> throw new ProblemException(409, secret);
        }
    }

    private static String logged(String... requests) throws Exception {
        return logged(new TestProblems(), requests);
    }

    /** SLF4J's simple logger prints to whatever System.err is at the time. */
    private static String logged(Problems problems, String... requests) throws Exception {
        PrintStream before = System.err;
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        try (TestApi api = TestApi.of(
                problems,
                route("GET", "/things/{fault}/{secret}", "200", FaultLogTest::handle),
                route("POST", "/fault", "200", FaultLogTest::fail),
                route("POST", "/text", "200", call -> call.body(new TypeReference<String>() {})))) {
            System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
            for (String request : requests) {
                assertThat(RawPeer.exchange(api.port(), request)).startsWith("HTTP/1.1 ");
            }
        } finally {
            System.setErr(before);
        }
        return log.toString(StandardCharsets.UTF_8);
    }

    private static String get(String path) throws Exception {
        return logged(RawPeer.head("GET /api" + path + " HTTP/1.1", "Authorization: Bearer canary"));
    }

    /** What a client sent may be a secret, however a message came by it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET /api/things/exception/canary?other=canary | `` | GET /api/things/{fault}/{secret} failed: ",
                "GET /api/things/error/canary?other=canary     | `` | GET /api/things/{fault}/{secret} failed: ",
                "GET /api/things/problem/canary?other=canary   | `` | GET /api/things/{fault}/{secret} failed: ",
                "GET /api/things/answer/canary?other=canary    | `` | GET /api/things/{fault}/{secret} failed: ",
                "POST /api/fault | {\"secret\": \"canary\"} | IllegalStateException: No secret in *, sent",
                "POST /api/fault | {\"secret\": \"\\u0063anary\", \"other\": [\"canary-canary\"]} | : No secret in *, sent",
                "POST /api/fault | {\"secret\": \"canary-that-is-cut\"} | IllegalStateException: No secret in *, sent"
            })
    void saysWhatFailedButNoValue(String line, String body, String said) throws Exception {
        String head = RawPeer.head(
                line + " HTTP/1.1",
                "Authorization: canary",
                "Content-Type: application/json",
                "Content-Length: " + body.length());

        assertThat(logged(head + body)).contains(said).doesNotContain("canary");
    }

    @Test
    void hasMessageStackAndCause() throws Exception {
        String place = "\n\tat " + FaultLogTest.class.getName() + ".handle(FaultLogTest.java:";

        assertThat(get("/things/exception/a"))
                .contains("GET /api/things/{fault}/{secret} failed: java.lang.IllegalStateException: a" + place)
                .contains("\nCaused by: java.lang.IllegalArgumentException: a" + place)
                .contains("\n\tat " + ApiCall.class.getPackageName() + ".JavalinApi.");
        assertThat(get("/things/error/a")).contains("failed: java.lang.AssertionError: a" + place);
    }

    /** A message may hold what a handler has decoded, here {@code user:canary}, whose scheme is in any case (RFC 9110, section 11.1). */
    @Test
    void masksInAMessageWhatHeadersSay() throws Exception {
        String path = "GET /api/things/headers/x HTTP/1.1";

        assertThat(logged(
                        RawPeer.head(path, "Authorization: Basic dXNlcjpjYW5hcnk="),
                        RawPeer.head(path, "Authorization: basic dXNlcjpjYW5hcnk="),
                        RawPeer.head(path, "X: a", "X: canary")))
                .doesNotContain("canary")
                .matches("(?s)(.*IllegalStateException: Unknown: \\*\n\tat ){3}.*");
    }

    @Test
    void bearsCredentialsThatAreNone() throws Exception {
        String path = "GET /api/things/exception/x HTTP/1.1";

        assertThat(logged(
                        RawPeer.head(path, "Authorization: Basic !!!"),
                        RawPeer.head(path, "Authorization: Basic Y2FuYXJ5"),
                        RawPeer.head(path, "Authorization: Basic Y"),
                        RawPeer.head(path, "Authorization: Basic"),
                        RawPeer.head(path, "Authorization: ")))
                .matches("(?s)(.*/things/\\{fault}/\\{secret} failed: java.lang.IllegalStateException: x\n\tat ){5}.*");
    }

    private static Object fail(ApiCall call) {
        Object body = call.body(new TypeReference<Map<String, Object>>() {});
        String secret = String.valueOf(((Map<?, ?>) body).get("secret"));
        throw new IllegalStateException(
                "No secret in " + secret.substring(0, Math.min(15, secret.length())) + ", sent");
    }

    @Test
    void namesTheClassOfAProblemThatCannotBeWritten() throws Exception {
        assertThat(logged(TestProblems.UNWRITABLE, RawPeer.head("GET /api/things/exception/canary HTTP/1.1")))
                .contains("Not to be written as JSON: " + TestProblems.Unwritable.class.getName())
                .doesNotContain("canary");
    }

    @Test
    void saysNothingOfWhatAClientGotWrong() throws Exception {
        assertThat(get("/things/none/canary")).doesNotContain("failed", "canary");
        assertThat(get("/canary")).doesNotContain("failed", "canary");
        assertThat(logged(RawPeer.head("POST /api/text HTTP/1.1", "Content-Type: application/json", "Content-Length: 8")
                        + "[\"canary"))
                .doesNotContain("failed", "canary");
        assertThat(logged(RawPeer.head(
                                "POST /api/text HTTP/1.1",
                                "Content-Type: application/json",
                                "Transfer-Encoding: chunked")
                        + "canary\r\n"))
                .doesNotContain("failed", "canary");
    }
}
