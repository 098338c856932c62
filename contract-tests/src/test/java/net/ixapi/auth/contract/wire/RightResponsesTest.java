package net.ixapi.auth.contract.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that look unusual, but are right. */
class RightResponsesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 201\r\ncontent-length:2\r\n\r\n{}",
                "HTTP/1.0 201 Created\r\n\r\n{}",
                "HTTP/1.1 201 Created\r\nConnection: close\r\n\r\n{}",
                "HTTP/1.1 201 Created\r\nTransfer-Encoding: chunked\r\n\r\n1;a=b\r\n{\r\n1\r\n}\r\n0\r\nTrailer: x\r\n\r\n",
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}",
                "HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\n"
                        + "HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}"
            })
    void areReadToTheirEnd(String text) {
        Response response = Wires.exchange(text).response();

        assertThat(response.status()).isEqualTo(201);
        assertThat(response.text()).isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"HTTP/1.1 204 No Content\r\n\r\n", "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n"})
    void haveNoBodyWhereHttpSaysSo(String text) {
        assertThat(Wires.exchange(text).response().body()).isEmpty();
    }

    @Test
    void theAnswerToHeadHasNoBody() {
        try (RawServer server = RawServer.playing(RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"));
                Wire wire = Wires.to(server.uri(), Wires.LONG)) {
            assertThat(wire.send(Request.bare("HEAD", "/")).response().body()).isEmpty();
        }
    }

    @Test
    void aCompressedBodyStaysAsItIs() throws IOException {
        byte[] bomb = compressed(new byte[10 << 20]);
        Exchange exchange = Wires.exchange(Wires.LONG, dialogue -> {
            dialogue.request();
            dialogue.send("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n");
            dialogue.send(bomb);
        });

        assertThat(exchange.response().body()).isEqualTo(bomb).hasSizeLessThan(Wires.BYTES);
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (RawServer elsewhere =
                        RawServer.playing(RawServer.answering("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
                RawServer server = RawServer.playing(RawServer.answering(
                        "HTTP/1.1 307 Elsewhere\r\nLocation: " + elsewhere.uri() + "\r\nContent-Length: 0\r\n\r\n"));
                Wire wire = Wires.to(server.uri(), Wires.LONG)) {
            assertThat(wire.send(Wires.REQUEST).status()).isEqualTo(307);
            assertThat(elsewhere.connections()).isZero();
        }
    }

    @Test
    void anAnswerBeforeTheWholeBodyWasReadIsAnAnswer() {
        Request huge = Wires.REQUEST.withBody(new byte[16 << 20]);
        try (RawServer server = RawServer.playing(dialogue -> {
                    dialogue.head();
                    dialogue.send("HTTP/1.1 413 Too Large\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
                });
                Wire wire = Wires.to(server.uri(), Wires.LONG)) {
            assertThat(wire.send(huge).status()).isEqualTo(413);
        }
    }

    private static byte[] compressed(byte[] bytes) throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        }
        return compressed.toByteArray();
    }
}
