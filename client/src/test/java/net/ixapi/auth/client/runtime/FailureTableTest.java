package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.BadRequestException;
import net.ixapi.auth.client.error.ProblemDetails;
import net.ixapi.auth.client.error.UnauthorizedException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every status with every kind of body: the status decides the class, the body only what more there is to know. */
class FailureTableTest {
    record Problem(String type, String title) {}

    private static final Map<Integer, Class<? extends ApiStatusException>> CLASSES = Map.of(
            400, BadRequestException.class,
            401, UnauthorizedException.class,
            200, ApiStatusException.class,
            302, ApiStatusException.class,
            403, ApiStatusException.class,
            404, ApiStatusException.class,
            405, ApiStatusException.class,
            429, ApiStatusException.class,
            500, ApiStatusException.class,
            503, ApiStatusException.class);
    private static final String PROBLEM =
            "{\"type\": \"https://errors.ix.example/t\", \"title\": \"T\", \"detail\": \"D\", \"instance\": \"I\"}";
    private static final List<String> NO_PROBLEMS =
            List.of("<html>T</html>", "", "{\"title\": \"T\"", "[{\"title\": \"T\"}]", "null", "\"T\"", "7", "{} T");
    private static final ApiOperation<String> CREATE = ApiOperation.of("thing_create", "POST", "/things")
            .succeeds("201")
            .fails("default", new TypeRef<Problem>() {})
            .returns(new TypeRef<String>() {});

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri());

    static Stream<Integer> statuses() {
        return CLASSES.keySet().stream().sorted();
    }

    static Stream<Arguments> statusesWithoutAProblem() {
        return statuses().flatMap(status -> NO_PROBLEMS.stream().map(body -> Arguments.of(status, body)));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void aProblemIsReadInBothWays(int status) {
        ApiStatusException failure = failure(status, PROBLEM);
        assertThat(failure).hasMessage("thing_create: HTTP " + status + ", https://errors.ix.example/t");
        assertThat(failure.details())
                .isEqualTo(new ProblemDetails("https://errors.ix.example/t", "T", "D", "I", List.of()));
        assertThat(failure.problem(Problem.class)).contains(new Problem("https://errors.ix.example/t", "T"));
        assertThat(failure.problem(String.class)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void otherJsonIsToldAsFarAsItHasTheMembers(int status) {
        ApiStatusException failure = failure(status, "{\"error\": \"T\", \"type\": 5}");
        assertThat(failure).hasMessage("thing_create: HTTP " + status);
        assertThat(failure.details()).isEqualTo(new ProblemDetails("5", null, null, null, List.of()));
    }

    @ParameterizedTest
    @MethodSource("statusesWithoutAProblem")
    void anyOtherBodySaysNothing(int status, String body) {
        ApiStatusException failure = failure(status, body);
        assertThat(failure).hasMessage("thing_create: HTTP " + status);
        assertThat(failure.details()).isEqualTo(ProblemDetails.NONE);
        assertThat(failure.problem(Object.class)).isEmpty();
    }

    private ApiStatusException failure(int status, String body) {
        server.answers(status, body, "X-Request", "7");
        ApiStatusException failure = Failures.of(ApiStatusException.class, transport, CREATE.request());
        assertThat(failure).isExactlyInstanceOf(CLASSES.get(status)).hasNoCause();
        assertThat(failure.operation()).isEqualTo("thing_create");
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.headers()).containsEntry("x-request", List.of("7"));
        return failure;
    }
}
