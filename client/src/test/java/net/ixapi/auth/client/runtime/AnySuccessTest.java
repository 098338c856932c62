package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.InvalidResponseException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The setting for servers that answer 200 for 201. */
class AnySuccessTest {
    private static final ApiOperation<String> CREATE =
            ApiOperation.of("thing_create", "POST", "/things").succeeds("201").returns(new TypeRef<String>() {});
    private static final ApiOperation<Void> DROP =
            ApiOperation.of("thing_drop", "DELETE", "/thing").succeeds("204");

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport tolerant = HttpTransport.to(server.uri(), new TransportSettings().acceptAny2xx(true));

    @AutoClose
    private final HttpTransport strict = HttpTransport.to(server.uri());

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 203, 299})
    void any2xxIsTheDocumentedSuccess(int status) {
        server.answers(status, "\"x\"");
        ApiResponse<String> response = tolerant.send(CREATE.request());
        assertThat(response.body()).isEqualTo("x");
        assertThat(response.status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202})
    void onlyIfItIsSet(int status) {
        server.answers(status, "\"x\"");
        assertThat(Failures.of(ApiStatusException.class, strict, CREATE.request()))
                .hasMessage("thing_create: HTTP " + status);
    }

    @ParameterizedTest
    @ValueSource(ints = {300, 301, 302, 304, 307, 399, 400, 404, 500})
    void nothingElseIs(int status) {
        server.answers(status, status == 304 ? "" : "\"x\"");
        assertThat(Failures.of(ApiStatusException.class, tolerant, CREATE.request()))
                .hasMessage("thing_create: HTTP " + status);
    }

    @Test
    void whereAResultIsPromisedItMustCome() {
        server.answers(204, "");
        assertThat(Failures.of(InvalidResponseException.class, tolerant, CREATE.request()))
                .hasMessage("thing_create: HTTP 204, but the response is empty");
    }

    @Test
    void whereNothingIsPromisedAnythingMayCome() {
        server.answers(200, "done");
        assertThat(tolerant.send(DROP.request()).status()).isEqualTo(200);
    }
}
