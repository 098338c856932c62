package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.UnknownHostException;
import net.ixapi.auth.client.error.ApiConnectionException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
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
                .hasMessageStartingWith("thing_read: no response: ")
                .hasMessageContaining("refused")
                .hasMessageContaining(nobody.toString())
                .hasCauseInstanceOf(ConnectException.class);
        assertThat(failure.operation()).isEqualTo("thing_read");
        assertThat(failure.mayHaveBeenProcessed()).isFalse();
    }

    @Test
    void aNameThatNobodyKnows() throws IOException {
        TransportSettings settings = new TransportSettings();
        DnsResolver names = new SystemDefaultDnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                throw new UnknownHostException(host);
            }
        };
        try (CloseableHttpClient http =
                HttpClientFactory.builder(settings, names).build()) {
            HttpTransport transport = new HttpTransport(URI.create("http://ix.example"), http, settings);
            ApiConnectionException failure = Failures.of(ApiConnectionException.class, transport, READ.request());
            assertThat(failure).hasMessage("thing_read: no response: java.net.UnknownHostException: ix.example");
            assertThat(failure.mayHaveBeenProcessed()).isFalse();
        }
    }

    @Test
    void theServerHangsUpBeforeItAnswers() throws IOException {
        try (RawPeer peer = RawPeer.sending("")) {
            ApiConnectionException failure = failure(peer.uri());
            assertThat(failure).hasMessageContaining("NoHttpResponseException");
            assertThat(failure.mayHaveBeenProcessed()).isTrue();
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
            assertThat(failure(peer.uri())).hasMessageStartingWith("thing_read: no response: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"SSH-2.0-OpenSSH_9.2", "HTTP/9.9 200 OK", "HTTP/1.1 OK"})
    void theServerSpeaksAnotherProtocol(String line) throws IOException {
        try (RawPeer peer = RawPeer.sending(line, "", "")) {
            assertThat(failure(peer.uri())).hasMessageStartingWith("thing_read: no response: ");
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
