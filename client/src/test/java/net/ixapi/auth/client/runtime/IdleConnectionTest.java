package net.ixapi.auth.client.runtime;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** Connections that were idle, which servers drop without a word to those who might use them next. */
class IdleConnectionTest {
    private static final ApiOperation<String> READ =
            ApiOperation.of("thing_read", "GET", "/thing").returns(new TypeRef<String>() {});
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n\"x\"";

    @Test
    void oneThatTheServerHasDroppedIsNotUsed() throws Exception {
        CountDownLatch dropped = new CountDownLatch(1);
        TransportSettings settings = new TransportSettings();
        settings.validateAfterInactivity = Duration.ofMillis(1);
        try (FaultServer server = FaultServer.that((connection, self) -> {
                    connection.getOutputStream().write(ANSWER.getBytes(US_ASCII));
                    connection.close();
                    dropped.countDown();
                });
                HttpTransport transport = HttpTransport.to(server.uri(), settings)) {
            transport.send(READ.request());
            dropped.await();
            awaitMillis(2);
            assertThat(transport.send(READ.request()).body()).isEqualTo("x");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    /** The server keeps the first connection open, but would not answer on it. */
    @Test
    void oneThatWasIdleForLongIsNotUsed() throws IOException {
        TransportSettings settings = new TransportSettings().responseTimeout(Duration.ofSeconds(5));
        settings.idleTimeout = Duration.ofMillis(1);
        try (FaultServer server = FaultServer.that(FaultServer.isSilentAfter(ANSWER));
                HttpTransport transport = HttpTransport.to(server.uri(), settings)) {
            transport.send(READ.request());
            awaitMillis(2);
            assertThat(transport.send(READ.request()).body()).isEqualTo("x");
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    /** Servers drop connections after a minute, or later. */
    @Test
    void byDefaultNoneIsUsedAfterAMinuteNorUnseenAfterASecond() {
        TransportSettings settings = new TransportSettings();
        assertThat(settings.idleTimeout).isBetween(Duration.ofSeconds(30), Duration.ofSeconds(55));
        assertThat(settings.validateAfterInactivity).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    /** HttpClient goes by the system's clock, which cannot be injected; it stands still for a millisecond at most. */
    private static void awaitMillis(long millis) {
        long end = System.currentTimeMillis() + millis;
        while (System.currentTimeMillis() <= end) {
            Thread.onSpinWait();
        }
    }
}
