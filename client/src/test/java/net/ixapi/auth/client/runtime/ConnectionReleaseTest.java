package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.InvalidResponseException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The client has one connection and does not wait for it: whatever is answered, it is free again. */
class ConnectionReleaseTest {
    private static final ApiOperation<String> READ =
            ApiOperation.of("thing_read", "GET", "/thing").returns(new TypeRef<String>() {});
    private static final ApiOperation<Void> DROP = ApiOperation.of("thing_drop", "DELETE", "/thing");

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final CloseableHttpClient http = Clients.impatientForConnections();

    private final HttpTransport transport = new HttpTransport(server.uri(), http, new TransportSettings());

    static Stream<Named<String>> bodies() {
        String tooLong = " ".repeat(ResponseReader.MAX_BYTES + 1);
        return Stream.of(Named.of("empty", ""), Named.of("short", "{}"), Named.of("too long", tooLong));
    }

    @Test
    void afterASuccess() {
        server.answers(200, "\"x\"");
        transport.send(READ.request());
        assertThat(transport.send(READ.request()).body()).isEqualTo("x");
    }

    @Test
    void afterABodyThatNobodyReads() {
        server.answers(200, "<html>");
        transport.send(DROP.request());
        assertThat(transport.send(DROP.request()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void afterAnUnreadableAnswer(String body) {
        server.answers(200, body);
        Failures.of(InvalidResponseException.class, transport, READ.request());
        Failures.of(InvalidResponseException.class, transport, READ.request());
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void afterAFailure(String body) {
        server.answers(400, body);
        Failures.of(ApiStatusException.class, transport, READ.request());
        Failures.of(ApiStatusException.class, transport, READ.request());
    }
}
