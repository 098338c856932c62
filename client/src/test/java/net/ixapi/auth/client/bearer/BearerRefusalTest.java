package net.ixapi.auth.client.bearer;

import static net.ixapi.auth.client.bearer.BearerClients.onOneConnection;
import static net.ixapi.auth.client.bearer.BearerClients.status;
import static net.ixapi.auth.client.bearer.BearerClients.withBearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import net.ixapi.auth.client.error.ApiConnectionException;
import net.ixapi.auth.client.runtime.FakeServer;
import net.ixapi.auth.client.runtime.FakeServer.Response;
import net.ixapi.auth.client.session.Session;
import net.ixapi.auth.client.session.SessionBuilder;
import net.ixapi.auth.client.session.TokenPair;
import net.ixapi.auth.client.session.TokenProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.io.support.ClassicRequestBuilder;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What follows a 401. */
class BearerRefusalTest {
    private final FakeTokens tokens = new FakeTokens();
    private final Session session = tokens.session();
    private final PoolingHttpClientConnectionManager pool = BearerClients.poolOfOne();

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final CloseableHttpClient http =
            onOneConnection(withBearer(session, server.uri()), pool).build();

    @Test
    void anAcceptedTokenIsKept() throws IOException {
        status(http, server.uri());
        status(http, server.uri());
        assertThat(sentTokens()).containsExactly("Bearer token-1", "Bearer token-1");
    }

    static Stream<String> bodies() {
        return Stream.of("", "{}", " ".repeat(8192), " ".repeat(8193), " ".repeat(1_000_000));
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void theRequestIsSentOnceMoreWithANewToken(String body) throws IOException {
        refuse(body, "Bearer token-1");
        ClassicHttpRequest request = ClassicRequestBuilder.put(server.uri("/thing"))
                .setEntity("{\"a\": 1}", ContentType.APPLICATION_JSON)
                .build();
        assertThat(status(http, request)).isEqualTo(204);
        assertThat(sentTokens()).containsExactly("Bearer token-1", "Bearer token-2");
        assertThat(server.requests()).allSatisfy(sent -> {
            assertThat(sent.method()).isEqualTo("PUT");
            assertThat(sent.target()).isEqualTo("/thing");
            assertThat(sent.body()).isEqualTo("{\"a\": 1}");
        });
        assertThat(pool.getTotalStats().getLeased()).isZero();
    }

    @Test
    void soIsARequestWhoseAnswerNeverHasABody() throws IOException {
        refuse("", "Bearer token-1");
        assertThat(status(http, ClassicRequestBuilder.head(server.uri()).build()))
                .isEqualTo(204);
        assertThat(sentTokens()).containsExactly("Bearer token-1", "Bearer token-2");
        assertThat(pool.getTotalStats().getLeased()).isZero();
    }

    @Test
    void aSecondRefusalIsTheCallers() throws IOException {
        refuse("no", "Bearer token-1", "Bearer token-2");
        String body = http.execute(BearerClients.get(server.uri()), answer -> {
            assertThat(answer.getCode()).isEqualTo(401);
            return EntityUtils.toString(answer.getEntity());
        });
        assertThat(body).isEqualTo("no");
        assertThat(server.requests()).hasSize(2);
        assertThat(pool.getTotalStats().getLeased()).isZero();
    }

    /** An issuer may repeat its token until shortly before it expires. */
    @Test
    void aTokenThatWasRefusedIsNotSentAgainAtOnce() throws IOException {
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
        Session own = new SessionBuilder(repeating).executor(Runnable::run).build();
        server.answers(401, "no");
        try (CloseableHttpClient client = withBearer(own, server.uri()).build()) {
            String body = client.execute(BearerClients.get(server.uri()), answer -> {
                assertThat(answer.getCode()).isEqualTo(401);
                return EntityUtils.toString(answer.getEntity());
            });
            assertThat(body).isEqualTo("no");
        }
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void otherStatusesAreTheCallers() throws IOException {
        server.answers(403, "");
        assertThat(status(http, server.uri())).isEqualTo(403);
        assertThat(session.accessToken()).isEqualTo("token-1");
    }

    @Test
    void whatCannotBeRepeatedIsTheCallersButTheTokenIsDropped() throws IOException {
        refuse("no", "Bearer token-1");
        ClassicHttpRequest once = ClassicRequestBuilder.post(server.uri())
                .setEntity(new InputStreamEntity(new ByteArrayInputStream(new byte[] {'x'}), ContentType.TEXT_PLAIN))
                .build();
        assertThat(status(http, once)).isEqualTo(401);
        assertThat(server.requests()).hasSize(1);
        assertThat(session.accessToken()).isEqualTo("token-2");
    }

    /** While the server thinks, somebody else renews the token. */
    @Test
    void aRefusalOfAnOlderTokenDoesNotDropANewerOne() throws IOException {
        server.answers(request -> {
            if (request.header("Authorization").contains("Bearer token-1")) {
                session.invalidate("token-1");
                assertThat(session.accessToken()).isEqualTo("token-2");
                return new Response(401, "");
            }
            return new Response(204, "");
        });
        assertThat(status(http, server.uri())).isEqualTo(204);
        assertThat(sentTokens()).containsExactly("Bearer token-1", "Bearer token-2");
        assertThat(session.accessToken()).isEqualTo("token-2");
        assertThat(tokens.given()).isEqualTo(2);
    }

    @Test
    void whatTheSessionThrowsReachesTheCallerAndNothingIsSent() {
        RuntimeException failure = ApiConnectionException.because("log_in", new ConnectException("refused"), false);
        tokens.failWith(failure);
        assertThat(catchThrowable(() -> status(http, server.uri()))).hasCause(failure);
        assertThat(server.requests()).isEmpty();
        assertThat(pool.getTotalStats().getLeased()).isZero();
    }

    @Test
    void whatItThrowsAfterARefusalDoesToo() throws IOException {
        RuntimeException failure = ApiConnectionException.because("log_in", new ConnectException("refused"), false);
        server.answers(request -> {
            tokens.failWith(failure);
            return new Response(401, " ".repeat(100_000));
        });
        assertThat(catchThrowable(() -> status(http, server.uri()))).hasCause(failure);
        assertThat(server.requests()).hasSize(1);
        assertThat(pool.getTotalStats().getLeased()).isZero();
    }

    @Test
    void noConnectionIsHeldWhileTheTokenIsRenewed() throws IOException {
        refuse(" ".repeat(100_000), "Bearer token-1");
        session.accessToken();
        AtomicInteger held = new AtomicInteger(-1);
        tokens.atNext(() -> held.set(pool.getTotalStats().getLeased()));
        assertThat(status(http, server.uri())).isEqualTo(204);
        assertThat(held).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "2, 1", "8192, 1", "8193, 0"})
    void theConnectionOfAShortRefusalServesAgain(int length, int connections) throws IOException {
        refuse(" ".repeat(length), "Bearer token-1");
        AtomicInteger kept = new AtomicInteger(-1);
        session.accessToken();
        tokens.atNext(() -> kept.set(pool.getTotalStats().getAvailable()));
        assertThat(status(http, server.uri())).isEqualTo(204);
        assertThat(kept).hasValue(connections);
    }

    private void refuse(String body, String... refused) {
        server.answers(request ->
                Set.of(refused).contains(request.header("Authorization").get(0))
                        ? new Response(401, body, "WWW-Authenticate", "Bearer")
                        : new Response(204, ""));
    }

    private List<String> sentTokens() {
        return server.requests().stream()
                .flatMap(request -> request.header("Authorization").stream())
                .toList();
    }
}
