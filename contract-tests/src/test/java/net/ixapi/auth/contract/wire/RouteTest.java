package net.ixapi.auth.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {
    private static final String EMPTY = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    @Test
    void eachRequestHasTheHeadersOfTheRouteButNotInThePlaceOfItsOwn() {
        Route route = new Route(
                Route.DIRECT.tls(),
                Proxy.NO_PROXY,
                List.of(new Header("X-Gateway", "canary"), new Header("Accept", "text/plain")));
        try (RawServer server = RawServer.playing(RawServer.answering(EMPTY));
                Wire wire = new Wire(server.uri(), route, Limits.DEFAULT, Sleeper.REAL)) {
            Exchange exchange = wire.send(Request.bare("GET", "/"));
            wire.sendTogether(List.of(Request.bare("GET", "/"), Request.bare("GET", "/")));

            assertThat(server.requests())
                    .hasSize(3)
                    .allSatisfy(request -> assertThat(request)
                            .contains("\r\nX-Gateway: canary\r\n", "\r\nAccept: application/json\r\n")
                            .doesNotContain("text/plain"));
            assertThat(exchange.request().headers()).extracting(Header::name).contains("X-Gateway");
        }
    }

    /** The second is a name that containers have, and in which the JDK's URI finds no host. */
    @ParameterizedTest
    @ValueSource(strings = {"ix.example", "ix_server"})
    void aProxyFindsTheServer(String host) {
        RawServer.Script tunnel = dialogue -> {
            assertThat(dialogue.request()).startsWith("CONNECT " + host + ":80 HTTP/1.1\r\n");
            dialogue.send("HTTP/1.1 200 Connection established\r\n\r\n");
            RawServer.answering(EMPTY).play(dialogue);
        };
        try (RawServer server = RawServer.playing(tunnel);
                Wire wire = through(Proxy.Type.HTTP, server.uri().getPort(), host)) {
            assertThat(wire.send(Request.bare("GET", "/")).status()).isEqualTo(200);
            assertThat(server.requests().get(1)).startsWith("GET /api/v2/ HTTP/1.1\r\nHost: " + host + "\r\n");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "407 canary, the proxy refused the connection (407): --proxy-user takes the user and the password that it asks for",
        "403 canary, the proxy refused the connection (403)"
    })
    void aProxyThatRefusesIsNotTakenForTheServer(String status, String said) {
        String refusal = "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n";
        try (RawServer server = RawServer.playing(RawServer.answering(refusal));
                Wire wire = through(server)) {
            assertThat(wire.send(Request.bare("GET", "/")).outcome()).isEqualTo(said);
        }
    }

    /** RFC 1928, section 3: none of the methods that the client offers. */
    @Test
    void aSocksProxyThatRefusesIsNotTakenForTheServerEither() throws IOException {
        try (ServerSocket proxy = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> refused = CompletableFuture.runAsync(() -> refuse(proxy));
            try (Wire wire = through(Proxy.Type.SOCKS, proxy.getLocalPort(), "ix.example")) {
                assertThat(wire.send(Request.bare("GET", "/")).outcome())
                        .isEqualTo(
                                "the proxy refused the connection (No acceptable methods): --proxy-user takes the user and"
                                        + " the password that it asks for");
            }
            refused.join();
        }
    }

    private static void refuse(ServerSocket proxy) {
        try (Socket client = proxy.accept()) {
            client.getInputStream().read();
            client.getOutputStream().write(new byte[] {5, (byte) 0xFF});
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Wire through(RawServer proxy) {
        return through(Proxy.Type.HTTP, proxy.uri().getPort(), "ix.example");
    }

    private static Wire through(Proxy.Type type, int port, String host) {
        Proxy proxy = new Proxy(type, new InetSocketAddress("127.0.0.1", port));
        Route route = new Route(Route.DIRECT.tls(), proxy, List.of());
        return new Wire(URI.create("http://" + host + "/api/v2"), route, Limits.DEFAULT, Sleeper.REAL);
    }

    /** As a server does that knows the connection preface of HTTP/2 only, and waits. */
    @Test
    void aServerOfHttp2IsKnownByItsFirstFrame() {
        RawServer.Script http2 = dialogue -> {
            dialogue.send("\0\0\6\4\0\0\0\0\0\0\3\0\0\0\144");
            dialogue.hang();
        };
        try (RawServer server = RawServer.playing(http2);
                Wire wire = new Wire(server.uri(), Route.DIRECT, Limits.DEFAULT, Sleeper.REAL)) {
            Failure failure = wire.send(Request.bare("GET", "/")).failure();

            assertThat(failure.kind()).isEqualTo(Failure.Kind.NO_SERVER);
            assertThat(failure.text()).contains("HTTP/2", "nothing was judged");
        }
    }
}
