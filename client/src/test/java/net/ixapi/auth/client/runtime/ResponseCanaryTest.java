package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import net.ixapi.auth.client.error.ApiConnectionException;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.InvalidResponseException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a server sends, no exception and no answer says it unasked. */
class ResponseCanaryTest {
    private static final String CANARY = "canary-5f1d";

    record Pair(String token, int size) {}

    record Problem(String type, int status) {}

    private static final ApiOperation<Pair> CREATE = ApiOperation.of("pair_create", "POST", "/pairs")
            .succeeds("201")
            .fails("default", new TypeRef<Problem>() {})
            .returns(new TypeRef<Pair>() {});

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri());

    @Test
    void aSuccessDoesNotSayIt() {
        answers(201, "{\"token\": \"canary-5f1d\"}");
        ApiResponse<Pair> response = transport.send(CREATE.request());
        assertThat(response.body().token()).isEqualTo(CANARY);
        assertThat(response.headers().get("Set-Cookie").get(0)).contains(CANARY);
        assertThat(response).hasToString("ApiResponse[201]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"token\": \"canary-5f1d\"",
                "{\"token\": \"canary-5f1d\"; \"size\": 1}",
                "{\"token\": \"canary-5f1d\", \"size\": \"canary-5f1d\"}",
                "{\"token\": \"x\", \"size\": canary-5f1d}",
                "{\"token\": {\"canary-5f1d\": 1}}",
                "{\"token\": \"canary-5f1d",
                "\"canary-5f1d\"",
                "canary-5f1d",
                "{\"token\": \"x\"} canary-5f1d",
            })
    void brokenJsonDoesNotSayIt(String body) {
        answers(201, body);
        assertSilent(Failures.of(InvalidResponseException.class, transport, CREATE.request()));
        answers(400, body);
        assertSilent(Failures.of(ApiStatusException.class, transport, CREATE.request()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"canary-5f1d\", \"title\": \"canary-5f1d\"}",
                "{\"type\": \"https://ix.example/?token=canary-5f1d\", \"detail\": \"canary-5f1d\"}",
                "{\"type\": \"https://canary-5f1d@ix.example/\", \"instance\": \"canary-5f1d\"}",
                "{\"type\": \"canary-5f1d://ix.example/\", \"status\": \"canary-5f1d\"}",
                "{\"type\": \"x\", \"properties\": [{\"name\": \"canary-5f1d\", \"reason\": \"canary-5f1d\"}]}",
            })
    void aProblemDoesNotSayIt(String body) {
        answers(400, body);
        assertSilent(Failures.of(ApiStatusException.class, transport, CREATE.request()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "canary-5f1d",
                "HTTP/1.1 canary-5f1d OK",
                "HTTP/canary-5f1d 200 OK",
                "HTTP/1.1 200 OK\r\nSet-Cookie canary-5f1d",
                "HTTP/1.1 200 OK\r\nContent-Length: canary-5f1d",
                "HTTP/1.1 200 OK\r\nContent-Encoding: canary-5f1d",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: canary-5f1d",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\ncanary-5f1d",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n1canary-5f1d",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\ncanary-5f1d",
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 11\r\n\r\ncanary-5f1d",
            })
    void brokenHttpDoesNotSayIt(String answer) throws IOException {
        try (RawPeer peer = RawPeer.sending(answer, "", "");
                HttpTransport broken = HttpTransport.to(peer.uri())) {
            assertSilent(Failures.of(ApiConnectionException.class, broken, CREATE.request()));
        }
    }

    private void answers(int status, String body) {
        server.answers(status, body, "Set-Cookie", "session=" + CANARY, "X-Token", CANARY);
    }

    private static void assertSilent(Throwable failure) {
        assertThat(Failures.saidBy(failure)).isNotEmpty().doesNotContain(CANARY);
    }
}
