package net.ixapi.auth.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiOperationTest {
    private static ApiOperation operation(String method, String path, List<String> statuses) {
        return new ApiOperation("id", method, path, statuses, List.of(), List.of());
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
        ApiOperation operation = operation("GET", "/", Arrays.asList(statuses.split(" ")));

        assertThat(operation.successStatus()).isEqualTo(success);
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
        String key = operation(method, one, List.of()).key();

        assertThat(operation(method, other, List.of()).key().equals(key)).isEqualTo(same);
        assertThat(operation("PUT", one, List.of()).key()).isNotEqualTo(key);
    }
}
