package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import net.ixapi.auth.client.error.ApiConnectionException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private static final ApiOperation<Void> READ = ApiOperation.of("thing_read", "GET", "/thing");

    @AutoClose
    private final FakeServer server = new FakeServer();

    @Test
    void aSharedConnectionManagerStaysOpen() {
        TransportSettings settings = new TransportSettings();
        PoolingHttpClientConnectionManager shared =
                HttpClientFactory.connections(settings, SystemDefaultDnsResolver.INSTANCE);
        settings.httpClient(http -> http.setConnectionManager(shared).setConnectionManagerShared(true));
        try (shared) {
            HttpTransport first = HttpTransport.to(server.uri(), settings);
            first.send(READ.request());
            first.close();
            HttpTransport.to(server.uri(), settings).send(READ.request());
        }
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void anOwnClientSendsNothingMore() {
        HttpTransport transport = HttpTransport.to(server.uri());
        transport.send(READ.request());
        transport.close();
        assertThat(Failures.of(ApiConnectionException.class, transport, READ.request()))
                .isExactlyInstanceOf(ApiConnectionException.class)
                .hasMessageStartingWith("thing_read: no response: ")
                .hasMessageEndingWith("the client was closed or the thread interrupted");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void closingTwiceIsClosing() {
        HttpTransport transport = HttpTransport.to(server.uri());
        transport.close();
        transport.close();
        Failures.of(ApiConnectionException.class, transport, READ.request());
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void requestsUnderWayEnd() throws Exception {
        try (RawPeer peer = RawPeer.silentAfter()) {
            HttpTransport transport = HttpTransport.to(peer.uri());
            CompletableFuture<ApiResponse<Void>> response = Background.send(transport, READ.request());
            peer.awaitRequest();
            transport.close();
            assertThat(response)
                    .failsWithin(Duration.ofSeconds(10))
                    .withThrowableThat()
                    .havingCause()
                    .isExactlyInstanceOf(ApiConnectionException.class);
        }
    }
}
