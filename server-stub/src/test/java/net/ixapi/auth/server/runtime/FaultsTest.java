package net.ixapi.auth.server.runtime;

import static net.ixapi.auth.server.runtime.TestApi.detail;
import static net.ixapi.auth.server.runtime.TestApi.json;
import static net.ixapi.auth.server.runtime.TestApi.route;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.http.ConflictResponse;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong in an implementation. The messages of its exceptions are for nobody's eyes. */
class FaultsTest {
    @AutoClose
    private static final TestApi API = TestApi.of(
            route("GET", "/exception", "200", call -> fail(new IllegalStateException("canary"))),
            route("GET", "/missing-class", "200", call -> fail(new NoClassDefFoundError("canary"))),
            route("GET", "/assertion", "200", call -> fail(new AssertionError("canary"))),
            route("GET", "/overflow", "200", call -> endless(1)),
            route("GET", "/unwritable", "200", call -> new TestProblems.Unwritable()),
            route(
                    "GET",
                    "/unwritable-problem",
                    "200",
                    call -> fail(new ProblemException(409, new TestProblems.Unwritable()))),
            route("GET", "/not-implemented", "200", call -> fail(new NotImplementedException("thing_read"))),
            route("GET", "/problem", "200", call -> fail(new ProblemException(409, Map.of("own", "body")))),
            route(
                    "GET",
                    "/invalid",
                    "200",
                    call -> fail(new InvalidRequestException(List.of(new FieldError("a", "is taken"))))),
            route("GET", "/conflict", "200", call -> fail(new ConflictResponse("It is taken."))));

    private static Object fail(RuntimeException e) {
        throw e;
    }

    private static Object fail(Error e) {
        throw e;
    }

    private static int endless(int depth) {
        return endless(depth + 1) + 1;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/exception", "/missing-class", "/assertion", "/overflow", "/unwritable", "/unwritable-problem"})
    void areAnsweredAsAProblemThatTellsNothing(String path) throws Exception {
        HttpResponse<String> response = API.get(path);

        assertThat(detail(response, 500, "Server Error")).isEqualTo("The server failed. Its log says more.");
        assertThat(response.body()).doesNotContain("canary", "Exception", "Error:", "\\tat", ".java");
        assertThat(response.headers().map().values().toString()).doesNotContain("canary");
    }

    @Test
    void areAnsweredWithNothingWhereEvenTheProblemCannotBeWritten() throws Exception {
        try (TestApi broken =
                TestApi.of(TestProblems.UNWRITABLE, route("GET", "/a", "200", call -> fail(new AssertionError())))) {
            assertThat(broken.get("/a").statusCode()).isEqualTo(500);
            assertThat(broken.get("/a").body()).isEmpty();
            assertThat(broken.get("/nothing").statusCode()).isEqualTo(500);
            assertThat(broken.get("/nothing").body()).isEmpty();
        }
    }

    @Test
    void doNotStopTheServer() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(API.get("/overflow").statusCode()).isEqualTo(500);
        }
        assertThat(API.get("/problem").statusCode()).isEqualTo(409);
    }

    @Test
    void areNotOperationsThatNobodyImplemented() throws Exception {
        assertThat(detail(API.get("/not-implemented"), 501, "Not Implemented"))
                .isEqualTo("The operation thing_read is not implemented.");
    }

    @Test
    void areNotProblemsThatAnImplementationAnswersWith() throws Exception {
        HttpResponse<String> response = API.get("/problem");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(json(response)).hasToString("{\"own\":\"body\"}");
    }

    @Test
    void areNotViolationsThatAnImplementationFinds() throws Exception {
        assertThat(TestApi.violations(API.get("/invalid"))).containsExactly("a is taken");
    }

    @Test
    void areNotJavalinsOwnResponses() throws Exception {
        assertThat(detail(API.get("/conflict"), 409, "Conflict")).isEqualTo("It is taken.");
    }
}
