package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.ProblemDetails;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProblemTest {
    record Exact(String title, Integer status) {}

    record Range(String title) {}

    record Fallback(String title) {}

    private static final ApiOperation<Void> READ = ApiOperation.of("thing_read", "GET", "/thing")
            .succeeds("200")
            .fails("default", new TypeRef<Fallback>() {})
            .fails("4XX", new TypeRef<Range>() {})
            .fails("400", new TypeRef<Exact>() {})
            .fails("409", new TypeRef<LocalDate>() {})
            .fails("422", new TypeRef<List<Range>>() {});
    private static final ApiOperation<Void> UNDOCUMENTED =
            ApiOperation.of("thing_read", "GET", "/thing").succeeds("200");

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri());

    @ParameterizedTest
    @CsvSource({"400, Exact", "401, Range", "499, Range", "500, Fallback", "302, Fallback", "201, Fallback"})
    void theNearestDescriptionGivesTheType(int status, String type) {
        server.answers(status, "{\"title\": \"T\"}");
        assertThat(failure(READ).problem(Record.class))
                .get()
                .extracting(problem -> problem.getClass().getSimpleName())
                .isEqualTo(type);
    }

    @Test
    void aListOfProblemsKeepsItsType() {
        server.answers(422, "[{\"title\": \"T\"}]");
        assertThat(failure(READ).problem(List.class)).contains(List.of(new Range("T")));
    }

    @Test
    void whatTheDocumentDoesNotDescribeHasDetailsOnly() {
        server.answers(400, "{\"title\": \"T\"}");
        assertThat(failure(UNDOCUMENTED).problem(Object.class)).isEmpty();
        assertThat(failure(UNDOCUMENTED).details().title()).isEqualTo("T");
    }

    @Test
    void whatIsNotOfTheDescribedTypeHasNone() {
        server.answers(409, "[2026, 13, 45]");
        assertThat(failure(READ).problem(Object.class)).isEmpty();
    }

    @Test
    void theStatusIsThatOfHttpWhateverTheBodySays() {
        server.answers(400, "{\"title\": \"T\", \"status\": 500}");
        ApiStatusException failure = failure(READ);
        assertThat(failure.status()).isEqualTo(400);
        assertThat(failure).hasMessage("thing_read: HTTP 400");
        assertThat(failure.problem(Exact.class)).contains(new Exact("T", 500));
    }

    @Test
    void aMemberOfAnotherTypeDoesNotSpoilTheOthers() {
        server.answers(400, """
                {"type": "about:blank", "title": ["T"], "detail": ["D", "E"], "instance": "I", "status": {}}""");
        ApiStatusException failure = failure(READ);
        assertThat(failure.details())
                .isEqualTo(new ProblemDetails("about:blank", "[\"T\"]", "[\"D\",\"E\"]", "I", List.of()));
        assertThat(failure.problem(Exact.class)).contains(new Exact("[\"T\"]", null));
    }

    private ApiStatusException failure(ApiOperation<?> operation) {
        return Failures.of(ApiStatusException.class, transport, operation.request());
    }
}
