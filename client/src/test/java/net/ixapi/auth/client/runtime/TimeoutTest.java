package net.ixapi.auth.client.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketTimeoutException;
import net.ixapi.auth.client.error.ApiConnectionException;
import net.ixapi.auth.client.error.ApiTimeoutException;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeoutTest {
    private static final ApiOperation<String> READ =
            ApiOperation.of("thing_read", "GET", "/thing").returns(new TypeRef<String>() {});

    @ParameterizedTest
    @ValueSource(strings = {"", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n\"half"})
    void aSilentServerIsNotWaitedForLonger(String beginning) throws IOException {
        try (RawPeer peer = RawPeer.silentAfter(beginning.getBytes(UTF_8));
                CloseableHttpClient http = Clients.impatientForAnswers()) {
            ApiTimeoutException failure = Failures.of(
                    ApiTimeoutException.class,
                    new HttpTransport(peer.uri(), http, new TransportSettings()),
                    READ.request());
            assertThat(failure)
                    .hasMessageStartingWith("thing_read: no response in time: ")
                    .hasCauseInstanceOf(SocketTimeoutException.class);
            assertThat(failure.operation()).isEqualTo("thing_read");
        }
    }

    @Test
    void aFreeConnectionIsNotWaitedForLonger() throws Exception {
        try (RawPeer peer = RawPeer.silentAfter();
                CloseableHttpClient http = Clients.impatientForConnections()) {
            HttpTransport transport = new HttpTransport(peer.uri(), http, new TransportSettings());
            Background.send(transport, READ.request());
            peer.awaitRequest();
            ApiTimeoutException failure = Failures.of(ApiTimeoutException.class, transport, READ.request());
            assertThat(failure).hasMessageStartingWith("thing_read: no response in time: ");
            assertThat(failure.mayHaveBeenProcessed()).isFalse();
        }
    }

    @Test
    void anInterruptIsNoTimeout() throws Exception {
        try (RawPeer peer = RawPeer.silentAfter();
                CloseableHttpClient http = Clients.patient()) {
            HttpTransport transport = new HttpTransport(peer.uri(), http, new TransportSettings());
            Background.send(transport, READ.request());
            peer.awaitRequest();
            Thread.currentThread().interrupt();
            ApiConnectionException failure = Failures.of(ApiConnectionException.class, transport, READ.request());
            assertThat(Thread.interrupted()).isTrue();
            assertThat(failure).isExactlyInstanceOf(ApiConnectionException.class);
        }
    }

    @Test
    void everyWaitOfAnOwnClientIsBounded() throws IOException {
        try (CloseableHttpClient http =
                HttpTransport.httpClient(new TransportSettings()).build()) {
            RequestConfig config = ((Configurable) http).getConfig();
            assertThat(config.getResponseTimeout()).isEqualTo(Timeout.ofSeconds(30));
            assertThat(config.getConnectionRequestTimeout()).isEqualTo(Timeout.ofSeconds(5));
        }
    }
}
