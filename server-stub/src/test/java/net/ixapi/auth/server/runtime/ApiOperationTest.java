package net.ixapi.auth.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiOperationTest {
    private static String key(String method, String path) {
        return new ApiOperation("id", method, path).key();
    }

    private static int success(String statuses) {
        String responses = Stream.of(statuses.split(" "))
                .map(status -> "'" + status + "': {description: Any}")
                .collect(Collectors.joining(", "));
        Document document = Document.parse("""
                openapi: 3.0.3
                info: {title: Test, version: '1'}
                paths: {/test: {get: {operationId: id, responses: {%s}}}}
                """.formatted(responses), "test.yaml");
        return new ApiDocument(() -> document)
                .requests(new ApiOperation("id", "GET", "/test"))
                .successStatus();
    }

    @ParameterizedTest
    @CsvSource({
        "200, 200",
        "201 400, 201",
        "400 201 200, 201",
        "default 204, 204",
        "2XX, 200",
        "4XX default, 200",
        "1200 302, 200"
    })
    void succeedsWithTheFirstDocumentedSuccess(String statuses, int success) {
        assertThat(success(statuses)).isEqualTo(success);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /a/{id}, /a/{key}, true",
        "GET, /a/{id}/b/{key}, /a/{x}/b/{y}, true",
        "GET, /a/{id}, /a/b, false",
        "GET, /a/{id}, /a/{id}/, false",
        "GET, /A, /a, false"
    })
    void hasTheKeyOfThoseThatAnswerTheSameRequests(String method, String one, String other, boolean same) {
        assertThat(key(method, one).equals(key(method, other))).isEqualTo(same);
        assertThat(key("PUT", one)).isNotEqualTo(key(method, one));
    }
}
