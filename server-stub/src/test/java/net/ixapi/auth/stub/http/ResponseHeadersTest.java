package net.ixapi.auth.stub.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import net.ixapi.auth.server.runtime.RawPeer;
import net.ixapi.auth.stub.Credentials;
import net.ixapi.auth.stub.StubPeer;
import net.ixapi.auth.stub.StubServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadersTest {
    @AutoClose
    private final StubServer stub =
            StubServer.builder().account(Credentials.account()).start();

    private final StubPeer peer = new StubPeer(stub);

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void keepResponsesOutOfCachesAndFrames() throws Exception {
        String token = peer.login().getRefreshToken();
        List<HttpResponse<String>> responses = List.of(
                peer.login(Credentials.KEY, Credentials.SECRET),
                peer.refresh(token),
                peer.refresh("wrong"),
                peer.post("/auth/token", "{}"),
                peer.post("/auth/unknown", "{}"),
                peer.send(peer.to("/auth/token")));

        assertThat(responses).extracting(HttpResponse::statusCode).containsExactly(201, 201, 401, 400, 404, 405);
        assertThat(responses).allSatisfy(response -> {
            assertThat(header(response, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(response, "Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; frame-ancestors 'none'");
            assertThat(header(response, "Server")).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404",
        "GET, /api/v2, 404",
        "GET, /openapi.yaml, 200",
        "HEAD, /openapi.yaml, 200",
        "POST, /openapi.yaml, 405",
        "HEAD, /docs, 200",
        "GET, /.well-known/jwks.json, 200",
        "GET, /, 302",
        "HEAD, /, 302",
        "GET, /_stub/journal, 200",
        "POST, /_stub/clock, 400"
    })
    void areOnResponsesThatAreNoneOfTheApi(String method, String path, int status) throws Exception {
        try (StubServer open = StubServer.builder().adminInterface(true).start()) {
            assertThat(RawPeer.exchange(
                            (path.startsWith("/_stub") ? open.adminUri() : open.baseUri()).getPort(),
                            RawPeer.head(method + " " + path + " HTTP/1.1")))
                    .startsWith("HTTP/1.1 " + status + " ")
                    .containsOnlyOnce("\r\nX-Content-Type-Options: nosniff\r\n")
                    .containsOnlyOnce("\r\nCache-Control: no-store\r\n")
                    .containsOnlyOnce("\r\nContent-Security-Policy: default-src 'none';");
        }
    }

    /** What Jetty refuses, no filter sees. */
    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/1.1\r\n\r\n", "GET / HTTP/9.9\r\nHost: a\r\n\r\n", "nothing like HTTP\r\n\r\n"})
    void areOnTheResponsesToWhatIsNoHttp(String request) throws Exception {
        assertThat(RawPeer.exchange(stub.baseUri().getPort(), request))
                .matches("(?s)HTTP/1.1 [45].*")
                .contains("\r\nCache-Control: no-store\r\n", "\r\nX-Content-Type-Options: nosniff\r\n")
                .contains("\r\nContent-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n");
    }

    @Test
    void nameTheSchemeWhereTheClientIsNotKnown() throws Exception {
        assertThat(header(peer.refresh("wrong"), "WWW-Authenticate")).isEqualTo("Bearer realm=\"IX-API\"");
        assertThat(header(peer.post("/auth/token", "{}"), "WWW-Authenticate")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "GET", "HEAD", "PUT", "DELETE", "PATCH"})
    void nameTheMethodThatThereIs(String method) throws Exception {
        HttpResponse<String> response = peer.send(peer.to("/auth/token").method(method, BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(header(response, "Allow")).isEqualTo("POST");
    }
}
