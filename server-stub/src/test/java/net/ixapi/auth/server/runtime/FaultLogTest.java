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
import org.junit.jupiter.params.provider.ValueSource;

/** What the log says, and what it must not. */
@ResourceLock(Resources.SYSTEM_ERR)
class FaultLogTest {
    /** Something that JSON cannot be made of. */
    public static class Unwritable {
        public String getName() {
            throw new IllegalStateException("canary");
        }
    }

    private static Object handle(ApiCall call) {
        String secret = call.parameter("path", "secret", new TypeReference<String>() {});
        switch (call.parameter("path", "fault", new TypeReference<String>() {})) {
            case "exception" -> throw new IllegalStateException(secret, new IllegalArgumentException(secret));
            case "error" -> throw new AssertionError(secret);
            case "headers" -> throw new IllegalStateException("Unknown: canary");
            case "problem" -> throw new ProblemException(409, new Unwritable());
            case "answer" -> {
                return new Unwritable();
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

    @ParameterizedTest
    @ValueSource(strings = {"exception", "error", "problem", "answer"})
    void namesTheOperationAndTheFaultButNoValue(String fault) throws Exception {
        assertThat(get("/things/" + fault + "/canary?other=canary"))
                .contains("GET /api/things/{fault}/{secret} failed: ")
                .doesNotContain("canary");
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

    /** What a client sent may be a secret, however the message came by it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"secret\": \"canary\"}",
                "{\"secret\": \"\\u0063anary\", \"other\": [\"canary-canary\"]}",
                "{\"secret\": \"canary-that-is-cut\"}"
            })
    void masksInAMessageWhatTheRequestSent(String body) throws Exception {
        String log = logged(RawPeer.head(
                        "POST /api/fault HTTP/1.1",
                        "Content-Type: application/json",
                        "Content-Length: " + body.length())
                + body);

        assertThat(log).contains("IllegalStateException: No secret in *, sent").doesNotContain("canary");
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
        Problems unwritable = new TestProblems() {
            @Override
            public Object httpError(int status, String title, String detail) {
                return new Unwritable();
            }
        };

        assertThat(logged(unwritable, RawPeer.head("GET /api/things/exception/canary HTTP/1.1")))
                .contains("Not to be written as JSON: " + Unwritable.class.getName())
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
