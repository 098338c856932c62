package net.ixapi.auth.contract.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class RequestsOnTheWireTest {
    private static final String EMPTY = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    @Test
    void withALength() {
        assertThat(sent(Request.json("POST", "/auth/token", "{}")))
                .isEqualTo("POST /api/v2/auth/token HTTP/1.1\r\nHost: HOST\r\nUser-Agent: ixapi-auth-contract\r\n"
                        + "Accept-Encoding: identity\r\nContent-Type: application/json\r\n"
                        + "Accept: application/json\r\nContent-Length: 2\r\n\r\n{}");
    }

    @Test
    void inChunks() {
        assertThat(sent(Request.json("POST", "/", "hello").withFraming(Framing.CHUNKED)))
                .endsWith("\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n");
    }

    @Test
    void withoutABody() {
        assertThat(sent(Request.bare("GET", "/auth/token")))
                .isEqualTo("GET /api/v2/auth/token HTTP/1.1\r\nHost: HOST\r\nUser-Agent: ixapi-auth-contract\r\n"
                        + "Accept-Encoding: identity\r\nAccept: application/json\r\n\r\n");
    }

    @Test
    void withAHeaderInThePlaceOfAnother() {
        assertThat(sent(Request.bare("GET", "/").withHeader("accept", "text/html")))
                .contains("\r\naccept: text/html\r\n")
                .doesNotContain("Accept: application/json");
    }

    /** A server's token may have one. */
    @Test
    void withAHeaderThatDoesNotEndAtALineBreak() {
        assertThat(sent(Request.bare("GET", "/").withHeader("Authorization", "Bearer a\r\n\r\nb\n")))
                .endsWith("\r\nAuthorization: Bearer a  b \r\n\r\n");
    }

    @Test
    void withBytesThatAreNoText() {
        byte[] bytes = {0, (byte) 0xFF, '\r', '\n'};

        assertThat(sent(Wires.REQUEST.withBody(bytes))).endsWith("\r\n\r\n\0\u00ff\r\n");
    }

    @Test
    void aSlashAtTheEndOfTheBaseAddressIsNoFurtherSlash() {
        try (RawServer server = RawServer.playing(RawServer.answering(EMPTY));
                Wire wire = Wires.to(URI.create(server.uri() + "/"), Wires.LONG)) {
            wire.send(Request.bare("GET", "/auth/token"));

            assertThat(server.requests().get(0)).startsWith("GET /api/v2/auth/token HTTP/1.1\r\n");
        }
    }

    @Test
    void isNotPrintedWithItsBody() {
        Request request = Wires.REQUEST.withBody("canary".getBytes(UTF_8)).withHeader("X", "canary");

        assertThat(request.toString() + request.headers()).isEqualTo("POST /auth/token[Content-Type, Accept, X]");
    }

    private static String sent(Request request) {
        try (RawServer server = RawServer.playing(RawServer.answering(EMPTY));
                Wire wire = Wires.to(server.uri(), Wires.LONG)) {
            assertThat(wire.send(request).status()).isEqualTo(200);
            return server.requests().get(0).replace(server.uri().getAuthority(), "HOST");
        }
    }
}
