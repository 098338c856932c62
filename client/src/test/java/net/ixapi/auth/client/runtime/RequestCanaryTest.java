package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.ixapi.auth.client.error.ApiException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to a request, none of its values is said. */
class RequestCanaryTest {
    private static final String CANARY = "canary-5f1d";
    private static final ApiOperation<String> DO = ApiOperation.of("thing_do", "POST", "/things/{id}")
            .sends("application/json")
            .succeeds("200")
            .returns(new TypeRef<String>() {});

    @AutoClose
    private final FakeServer server = new FakeServer();

    @Test
    void theCanariesAreSentAndTheRequestDoesNotSayThem() {
        server.answers(200, "\"\"");
        try (HttpTransport transport = HttpTransport.to(server.uri())) {
            ApiResponse<String> response = transport.send(full());
            assertThat(response).asString().doesNotContain(CANARY);
        }
        assertThat(server.request().toString().split(CANARY, -1)).hasSize(6);
        assertThat(full()).hasToString("ApiRequest[thing_do]");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204, 302, 400, 401, 403, 404, 500})
    void aFailureDoesNotSayThem(int status) {
        server.answers(status, "");
        try (HttpTransport transport = HttpTransport.to(server.uri())) {
            assertSilent(Failures.of(ApiException.class, transport, full()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n\r\n\"half", "nonsense\r\n\r\n"})
    void aBrokenConnectionDoesNotSayThem(String answer) throws IOException {
        try (RawPeer peer = RawPeer.sending(answer);
                HttpTransport transport = HttpTransport.to(peer.uri())) {
            assertSilent(Failures.of(ApiException.class, transport, full()));
        }
    }

    @Test
    void aTimeoutDoesNotSayThem() throws IOException {
        try (RawPeer peer = RawPeer.silentAfter();
                CloseableHttpClient http = Clients.impatientForAnswers()) {
            assertSilent(Failures.of(
                    ApiException.class, new HttpTransport(peer.uri(), http, new TransportSettings()), full()));
        }
    }

    static Stream<ApiRequest<?>> refused() {
        return Stream.of(
                full().path("id", List.of(List.of(CANARY))),
                full().query("q", Map.of("a", CANARY)),
                full().query("q", new Unwritable()),
                full().header("X-Text", CANARY + "\r\n"),
                full().cookie("c", CANARY + ";"),
                full().body(new Unwritable()));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aRefusalDoesNotSayThem(ApiRequest<?> request) {
        try (HttpTransport transport = HttpTransport.to(server.uri())) {
            Throwable refusal = catchThrowable(() -> transport.send(request));
            assertThat(refusal).isInstanceOf(IllegalArgumentException.class);
            assertSilent(refusal);
        }
        assertThat(server.requests()).isEmpty();
    }

    static final class Unwritable {
        public String getName() {
            throw new IllegalStateException(CANARY);
        }
    }

    /** A canary in each of the five places that a value can have. */
    private static ApiRequest<String> full() {
        return DO.request()
                .path("id", CANARY)
                .query("token", CANARY)
                .header("Authorization", "Bearer " + CANARY)
                .cookie("session", CANARY)
                .body(Map.of("api_secret", CANARY));
    }

    private static void assertSilent(Throwable failure) {
        assertThat(Failures.saidBy(failure)).isNotEmpty().doesNotContain(CANARY);
    }
}
