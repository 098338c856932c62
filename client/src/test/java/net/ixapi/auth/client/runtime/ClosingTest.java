package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import net.ixapi.auth.client.error.ApiConnectionException;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ClosingTest {
    private static final ApiOperation<Void> READ =
            ApiOperation.of("thing_read", "GET", "/thing").returnsNothing();

    @AutoClose
    private final FakeServer server = new FakeServer();

    @Test
    void aClientOfTheCallersStaysOpen() throws IOException {
        try (CloseableHttpClient http = Clients.patient()) {
            HttpTransport first = HttpTransport.over(http, server.uri());
            first.close();
            first.send(READ.request());
            HttpTransport.over(http, server.uri()).send(READ.request());
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
                .hasMessageStartingWith("thing_read: no answer: ")
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
