package net.ixapi.auth.client.bearer;

import static net.ixapi.auth.client.bearer.BearerClients.get;
import static net.ixapi.auth.client.bearer.BearerClients.onOneConnection;
import static net.ixapi.auth.client.bearer.BearerClients.status;
import static net.ixapi.auth.client.bearer.BearerClients.withBearer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import net.ixapi.auth.client.runtime.FakeServer;
import net.ixapi.auth.client.runtime.FakeServer.Response;
import net.ixapi.auth.client.runtime.ReceivedRequest;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Redirects and second attempts: why the handler stands before {@code PROTOCOL}. */
class BearerPositionTest {
    private final FakeTokens tokens = new FakeTokens();

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final FakeServer elsewhere = new FakeServer();

    @AutoClose
    private final CloseableHttpClient http =
            onOneConnection(withBearer(tokens.session(), server.uri())).build();

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectElsewhereGoesWithoutTheToken(int status) throws IOException {
        server.answers(status, "", "Location", elsewhere.uri("/new").toString());
        assertThat(status(http, server.uri("/old"))).isEqualTo(204);
        assertThat(server.request().header("Authorization")).containsExactly("Bearer token-1");
        assertThat(elsewhere.request().headers()).doesNotContainKey("Authorization");
    }

    @Test
    void aRedirectToTheSameServerGoesWithIt() throws IOException {
        redirect(server, server.uri("/new"));
        assertThat(status(http, server.uri("/old"))).isEqualTo(204);
        assertThat(server.requests())
                .hasSize(2)
                .allSatisfy(
                        request -> assertThat(request.header("Authorization")).containsExactly("Bearer token-1"));
    }

    @Test
    void aRedirectFromElsewhereGoesWithIt() throws IOException {
        redirect(elsewhere, server.uri("/new"));
        assertThat(status(http, elsewhere.uri("/old"))).isEqualTo(204);
        assertThat(elsewhere.request().headers()).doesNotContainKey("Authorization");
        assertThat(server.request().header("Authorization")).containsExactly("Bearer token-1");
    }

    @Test
    void aSecondAttemptHasTheOnlyConnection() throws IOException {
        server.answers(BearerPositionTest::refuseTheFirst);
        assertThat(status(http, server.uri())).isEqualTo(204);
    }

    /** What the Javadoc warns of. */
    @Test
    void furtherInThereIsNoConnectionForASecondAttempt() throws IOException {
        server.answers(request -> refuseTheFirst(request, " ".repeat(10_000)));
        try (CloseableHttpClient last = HttpClients.custom()
                .addExecInterceptorLast("ixapi-bearer", new BearerHandler(tokens.session(), server.uri()))
                .build()) {
            ClassicHttpRequest request = get(server.uri());
            assertThat(catchThrowable(() -> status(last, request))).isInstanceOf(IllegalStateException.class);
        }
    }

    /** Nor does the handler see where a redirect leads, were it to its own server. */
    @Test
    void furtherOutARedirectGoesWithoutTheToken() throws IOException {
        redirect(server, server.uri("/new"));
        try (CloseableHttpClient first = HttpClients.custom()
                .addExecInterceptorFirst("ixapi-bearer", new BearerHandler(tokens.session(), server.uri()))
                .build()) {
            assertThat(status(first, server.uri("/old"))).isEqualTo(204);
        }
        assertThat(server.requests())
                .extracting(request -> request.header("Authorization"))
                .containsExactly(List.of("Bearer token-1"), List.of());
    }

    private static Response refuseTheFirst(ReceivedRequest request) {
        return refuseTheFirst(request, "{}");
    }

    private static Response refuseTheFirst(ReceivedRequest request, String body) {
        boolean first = request.header("Authorization").contains("Bearer token-1");
        return first ? new Response(401, body) : new Response(204, "");
    }

    private static void redirect(FakeServer from, URI location) {
        from.answers(request -> request.target().equals("/old")
                ? new Response(302, "", "Location", location.toString())
                : new Response(204, ""));
    }
}
