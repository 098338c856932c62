package net.ixapi.auth.server.runtime;

import static net.ixapi.auth.server.runtime.RawPeer.head;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Jetty refuses before Javalin sees it is a problem too, and not a page of HTML. */
class ConnectionErrorsTest {
    private static final String DETAIL = "The request is not one that HTTP allows, or is too long.";

    @AutoClose
    private static final TestApi API = TestApi.of(TestApi.route("GET", "/a", "200", call -> "here"));

    private static void assertProblem(String response, int status, String title) {
        assertProblem(response, status, title, DETAIL);
    }

    private static void assertProblem(String response, int status, String title, String detail) {
        assertThat(response)
                .startsWith("HTTP/1.1 " + status + " ")
                .contains("\r\nContent-Type: application/json\r\n")
                .endsWith("\r\n\r\n{\"status\":" + status + ",\"title\":\"" + title + "\",\"detail\":\"" + detail
                        + "\"}");
    }

    /** Whatever a document's problem has: it is written as the responses to other errors are. */
    @Test
    void haveTheTimesOfTheDocument() throws Exception {
        Problems timed = new TestProblems() {
            @Override
            public Object httpError(int status, String title, String detail) {
                return Map.of("at", OffsetDateTime.parse("2020-02-29T12:00:00+02:00"));
            }
        };
        try (TestApi other = TestApi.of(timed, TestApi.route("GET", "/a", "200", call -> "here"))) {
            assertThat(RawPeer.exchange(other.port(), "GARBAGE\r\n\r\n"))
                    .endsWith("\r\n\r\n{\"at\":\"2020-02-29T12:00:00+02:00\"}");
        }
    }

    /** What the runtime keeps for each thread that writes from the heap was a tenth of the memory after hostile requests. */
    @Test
    void areWrittenFromOutsideTheHeap() throws Exception {
        BlockingQueue<ByteBuffer> written = new LinkedBlockingQueue<>();
        try (TestApi other = TestApi.of(
                config -> config.jetty.modifyServer(server -> {
                    Request.Handler errors = server.getErrorHandler();
                    server.setErrorHandler((request, response, callback) ->
                            errors.handle(request, noting(written, request, response), callback));
                }),
                TestApi.route("GET", "/a", "200", call -> "here"))) {
            assertProblem(RawPeer.exchange(other.port(), "GARBAGE\r\n\r\n"), 400, "Bad Request");
        }
        assertThat(written).isNotEmpty().allMatch(ByteBuffer::isDirect);
    }

    private static Response noting(Collection<ByteBuffer> written, Request request, Response response) {
        return new Response.Wrapper(request, response) {
            @Override
            public void write(boolean last, ByteBuffer content, Callback callback) {
                written.add(content);
                super.write(last, content, callback);
            }
        };
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GARBAGE",
                "GET",
                "GET /api/a HTTP/1.1 x",
                "GET /api/%zz HTTP/1.1",
                "GET /api/%ff HTTP/1.1",
                "GET /api/%00 HTTP/1.1",
                "G\u0000T /api/a HTTP/1.1"
            })
    void answersAMalformedRequestLine(String line) throws Exception {
        assertProblem(RawPeer.exchange(API.port(), head(line)), 400, "Bad Request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host: b",
                "X : a",
                "X",
                "X: a\u0000b",
                "Content-Length: x",
                "Content-Length: -1",
                "Content-Length: 1\r\nContent-Length: 2",
                "Content-Length: 1\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: x"
            })
    void answersAMalformedHeader(String header) throws Exception {
        assertProblem(RawPeer.exchange(API.port(), head("GET /api/a HTTP/1.1", header)), 400, "Bad Request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/2.0", "HTTP/3.0", "HTTPS/1.1"})
    void answersARequestOfAnotherHttp(String version) throws Exception {
        assertProblem(
                RawPeer.exchange(API.port(), "GET /api/a " + version + "\r\nHost: a\r\n\r\n"),
                505,
                "HTTP Version Not Supported",
                "The server speaks HTTP/1.1 and HTTP/1.0.");
    }

    @Test
    void answersARequestWithoutAHost() throws Exception {
        assertProblem(RawPeer.exchange(API.port(), "GET /api/a HTTP/1.1\r\n\r\n"), 400, "Bad Request");
    }

    @Test
    void answersWhatIsForNoAddress() throws Exception {
        assertProblem(
                RawPeer.exchange(API.port(), head("OPTIONS * HTTP/1.1")),
                404,
                "Not Found",
                "There is nothing at this address.");
        assertProblem(
                RawPeer.exchange(API.port(), head("GET /api/a HTTP/1.1", "Expect: more")),
                417,
                "Expectation Failed",
                "The server expects nothing but 100-continue.");
    }

    @ParameterizedTest
    @CsvSource({"/api/a, 20000, 431, Request Header Fields Too Large", "20000, 1, 414, URI Too Long"})
    void answersWhatIsTooLong(String path, int header, int status, String title) throws Exception {
        String target = path.startsWith("/") ? path : "/" + "a".repeat(Integer.parseInt(path));

        assertProblem(
                RawPeer.exchange(API.port(), head("GET " + target + " HTTP/1.1", "X: " + "a".repeat(header))),
                status,
                title);
    }
}
