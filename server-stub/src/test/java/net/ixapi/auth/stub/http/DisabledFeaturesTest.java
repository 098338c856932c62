package net.ixapi.auth.stub.http;

import static org.assertj.core.api.Assertions.assertThat;

import net.ixapi.auth.server.runtime.RawPeer;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Javalin would begin a session, which it never forgets, for each request that speaks of web sockets. */
class DisabledFeaturesTest {
    private static final String WEB_SOCKET =
            "Connection: close, Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";

    @AutoClose
    private final StubServer stub =
            StubServer.builder().account(Account.EXAMPLE).start();

    @ParameterizedTest
    @ValueSource(strings = {"/", "/docs", "/nowhere", "/api/v2/auth/token"})
    void noSessionIsBegunForWhoeverAsksForAWebSocket(String path) throws Exception {
        assertThat(RawPeer.exchange(
                        stub.baseUri().getPort(), "GET " + path + " HTTP/1.1\r\nHost: a\r\n" + WEB_SOCKET + "\r\n"))
                .startsWith("HTTP/1.1 ")
                .doesNotContain("HTTP/1.1 101", "HTTP/1.1 5", "Set-Cookie");
    }

    /** RFC 9110, section 7.8: a server may ignore the wish for another protocol. */
    @Test
    void aLogInIsAnsweredWhateverProtocolTheClientWishesFor() throws Exception {
        String body = "{\"api_key\":\"" + Account.EXAMPLE.apiKey() + "\",\"api_secret\":\""
                + Account.EXAMPLE.apiSecret() + "\"}";

        assertThat(RawPeer.exchange(
                        stub.baseUri().getPort(),
                        "POST /api/v2/auth/token HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + WEB_SOCKET
                                + "Content-Length: " + body.length() + "\r\n\r\n" + body))
                .startsWith("HTTP/1.1 201 ")
                .doesNotContain("Set-Cookie");
    }
}
