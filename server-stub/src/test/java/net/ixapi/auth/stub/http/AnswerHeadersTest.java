package net.ixapi.auth.stub.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import net.ixapi.auth.stub.Credentials;
import net.ixapi.auth.stub.StubPeer;
import net.ixapi.auth.stub.StubServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerHeadersTest {
    @AutoClose
    private final StubServer stub =
            StubServer.builder().account(Credentials.account()).start();

    private final StubPeer peer = new StubPeer(stub);

    private static String header(HttpResponse<String> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    @Test
    void keepAnswersOutOfCachesAndFrames() throws Exception {
        String token = peer.login().getRefreshToken();
        List<HttpResponse<String>> answers = List.of(
                peer.login(Credentials.KEY, Credentials.SECRET),
                peer.refresh(token),
                peer.refresh("wrong"),
                peer.post("/auth/token", "{}"),
                peer.post("/auth/unknown", "{}"),
                peer.send(peer.to("/auth/token")));

        assertThat(answers).extracting(HttpResponse::statusCode).containsExactly(201, 201, 401, 400, 404, 405);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
            assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(header(answer, "Content-Security-Policy"))
                    .isEqualTo("default-src 'none'; frame-ancestors 'none'");
            assertThat(header(answer, "Server")).isEmpty();
        });
    }

    @Test
    void nameTheSchemeWhereTheClientIsNotKnown() throws Exception {
        assertThat(header(peer.refresh("wrong"), "WWW-Authenticate")).isEqualTo("Bearer realm=\"IX-API\"");
        assertThat(header(peer.post("/auth/token", "{}"), "WWW-Authenticate")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"OPTIONS", "GET", "HEAD", "PUT", "DELETE", "PATCH"})
    void nameTheMethodThatThereIs(String method) throws Exception {
        HttpResponse<String> answer = peer.send(peer.to("/auth/token").method(method, BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(header(answer, "Allow")).isEqualTo("POST");
    }
}
