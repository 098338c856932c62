package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.ixapi.auth.client.error.ApiConnectionException;
import net.ixapi.auth.client.error.ApiStatusException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One call is one request: nothing is followed, repeated or remembered behind the caller's back. */
class SingleRequestTest {
    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final FakeServer elsewhere = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri());

    @ParameterizedTest
    @CsvSource({"GET, 301", "GET, 302", "GET, 307", "POST, 302", "POST, 303", "POST, 307", "POST, 308"})
    void noRedirectIsFollowed(String method, int status) {
        server.answers(status, "", "Location", elsewhere.uri("/thing").toString());
        ApiStatusException failure = Failures.of(ApiStatusException.class, transport, request(method));
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.headers())
                .containsEntry("Location", List.of(elsewhere.uri("/thing").toString()));
        assertThat(server.requests()).hasSize(1);
        assertThat(elsewhere.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET, 429", "GET, 503", "POST, 429", "POST, 503", "POST, 401"})
    void noFailureIsRepeated(String method, int status) {
        server.answers(status, "", "Retry-After", "0", "WWW-Authenticate", "Basic realm=\"ix\"");
        Failures.of(ApiStatusException.class, transport, request(method));
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "POST"})
    void noBrokenConnectionIsTriedAgain(String method) throws Exception {
        try (RawPeer peer = RawPeer.sending("");
                HttpTransport once = HttpTransport.to(peer.uri())) {
            assertThat(Failures.of(ApiConnectionException.class, once, request(method)))
                    .hasMessageContaining("NoHttpResponseException");
        }
    }

    @Test
    void noCookieIsKept() {
        server.answers(204, "", "Set-Cookie", "session=1; Path=/");
        transport.send(request("GET"));
        transport.send(request("GET"));
        assertThat(server.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.headers()).doesNotContainKey("Cookie"));
    }

    private static ApiRequest<Void> request(String method) {
        return ApiOperation.of("thing_do", method, "/thing").request();
    }
}
