package net.ixapi.auth.client.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SuccessBodyTest {
    record Thing(String name, OffsetDateTime since) {}

    private static final ApiOperation<Thing> READ =
            ApiOperation.of("thing_read", "GET", "/thing").returns(new TypeRef<Thing>() {});
    private static final ApiOperation<Map<String, List<Thing>>> LIST =
            ApiOperation.of("thing_list", "GET", "/things").returns(new TypeRef<Map<String, List<Thing>>>() {});
    private static final ApiOperation<Void> DROP = ApiOperation.of("thing_drop", "DELETE", "/thing");

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri());

    @Test
    void jsonBecomesTheModel() {
        server.answers(200, """
                {"name": "Zürich", "since": "2026-01-31T10:00:00+02:00"}
                """);
        assertThat(transport.send(READ.request()).body())
                .isEqualTo(new Thing("Zürich", OffsetDateTime.parse("2026-01-31T10:00:00+02:00")));
    }

    @Test
    void typesKeepTheirArguments() {
        server.answers(200, "{\"a\": [{\"name\": \"x\"}]}");
        assertThat(transport.send(LIST.request()).body()).isEqualTo(Map.of("a", List.of(new Thing("x", null))));
    }

    @Test
    void membersThatTheDocumentDoesNotKnowArePassedOver() {
        server.answers(200, "{\"name\": \"x\", \"new\": {\"deep\": [1]}}");
        assertThat(transport.send(READ.request()).body()).isEqualTo(new Thing("x", null));
    }

    @Test
    void theServersContentTypeDoesNotMatter() {
        server.answers(200, "{\"name\": \"x\"}", "Content-Type", "text/plain");
        assertThat(transport.send(READ.request()).body()).isEqualTo(new Thing("x", null));
    }

    @Test
    void aCompressedAnswerIsUnpacked() throws IOException {
        try (RawPeer peer = RawPeer.silentAfter(compressed("{\"name\": \"x\"}"));
                HttpTransport compressing = HttpTransport.to(peer.uri())) {
            assertThat(compressing.send(READ.request()).body()).isEqualTo(new Thing("x", null));
        }
    }

    @Test
    void whereNothingIsPromisedNothingIsRead() {
        server.answers(200, "<html>done</html>");
        assertThat(transport.send(DROP.request()).body()).isNull();
    }

    @Test
    void whereNothingIsPromisedNothingNeedCome() {
        server.answers(204, "");
        assertThat(transport.send(DROP.request()).status()).isEqualTo(204);
    }

    private static byte[] compressed(String body) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(body.getBytes(UTF_8));
        }
        String head = "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n";
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.writeBytes(head.getBytes(UTF_8));
        answer.writeBytes(packed.toByteArray());
        return answer.toByteArray();
    }
}
