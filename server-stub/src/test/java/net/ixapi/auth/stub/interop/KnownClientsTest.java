package net.ixapi.auth.stub.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import net.ixapi.auth.server.runtime.RawPeer;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubPeer;
import net.ixapi.auth.stub.StubServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Requests byte by byte as known clients send them. */
class KnownClientsTest {
    private static final String LOGIN =
            "{\"api_key\":\"" + Account.EXAMPLE.apiKey() + "\",\"api_secret\":\"" + Account.EXAMPLE.apiSecret() + "\"}";
    private static final String UNKNOWN_PROPERTIES = LOGIN.replace("}", ",\"scope\":[\"all\"],\"client\":{\"id\":1}}");

    @AutoClose
    private static final StubServer STUB =
            StubServer.builder().account(Account.EXAMPLE).start();

    private static String exchange(String request) throws IOException {
        return RawPeer.exchange(STUB.baseUri().getPort(), request);
    }

    private static String post(String path, String version, List<String> headers, String body) {
        return "POST /api/v2" + path + " " + version + "\r\n" + String.join("\r\n", headers) + "\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    static Stream<Arguments> logins() {
        String json = "Content-Type: application/json";
        return Stream.of(
                Arguments.of("a parameter that is none", List.of("Host: a", "Content-Type: application/json;"), LOGIN),
                Arguments.of("a charset", List.of("Host: a", json + "; charset=utf-8"), LOGIN),
                Arguments.of("a charset that nobody knows", List.of("Host: a", json + "; charset=none"), LOGIN),
                Arguments.of("a charset in quotes", List.of("Host: a", json + ";charset=\"UTF-8\""), LOGIN),
                Arguments.of("a type in capitals", List.of("Host: a", "Content-Type: Application/JSON"), LOGIN),
                Arguments.of("names in lower case", List.of("host: a", "content-type: application/json"), LOGIN),
                Arguments.of("names in capitals", List.of("HOST: a", "CONTENT-TYPE: application/json"), LOGIN),
                Arguments.of("no space after the colon", List.of("Host:a", "Content-Type:application/json"), LOGIN),
                Arguments.of("an old token", List.of("Host: a", json, "Authorization: Bearer old"), LOGIN),
                Arguments.of("basic authentication", List.of("Host: a", json, "Authorization: Basic YTpi"), LOGIN),
                Arguments.of("properties that nobody knows", List.of("Host: a", json), UNKNOWN_PROPERTIES),
                Arguments.of("spaces around the body", List.of("Host: a", json), "\n " + LOGIN + " \r\n"),
                Arguments.of("any answer accepted", List.of("Host: a", json, "Accept: */*"), LOGIN),
                Arguments.of("only XML accepted", List.of("Host: a", json, "Accept: application/xml"), LOGIN),
                Arguments.of("compression accepted", List.of("Host: a", json, "Accept-Encoding: gzip, br"), LOGIN),
                Arguments.of("cookies", List.of("Host: a", json, "Cookie: session=1; csrftoken=2"), LOGIN),
                Arguments.of("an address in the Host", List.of("Host: 127.0.0.1:8080", json), LOGIN));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logins")
    void logInWith(String what, List<String> headers, String body) throws Exception {
        String closing = "Connection: close";
        String request = post(
                "/auth/token",
                "HTTP/1.1",
                Stream.concat(headers.stream(), Stream.of(closing)).toList(),
                body);

        assertThat(exchange(request))
                .startsWith("HTTP/1.1 201 Created\r\n")
                .contains("\r\nContent-Type: application/json\r\n")
                .contains("\r\n\r\n{\"access_token\":\"eyJ");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("logins")
    void logInOverHttp10With(String what, List<String> headers, String body) throws Exception {
        assertThat(exchange(post("/auth/token", "HTTP/1.0", headers, body)))
                .startsWith("HTTP/1.1 201 Created\r\n")
                .contains("\r\n\r\n{\"access_token\":\"eyJ");
    }

    @Test
    void logInWithAChunkedBody() throws Exception {
        String head = RawPeer.head(
                "POST /api/v2/auth/token HTTP/1.1", "Content-Type: application/json", "Transfer-Encoding: chunked");
        String chunks = RawPeer.chunk(LOGIN.substring(0, 20)) + RawPeer.chunk(LOGIN.substring(20)) + RawPeer.chunk("");

        assertThat(exchange(head + chunks)).startsWith("HTTP/1.1 201 Created\r\n");
    }

    @Test
    void logInTwiceWithoutWaiting() throws Exception {
        String first = post("/auth/token", "HTTP/1.1", List.of("Host: a", "Content-Type: application/json"), LOGIN);
        String second = first.replace("Host: a", "Host: a\r\nConnection: close");

        assertThat(exchange(first + second).split("HTTP/1.1 201 Created", -1)).hasSize(3);
    }

    @Test
    void logInWithAWholeAddressInTheFirstLine() throws Exception {
        String request = post(
                "/auth/token",
                "HTTP/1.1",
                List.of("Host: a", "Content-Type: application/json", "Connection: close"),
                LOGIN);

        assertThat(exchange(request.replace("POST /api", "POST http://a/api"))).startsWith("HTTP/1.1 201 Created\r\n");
    }

    @Test
    void refreshWithTheOldTokenInAHeader() throws Exception {
        String token = StubPeer.pair(new StubPeer(STUB).login(Account.EXAMPLE.apiKey(), Account.EXAMPLE.apiSecret()))
                .getRefreshToken();
        List<String> headers = List.of(
                "host: a", "content-type: application/json;", "authorization: Bearer " + token, "connection: close");

        assertThat(exchange(post("/auth/refresh", "HTTP/1.1", headers, "{\"refresh_token\":\"" + token + "\"}")))
                .startsWith("HTTP/1.1 201 Created\r\n");
    }

    @Test
    void areToldWhatIsWrongInJsonToo() throws Exception {
        assertThat(exchange(post("/auth/token", "HTTP/1.0", List.of("Content-Type: application/json"), "{}")))
                .startsWith("HTTP/1.1 400 Bad Request\r\n")
                .contains("\"name\":\"api_key\",\"reason\":\"is required\"");
        assertThat(exchange("GET /api/v2/auth/token HTTP/1.0\r\n\r\n"))
                .startsWith("HTTP/1.1 405 Method Not Allowed\r\n")
                .contains("\r\nAllow: POST\r\n");
    }
}
