package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import net.ixapi.auth.client.error.ApiConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionFailureTest {
    private static final ApiOperation<String> READ =
            ApiOperation.of("thing_read", "GET", "/thing").returns(new TypeRef<String>() {});

    @Test
    void nobodyListens() throws IOException {
        URI nobody = portOfNobody();
        ApiConnectionException failure = failure(nobody);
        assertThat(failure)
                .hasMessageStartingWith("thing_read: no answer: ")
                .hasMessageContaining("refused")
                .hasMessageContaining(nobody.toString())
                .hasCauseInstanceOf(ConnectException.class);
        assertThat(failure.operation()).isEqualTo("thing_read");
    }

    @Test
    void theServerHangsUpBeforeItAnswers() throws IOException {
        try (RawPeer peer = RawPeer.sending("")) {
            assertThat(failure(peer.uri())).hasMessageContaining("NoHttpResponseException");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"200 OK", "400 Bad Request", "500 Internal Server Error"})
    void theServerHangsUpInTheMiddleOfTheBody(String status) throws IOException {
        try (RawPeer peer = RawPeer.sending("HTTP/1.1 " + status, "Content-Length: 100", "", "\"half")) {
            assertThat(failure(peer.uri())).hasMessageContaining("ConnectionClosedException");
        }
    }

    @Test
    void theServerHangsUpInTheMiddleOfTheHeaders() throws IOException {
        try (RawPeer peer = RawPeer.sending("HTTP/1.1 200 OK", "Content-Le")) {
            assertThat(failure(peer.uri())).hasMessageStartingWith("thing_read: no answer: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.2", "HTTP/9.9 200 OK", "HTTP/1.1 OK"})
    void theServerSpeaksAnotherProtocol(String line) throws IOException {
        try (RawPeer peer = RawPeer.sending(line, "", "")) {
            assertThat(failure(peer.uri())).hasMessageStartingWith("thing_read: no answer: ");
        }
    }

    private static ApiConnectionException failure(URI server) {
        try (HttpTransport transport = HttpTransport.to(server)) {
            ApiConnectionException failure = Failures.of(ApiConnectionException.class, transport, READ.request());
            assertThat(failure).isExactlyInstanceOf(ApiConnectionException.class);
            return failure;
        }
    }

    private static URI portOfNobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }
}
