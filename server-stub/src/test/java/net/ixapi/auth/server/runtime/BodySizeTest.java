package net.ixapi.auth.server.runtime;

import static net.ixapi.auth.server.runtime.TestApi.detail;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodySizeTest {
    private static final int MOST_BODY_BYTES = 1 << 20;

    @AutoClose
    private static final TestApi API = limitedTo(MOST_BODY_BYTES);

    private static TestApi limitedTo(int bytes) {
        return TestApi.of(
                config -> config.http.maxRequestSize = bytes,
                TestApi.route(
                        "POST",
                        "/text",
                        "201",
                        call -> call.body(new TypeReference<String>() {}).length()));
    }

    /** A JSON string of so many bytes, the quotes among them. */
    private static byte[] text(int bytes) {
        return ("\"" + "a".repeat(bytes - 2) + "\"").getBytes(StandardCharsets.US_ASCII);
    }

    private static HttpResponse<String> post(BodyPublisher body) throws Exception {
        return API.send(
                API.to("/text").header("Content-Type", "application/json").POST(body));
    }

    private static BodyPublisher chunked(byte[] body) {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
    }

    @Test
    void mayReachTheBound() throws Exception {
        String length = String.valueOf(MOST_BODY_BYTES - 2);

        assertThat(post(BodyPublishers.ofByteArray(text(MOST_BODY_BYTES))).body())
                .isEqualTo(length);
        assertThat(post(chunked(text(MOST_BODY_BYTES))).body()).isEqualTo(length);
    }

    @Test
    void mayNotPassTheBound() throws Exception {
        String expected = "The body must not be longer than 1048576 bytes.";

        assertThat(detail(post(BodyPublishers.ofByteArray(text(MOST_BODY_BYTES + 1))), 413, "Content Too Large"))
                .isEqualTo(expected);
        assertThat(detail(post(chunked(text(MOST_BODY_BYTES + 1))), 413, "Content Too Large"))
                .isEqualTo(expected);
    }

    @Test
    void mayBeWhatTheServersConfigurationSays() throws Exception {
        try (TestApi narrow = limitedTo(10)) {
            assertThat(narrow.post("/text", "\"12345678\"").statusCode()).isEqualTo(201);
            assertThat(detail(narrow.post("/text", "\"123456789\""), 413, "Content Too Large"))
                    .isEqualTo("The body must not be longer than 10 bytes.");
        }
    }

    /** A client that is still writing when the connection is closed would not read the answer. */
    @Test
    void isReadToItsEndWhereItIsNotMuchTooLong() throws Exception {
        String half = "a".repeat(MOST_BODY_BYTES);

        assertThat(inTwo("Content-Length: " + 2 * MOST_BODY_BYTES, half + "a", half.substring(1)))
                .startsWith("HTTP/1.1 413 ")
                .contains("HTTP/1.1 404 ");
        assertThat(inTwo(
                        "Transfer-Encoding: chunked",
                        RawPeer.chunk(half + "a"),
                        RawPeer.chunk("a") + RawPeer.chunk("")))
                .startsWith("HTTP/1.1 413 ")
                .contains("HTTP/1.1 404 ");
    }

    /** A body whose second half is not sent before another request was answered, and one more request after it. */
    private static String inTwo(String framing, String first, String second) throws Exception {
        String head = "POST /api/text HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n" + framing + "\r\n\r\n";
        return RawPeer.exchange(
                API.port(),
                head + first,
                () -> post(BodyPublishers.ofByteArray(text(MOST_BODY_BYTES))),
                second + RawPeer.head("GET /api/none HTTP/1.1"));
    }

    /** None of these sends the body: who waited for it would see no response. */
    @ParameterizedTest
    @ValueSource(longs = {3 * MOST_BODY_BYTES + 1, 3_000_000_000L, Long.MAX_VALUE})
    void isRefusedBeforeItIsReadWhereItIsMuchTooLong(long length) throws Exception {
        String request =
                RawPeer.head("POST /api/text HTTP/1.1", "Content-Type: application/json", "Content-Length: " + length);

        assertThat(RawPeer.exchange(API.port(), request)).startsWith("HTTP/1.1 413 ");
    }
}
