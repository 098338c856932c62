package net.ixapi.auth.client.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.UnauthorizedException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransportSettingsTest {
    private static final ApiOperation<Void> READ = ApiOperation.of("thing_read", "GET", "/thing");

    @AutoClose
    private final FakeServer server = new FakeServer();

    /** Less than a millisecond is none to a socket, and none is no bound; more than an int of them is an overflow. */
    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.000999S", "PT576H0.001S"})
    void noTimeoutIsOutOfBounds(Duration none) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TransportSettings().connectTimeout(none))
                .withMessageContaining("connectTimeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TransportSettings().responseTimeout(none))
                .withMessageContaining("responseTimeout");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TransportSettings().callTimeout(none))
                .withMessageContaining("callTimeout");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "proxy.example",
                "//proxy.example:3128",
                "proxy.example:3128",
                "/proxy",
                "socks5://proxy.example:1080",
                "http://proxy.example:65536"
            })
    void whatIsNotAnHttpProxyIsRefused(String proxy) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TransportSettings().proxy(URI.create(proxy)))
                .withMessageContaining("http://host:port");
    }

    @Test
    void theUserAgentIsSent() {
        try (HttpTransport transport = HttpTransport.to(
                server.uri(), new TransportSettings().httpClient(http -> http.setUserAgent("mine/1.0")))) {
            transport.send(READ.request());
        }
        assertThat(server.request().header("User-Agent")).containsExactly("mine/1.0");
    }

    @Test
    void requestsGoThroughTheProxy() {
        try (HttpTransport transport =
                HttpTransport.to(URI.create("http://ix.example/api"), new TransportSettings().proxy(server.uri()))) {
            transport.send(READ.request());
        }
        assertThat(server.request().target()).isEqualTo("http://ix.example/api/thing");
    }

    @Test
    void aProxyThatAsksForAPasswordGetsIt() {
        server.answers(request -> request.header("Proxy-Authorization").isEmpty()
                ? new FakeServer.Response(407, "", "Proxy-Authenticate", "Basic realm=\"proxy\"")
                : new FakeServer.Response(204, ""));
        URI proxy = URI.create(server.uri().toString().replace("//", "//me:p%40ss@"));
        try (HttpTransport transport =
                HttpTransport.to(URI.create("http://ix.example/api"), new TransportSettings().proxy(proxy))) {
            assertThat(transport.send(READ.request()).status()).isEqualTo(204);
        }
        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().get(1).header("Proxy-Authorization"))
                .containsExactly("Basic " + Base64.getEncoder().encodeToString("me:p@ss".getBytes(UTF_8)));
    }

    /** The password is the proxy's: an exchange that asks for one must not get it. */
    @Test
    void nobodyElseGetsThePasswordOfTheProxy() {
        server.answers(401, "", "WWW-Authenticate", "Basic realm=\"exchange\"");
        URI proxy = URI.create(server.uri().toString().replace("//", "//me:canary-5f1d@"));
        TransportSettings settings = new TransportSettings().proxy(proxy);
        try (HttpTransport transport = HttpTransport.to(URI.create("http://ix.example/api"), settings)) {
            assertThat(Failures.saidBy(Failures.of(UnauthorizedException.class, transport, READ.request())))
                    .doesNotContain("canary-5f1d");
        }
        assertThat(server.request().header("Authorization")).isEmpty();
        assertThat(settings.toString()).doesNotContain("canary-5f1d");
    }

    @Test
    void theProxyMayBeChosenForEachRequest() {
        InetSocketAddress proxy =
                new InetSocketAddress("127.0.0.1", server.uri().getPort());
        try (HttpTransport transport = HttpTransport.to(
                URI.create("http://ix.example/api"),
                new TransportSettings().httpClient(http -> http.setProxySelector(ProxySelector.of(proxy))))) {
            transport.send(READ.request());
        }
        assertThat(server.request().target()).isEqualTo("http://ix.example/api/thing");
    }

    /** The server says a date to come back at, and not what time it is. */
    @Test
    void datesInAnswersAreReadByTheClock() throws IOException {
        Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:03Z"), ZoneOffset.UTC);
        String busy = "HTTP/1.1 503 Busy\r\nRetry-After: Fri, 02 Jan 2026 03:04:05 GMT\r\nContent-Length: 0\r\n\r\n";
        try (FaultServer exchange = FaultServer.that(FaultServer.sends(busy));
                HttpTransport transport = HttpTransport.to(exchange.uri(), new TransportSettings().clock(clock))) {
            assertThat(Failures.of(ApiStatusException.class, transport, READ.request())
                            .retryAfter())
                    .contains(Duration.ofSeconds(2));
        }
    }

    /** As containers have it. The JDK's URI knows no host in such an address. */
    @Test
    void aHostMayHaveAnUnderscoreInItsName() {
        try (HttpTransport transport =
                HttpTransport.to(URI.create("http://ix_api:8080/api"), new TransportSettings().proxy(server.uri()))) {
            transport.send(READ.request());
        }
        assertThat(server.request().target()).isEqualTo("http://ix_api:8080/api/thing");
        assertThat(server.request().header("Host")).containsExactly("ix_api:8080");
    }

    /** Without it, TlsFailureTest shows, the same server is refused. */
    @Test
    void theSslContextSaysWhomToTrust() throws Exception {
        SSLContext trusting = Certificates.trusting("local");
        try (FaultServer exchange = Certificates.serverOf(
                        "local", FaultServer.sends("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"));
                HttpTransport transport =
                        HttpTransport.to(exchange.uri("https"), new TransportSettings().sslContext(trusting))) {
            assertThat(transport.send(READ.request()).status()).isEqualTo(204);
        }
    }
}
