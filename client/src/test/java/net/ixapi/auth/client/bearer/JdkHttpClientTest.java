package net.ixapi.auth.client.bearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.Closeable;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.ArrayList;
import java.util.List;
import net.ixapi.auth.client.runtime.FakeServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Requests that the JDK's client sends. What goes where, the recipe's test shows. */
class JdkHttpClientTest {
    private final HttpClient http = HttpClient.newHttpClient();
    private final FakeTokens tokens = new FakeTokens();

    @AutoClose
    private final FakeServer server = new FakeServer();

    @Test
    void aRefusalOfTheNextTokenTooIsTheCallers() throws Exception {
        server.answers(401, "no");
        assertThat(send(http, BodyHandlers.ofString()).body()).isEqualTo("no");
        assertThat(server.requests())
                .extracting(request -> request.header("Authorization").get(0))
                .containsExactly("Bearer token-1", "Bearer token-2");
    }

    @Test
    void itReplacesTheCallersOwnHeader() throws Exception {
        HttpRequest own = HttpRequest.newBuilder(server.uri())
                .header("Authorization", "Bearer mine")
                .build();
        handler().send(http, own, BodyHandlers.discarding());
        assertThat(server.request().header("Authorization")).containsExactly("Bearer token-1");
    }

    /** Else its connection would never be free again. */
    @Test
    void theBodyOfTheRefusalIsClosed() throws Exception {
        server.answers(401, "no");
        List<Closeable> closed = new ArrayList<>();
        send(
                http,
                head -> BodySubscribers.mapping(BodySubscribers.discarding(), nothing -> new Closeable() {
                    @Override
                    public void close() {
                        closed.add(this);
                    }
                }));
        assertThat(closed).hasSize(1);
    }

    @Test
    void aClientThatFollowsRedirectsIsRefused() {
        HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> send(following, BodyHandlers.discarding()))
                .withMessageContaining("redirects");
        assertThat(server.requests()).isEmpty();
    }

    private <T> HttpResponse<T> send(HttpClient client, HttpResponse.BodyHandler<T> body) throws Exception {
        return handler().send(client, HttpRequest.newBuilder(server.uri()).build(), body);
    }

    private BearerHandler handler() {
        return new BearerHandler(tokens.session(), server.uri());
    }
}
