package net.ixapi.auth.stub.http;

import static net.ixapi.auth.stub.StubPeer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import net.ixapi.auth.server.runtime.RawPeer;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubPeer;
import net.ixapi.auth.stub.StubServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What HTTP asks of a server beyond the contract. */
class HttpRulesTest {
    private static final String LOGIN =
            "{\"api_key\":\"" + Account.EXAMPLE.apiKey() + "\",\"api_secret\":\"" + Account.EXAMPLE.apiSecret() + "\"}";

    @AutoClose
    private static final StubServer STUB = StubServer.builder().start();

    private static String exchange(String requestLine, String... headers) throws Exception {
        return RawPeer.exchange(STUB.baseUri().getPort(), RawPeer.head(requestLine, headers) + LOGIN);
    }

    private static String[] json(String... more) {
        String[] headers = new String[more.length + 2];
        headers[0] = "Content-Type: application/json";
        headers[1] = "Content-Length: " + LOGIN.length();
        System.arraycopy(more, 0, headers, 2, more.length);
        return headers;
    }

    /** RFC 9110, section 4.2.3, and RFC 3986, section 6.2.2.2: an escaped unreserved character is the character. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v2/auth/%74oken", "/api/v2/%61uth/token", "/%61pi/v2/auth/t%6f%6Ben"})
    void takesAnEquivalentPathForTheSame(String path) throws Exception {
        STUB.journal().clear();
        assertThat(exchange("POST " + path + " HTTP/1.1", json())).startsWith("HTTP/1.1 201 ");
        STUB.journal().assertLoginCalls(1);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v2/auth%2Ftoken, 404",
        "/api/v2/auth/%2574oken, 404",
        "/api/v2/auth/%2e%2e/auth/token, 404",
        "/api/v2/auth/token%20, 404"
    })
    void takesAnotherPathForNoneOfTheContract(String path, int status) throws Exception {
        assertThat(exchange("POST " + path + " HTTP/1.1", json())).startsWith("HTTP/1.1 " + status + " ");
    }

    /** RFC 9112, section 3.2.2: with a target in absolute form, the Host counts for nothing. */
    @Test
    void ignoresTheHostBesideATargetInAbsoluteForm() throws Exception {
        assertThat(exchange("POST http://elsewhere.example/api/v2/auth/token HTTP/1.1", json()))
                .startsWith("HTTP/1.1 201 ");
    }

    /** What a proxy lets pass as a GET must not be a log-in. */
    @Test
    void takesTheMethodOfTheRequestLineOnly() throws Exception {
        String[] headers = json("X-HTTP-Method-Override: POST");
        assertThat(exchange("GET /api/v2/auth/token HTTP/1.1", headers)).startsWith("HTTP/1.1 405 ");
    }

    /** RFC 9112, section 6.1. */
    @ParameterizedTest
    @ValueSource(strings = {"gzip, chunked", "deflate,chunked", "identity, chunked"})
    void refusesATransferCodingThatItDoesNotKnow(String coding) throws Exception {
        String response = RawPeer.exchange(
                STUB.baseUri().getPort(),
                RawPeer.head(
                                "POST /api/v2/auth/token HTTP/1.1",
                                "Content-Type: application/json",
                                "Transfer-Encoding: " + coding)
                        + RawPeer.chunked(LOGIN));

        assertThat(response).startsWith("HTTP/1.1 501 ").contains("no transfer coding but chunked");
    }

    @Test
    void takesAChunkedBodyInAnyCase() throws Exception {
        String response = RawPeer.exchange(
                STUB.baseUri().getPort(),
                RawPeer.head(
                                "POST /api/v2/auth/token HTTP/1.1",
                                "Content-Type: application/json",
                                "Transfer-Encoding: Chunked")
                        + RawPeer.chunked(LOGIN));

        assertThat(response).startsWith("HTTP/1.1 201 ");
    }

    /** RFC 9112, section 9.6: otherwise a client sends its next request into a connection that is being closed. */
    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\nHost: a\r\nX : b\r\n\r\n", "GET /%zz HTTP/1.1\r\nHost: a\r\n\r\n"})
    void saysThatItClosesTheConnectionOfWhatIsNoHttp(String request) throws Exception {
        assertThat(RawPeer.exchange(STUB.baseUri().getPort(), request))
                .startsWith("HTTP/1.1 400 ")
                .contains("\r\nConnection: close\r\n");
    }

    /** A page of another origin asks first whether it may; the developer of the page reads why it may not. */
    @Test
    void saysWhyItAnswersNoPreflight() throws Exception {
        StubPeer peer = new StubPeer(STUB);
        HttpResponse<String> preflight = peer.send(peer.to("/auth/token")
                .header("Origin", "https://portal.example")
                .header("Access-Control-Request-Method", "POST")
                .method("OPTIONS", BodyPublishers.noBody()));

        assertThat(assertProblem(preflight, 405, "about:blank").get("detail").textValue())
                .isEqualTo("This server does not let pages of other origins call it (CORS)."
                        + " Call it from a program, or from its own page.");
        HttpResponse<String> other = peer.send(peer.to("/auth/token").method("OPTIONS", BodyPublishers.noBody()));
        assertThat(assertProblem(other, 405, "about:blank").get("detail").textValue())
                .isEqualTo("This address does not have this method.");
    }
}
