package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.ProblemDetails;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A property that is not as described spoils itself only, in both ways of reading a problem. */
class TolerantProblemTest {
    record Field(String name, Object reason) {}

    record Problem(
            String title,
            String detail,
            Integer status,
            int code,
            boolean fatal,
            OffsetDateTime at,
            List<Field> properties) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({@JsonSubTypes.Type(value = Known.class, name = "known")})
    interface Kinds {}

    record Known(String title) implements Kinds {}

    private static final ApiOperation<Void> READ = ApiOperation.of("thing_read", "GET", "/thing")
            .succeeds("200")
            .fails("400", new TypeRef<Problem>() {})
            .fails("409", new TypeRef<Kinds>() {});

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "['a', 'b']|[\"a\",\"b\"]",
                "[]|[]",
                "{'a': {'b': [1]}}|{\"a\":{\"b\":[1]}}",
                "{}|{}",
                "5|5",
                "true|true",
            })
    void whatIsNoTextIsGivenAsJson(String detail, String text) {
        ApiStatusException failure = failure("{'title': 'T', 'detail': " + detail + "}");
        assertThat(failure.details()).isEqualTo(new ProblemDetails(null, "T", text, null, List.of()));
        assertThat(problem(failure).title()).isEqualTo("T");
        assertThat(problem(failure).detail()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'four hundred'", "{}", "[400]", "[]", "true", "''", "null"})
    void aStatusThatIsNoNumberIsNone(String status) {
        ApiStatusException failure = failure("{'status': " + status + ", 'title': 'T'}");
        assertThat(failure.status()).isEqualTo(400);
        assertThat(failure.details().title()).isEqualTo("T");
        assertThat(problem(failure).status()).isNull();
        assertThat(problem(failure).title()).isEqualTo("T");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'x'", "{}", "[]", "[1, 2]", "{'a': {'b': 1}}"})
    void aMemberThatCannotBeNullIsAsIfItWereMissing(String value) {
        Problem problem = problem(failure("{'code': " + value + ", 'fatal': " + value + ", 'title': 'T'}"));
        assertThat(problem.code()).isZero();
        assertThat(problem.fatal()).isFalse();
        assertThat(problem.title()).isEqualTo("T");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'yesterday'", "{}", "[2026, 13, 45]", "true", "''"})
    void aTimeThatIsNoneIsNone(String value) {
        Problem problem = problem(failure("{'at': " + value + ", 'title': 'T'}"));
        assertThat(problem.at()).isNull();
        assertThat(problem.title()).isEqualTo("T");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'none'", "{}", "7", "false", "''"})
    void aListThatIsNoneIsNone(String value) {
        Problem problem = problem(failure("{'properties': " + value + ", 'title': 'T'}"));
        assertThat(problem.properties()).isNull();
        assertThat(problem.title()).isEqualTo("T");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'text'", "5", "true", "[1]", "null", "''"})
    void anItemOfAnotherKindIsNull(String item) {
        ApiStatusException failure = failure("{'properties': [" + item + ", {'name': 'a', 'reason': 'r'}]}");
        assertThat(problem(failure).properties()).isEqualTo(Arrays.asList(null, new Field("a", "r")));
        assertThat(failure.details().fields()).hasSize(1);
    }

    @Test
    void unknownMembersAreIgnored() {
        ApiStatusException failure = failure("{'new': {'x': [1, {}]}, 'title': 'T', 'more': 1}");
        assertThat(failure.details().title()).isEqualTo("T");
        assertThat(problem(failure).title()).isEqualTo("T");
    }

    @Test
    void anUnknownKindHasDetailsOnly() {
        server.answers(409, "{\"kind\": \"new\", \"title\": \"T\"}");
        ApiStatusException failure = Failures.of(ApiStatusException.class, transport, READ.request());
        assertThat(failure.details().title()).isEqualTo("T");
        assertThat(failure.problem(Object.class)).isEmpty();
    }

    @Test
    void nestingThatIsDeepIsToldAsItIs() {
        String deep = "[".repeat(500) + "]".repeat(500);
        ApiStatusException failure = failure("{'title': 'T', 'detail': " + deep + "}");
        assertThat(failure.details().detail()).isEqualTo(deep);
        assertThat(problem(failure).detail()).isEqualTo(deep);
    }

    @Test
    void nestingWithoutBoundSaysNothing() {
        ApiStatusException failure = failure("{'title': 'T', 'detail': " + "[".repeat(1_000_000));
        assertThat(failure).hasMessage("thing_read: HTTP 400");
        assertThat(failure.details()).isEqualTo(ProblemDetails.NONE);
        assertThat(failure.problem(Object.class)).isEmpty();
    }

    @Test
    void aHugeMemberIsRead() {
        String huge = "x".repeat(ResponseReader.MAX_BYTES - 100);
        ApiStatusException failure = failure("{'title': 'T', 'detail': '" + huge + "'}");
        assertThat(failure.details().detail()).isEqualTo(huge);
        assertThat(problem(failure).detail()).isEqualTo(huge);
    }

    @Test
    void aProblemOverTheBoundSaysNothing() {
        ApiStatusException failure =
                failure("{'title': 'T', 'detail': '" + "x".repeat(ResponseReader.MAX_BYTES) + "'}");
        assertThat(failure).hasMessage("thing_read: HTTP 400");
        assertThat(failure.details()).isEqualTo(ProblemDetails.NONE);
        assertThat(failure.problem(Object.class)).isEmpty();
    }

    /** With apostrophes for quotes, which no example needs. */
    private ApiStatusException failure(String json) {
        server.answers(400, json.replace('\'', '"'));
        return Failures.of(ApiStatusException.class, transport, READ.request());
    }

    private static Problem problem(ApiStatusException failure) {
        return failure.problem(Problem.class).orElseThrow();
    }
}
