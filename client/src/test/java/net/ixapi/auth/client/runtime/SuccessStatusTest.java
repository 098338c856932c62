package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.ixapi.auth.client.error.ApiStatusException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessStatusTest {
    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri());

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource({"201, 201", "200 202, 200", "200 202, 202", "2XX, 200", "2XX, 299", "'', 200", "'', 299", "302, 302"})
    void aDocumentedStatusIsASuccess(String documented, int answered) {
        server.answers(answered, "{\"a\":1}");
        ApiResponse<Map<String, Integer>> response = transport.send(request(documented));
        assertThat(response.status()).isEqualTo(answered);
        assertThat(response.body()).isEqualTo(Map.of("a", 1));
    }

    @ParameterizedTest(name = "{1} of {0}")
    @CsvSource({"201, 200", "201, 202", "200 202, 201", "2XX, 300", "2XX, 404", "'', 300", "'', 500", "4XX, 200"})
    void anyOtherStatusIsNone(String documented, int answered) {
        server.answers(answered, "{\"a\":1}");
        ApiStatusException failure = Failures.of(ApiStatusException.class, transport, request(documented));
        assertThat(failure.status()).isEqualTo(answered);
    }

    private static ApiRequest<Map<String, Integer>> request(String documented) {
        ApiOperation<Void> operation = ApiOperation.of("thing_read", "GET", "/thing");
        List.of(documented.split(" ")).stream()
                .filter(status -> !status.isEmpty())
                .forEach(operation::succeeds);
        return operation.returns(new TypeRef<Map<String, Integer>>() {}).request();
    }
}
