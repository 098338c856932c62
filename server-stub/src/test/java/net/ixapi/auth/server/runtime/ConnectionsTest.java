package net.ixapi.auth.server.runtime;

import static net.ixapi.auth.server.runtime.RawPeer.head;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsTest {
    private static final String POST = "POST /api/text HTTP/1.1";
    private static final String JSON = "Content-Type: application/json";

    @AutoClose
    private static final TestApi API = TestApi.of(
            TestApi.route("GET", "/text", "200", call -> "got"),
            TestApi.route("POST", "/text", "201", call -> call.body(new TypeReference<String>() {})));

    @Test
    void serveHttp10() throws Exception {
        assertThat(RawPeer.exchange(API.port(), "GET /api/text HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.1 200 OK\r\n")
                .endsWith("\r\n\r\n\"got\"");
    }

    @Test
    void serveAClientThatAsksWhetherToGoOn() throws Exception {
        String request = head(POST, JSON, "Content-Length: 3", "Expect: 100-continue") + "\"a\"";

        assertThat(RawPeer.exchange(API.port(), request))
                .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\n")
                .endsWith("\r\n\r\n\"a\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/api/text | application/json | 201 Created",
                "/api/text | text/plain       | 415 Unsupported Media Type",
                "/api/none | application/json | 404 Not Found"
            })
    void serveTwoRequestsThatComeAtOnce(String path, String type, String first) throws Exception {
        String post =
                "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: " + type + "\r\nContent-Length: 3\r\n\r\n";

        assertThat(RawPeer.exchange(API.port(), post + "\"a\"" + head("GET /api/text HTTP/1.1")))
                .startsWith("HTTP/1.1 " + first + "\r\n")
                .containsOnlyOnce("HTTP/1.1 200 OK\r\n")
                .endsWith("\r\n\r\n\"got\"");
    }

    @Test
    void serveAChunkedBody() throws Exception {
        String request = head(POST, JSON, "Transfer-Encoding: chunked") + RawPeer.chunked("\"a\"");

        assertThat(RawPeer.exchange(API.port(), request))
                .startsWith("HTTP/1.1 201 ")
                .endsWith("\r\n\r\n\"a\"");
    }

    @Test
    void refuseABodyThatEndsEarly() throws Exception {
        assertThat(RawPeer.exchangeAndShutOutput(API.port(), head(POST, JSON, "Content-Length: 9") + "\"a\""))
                .startsWith("HTTP/1.1 400 ")
                .endsWith("\"detail\":\"The body ended early, or is not as HTTP frames it.\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ZZ\r\n\"a\"\r\n0\r\n\r\n", "3\r\n\"a\"x0\r\n\r\n", "-1\r\n\r\n"})
    void refuseChunksThatAreNone(String chunks) throws Exception {
        assertThat(RawPeer.exchange(API.port(), head(POST, JSON, "Transfer-Encoding: chunked") + chunks))
                .startsWith("HTTP/1.1 400 ")
                .endsWith("\"detail\":\"The body ended early, or is not as HTTP frames it.\"}");
    }

    @Test
    void serveOthersWhenAClientBreaksOff() throws Exception {
        for (int i = 0; i < 20; i++) {
            RawPeer.breakOff(API.port(), head(POST, JSON, "Content-Length: 9") + "\"a");
            RawPeer.breakOff(API.port(), "POST /api/te");
            RawPeer.breakOff(API.port(), head("GET /api/text HTTP/1.1"));
        }

        assertThat(API.post("/text", "\"a\"").statusCode()).isEqualTo(201);
    }

    @Test
    @Timeout(60)
    void serveOneRequestWhileAnotherIsUnderWay() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        ApiRoute slow = TestApi.route("GET", "/slow", "200", call -> whenReleased(asked, released));
        try (TestApi two = TestApi.of(slow, TestApi.route("GET", "/fast", "200", call -> "fast"))) {
            CompletableFuture<HttpResponse<String>> waiting = two.sendAsync(two.to("/slow"));
            asked.await();
            assertThat(two.get("/fast").body()).isEqualTo("\"fast\"");
            assertThat(waiting).isNotDone();
            released.countDown();
            assertThat(waiting.get().body()).isEqualTo("\"slow\"");
        }
    }

    private static Object whenReleased(CountDownLatch asked, CountDownLatch released) {
        asked.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "slow";
    }
}
