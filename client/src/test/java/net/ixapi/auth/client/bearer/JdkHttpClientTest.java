package net.ixapi.auth.client.bearer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Closeable;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.ArrayList;
import java.util.List;
import net.ixapi.auth.client.error.ApiConnectionException;
import net.ixapi.auth.client.runtime.FakeServer;
import net.ixapi.auth.client.session.Session;
import net.ixapi.auth.client.session.SessionBuilder;
import net.ixapi.auth.client.session.TokenPair;
import net.ixapi.auth.client.session.TokenProvider;
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
        send(http, noting(closed));
        assertThat(closed).hasSize(1);
    }

    @Test
    void soItIsWhereThereIsNoOtherToken() {
        server.answers(401, "no");
        List<Closeable> closed = new ArrayList<>();
        RuntimeException failure = ApiConnectionException.because("log_in", new ConnectException("refused"), false);
        assertThatThrownBy(() -> handler().send(http, get(), head -> {
                    tokens.failWith(failure);
                    return noting(closed).apply(head);
                }))
                .isInstanceOf(ApiConnectionException.class);
        assertThat(closed).hasSize(1);
    }

    @Test
    void aRefusalIsTheCallersWhereTheNextTokenIsTheSame() throws Exception {
        server.answers(401, "no");
        TokenProvider repeating = new TokenProvider() {
            @Override
            public TokenPair logIn() {
                return new TokenPair("same", null);
            }

            @Override
            public TokenPair refresh(String refreshToken) {
                return logIn();
            }
        };
        Session session = new SessionBuilder(repeating).executor(Runnable::run).build();
        List<Closeable> closed = new ArrayList<>();
        new BearerHandler(session, server.uri()).send(http, get(), noting(closed));
        assertThat(closed).isEmpty();
        assertThat(server.requests()).hasSize(1);
    }

    private static HttpResponse.BodyHandler<Closeable> noting(List<Closeable> closed) {
        return head -> BodySubscribers.mapping(BodySubscribers.discarding(), nothing -> new Closeable() {
            @Override
            public void close() {
                closed.add(this);
            }
        });
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
        return handler().send(client, get(), body);
    }

    private HttpRequest get() {
        return HttpRequest.newBuilder(server.uri()).build();
    }

    private BearerHandler handler() {
        return new BearerHandler(tokens.session(), server.uri());
    }
}
