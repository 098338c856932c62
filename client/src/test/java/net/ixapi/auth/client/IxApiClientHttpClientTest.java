package net.ixapi.auth.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Base64;
import net.ixapi.auth.client.error.ApiTimeoutException;
import net.ixapi.auth.client.runtime.FakeServer;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.CredentialsProvider;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultRedirectStrategy;
import org.apache.hc.client5.http.impl.auth.CredentialsProviderBuilder;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The HttpClient of a client, and what its user changes about it. */
class IxApiClientHttpClientTest {
    private static final String PAIR = "{\"access_token\": \"a\", \"refresh_token\": \"r\"}";

    @AutoClose
    private final FakeServer server = new FakeServer();

    @BeforeEach
    void theServerGivesAPair() {
        server.answers(201, PAIR);
    }

    @Test
    void whatIsChangedHoldsForLogInsAndForTheUsersOwnRequests() throws IOException {
        try (IxApiClient client = builder()
                .httpClient(http -> http.setUserAgent("mine"))
                .httpClient(http ->
                        http.addRequestInterceptorLast((request, entity, context) -> request.setHeader("X-Trace", "7")))
                .httpClient(http -> http.setUserAgent("theirs"))
                .build()) {
            client.httpClient().execute(new HttpGet(client.baseUrl() + "/accounts"), HttpResponse::getCode);
        }
        assertThat(server.requests())
                .extracting(request -> request.target().replaceFirst(".*/", ""))
                .containsExactly("token", "accounts");
        assertThat(server.requests()).allSatisfy(request -> {
            assertThat(request.header("X-Trace")).containsExactly("7");
            assertThat(request.header("User-Agent")).containsExactly("theirs");
        });
    }

    /** Its own redirect strategy would post the key and the secret there, and take a token from whoever answers. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void noRedirectIsFollowedWhateverIsChanged(int status) throws IOException {
        try (FakeServer elsewhere = new FakeServer();
                IxApiClient client = builder()
                        .httpClient(http -> http.setRedirectStrategy(DefaultRedirectStrategy.INSTANCE))
                        .build()) {
            elsewhere.answers(201, PAIR);
            server.answers(status, "", "Location", elsewhere.uri("/token").toString());
            assertThatThrownBy(client::accessToken).hasMessage("auth_token_create: HTTP " + status);
            assertThat(elsewhere.requests()).isEmpty();
        }
    }

    /** The server accepts nobody: the connection is made, and stays silent. */
    @Test
    void itsTimeoutsHold() throws IOException {
        RequestConfig impatient = RequestConfig.custom()
                .setResponseTimeout(Timeout.ofMilliseconds(50))
                .build();
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                IxApiClient client = IxApiClient.at(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                        .credentials("key", "secret")
                        .httpClient(http -> http.setDefaultRequestConfig(impatient))
                        .build()) {
            assertThatThrownBy(client::accessToken)
                    .isInstanceOf(ApiTimeoutException.class)
                    .hasMessageContaining("Read timed out");
        }
    }

    /** As for proxies of which each has its own password, which no setting has. */
    @Test
    void passwordsForTheProxiesOfASelectorAreGivenToIt() {
        server.answers(request -> request.header("Proxy-Authorization").isEmpty()
                ? new FakeServer.Response(407, "", "Proxy-Authenticate", "Basic realm=\"proxy\"")
                : new FakeServer.Response(201, PAIR));
        InetSocketAddress proxy =
                new InetSocketAddress("127.0.0.1", server.uri().getPort());
        CredentialsProvider passwords = CredentialsProviderBuilder.create()
                .add(new AuthScope("127.0.0.1", proxy.getPort()), "me", "p@ss".toCharArray())
                .build();
        try (IxApiClient client = IxApiClient.at(URI.create("http://ix.invalid"))
                .credentials("key", "secret")
                .httpClient(http -> http.setProxySelector(ProxySelector.of(proxy)))
                .httpClient(http -> http.setDefaultCredentialsProvider(passwords))
                .build()) {
            assertThat(client.accessToken()).isEqualTo("a");
        }
        assertThat(server.requests().get(1).header("Proxy-Authorization"))
                .containsExactly("Basic " + Base64.getEncoder().encodeToString("me:p@ss".getBytes(UTF_8)));
    }

    private IxApiClientBuilder builder() {
        return IxApiClient.at(server.uri()).credentials("key", "secret");
    }

    /** Not those of HttpClient, which are minutes or none. */
    @Test
    void itsOwnClientSendsTheTokenAndHasTheTimeoutsOfTheSettings() throws IOException {
        try (FakeServer exchange = new FakeServer()) {
            exchange.answers(request -> request.target().endsWith("/token")
                    ? new FakeServer.Response(201, "{\"access_token\": \"a\", \"refresh_token\": \"r\"}")
                    : new FakeServer.Response(302, "", "Location", "/elsewhere"));
            IxApiClient client = IxApiClient.at(exchange.uri())
                    .credentials("key", "secret")
                    .responseTimeout(Duration.ofSeconds(7))
                    .connectTimeout(Duration.ofSeconds(3))
                    .build();
            HttpGet accounts = new HttpGet(client.baseUrl() + "/accounts");
            try (client) {
                assertThat(client.httpClient().execute(accounts, HttpResponse::getCode))
                        .as("no redirect is followed")
                        .isEqualTo(302);
                assertThat(exchange.requests().get(1).header("Authorization")).containsExactly("Bearer a");
                RequestConfig config = ((Configurable) client.httpClient()).getConfig();
                assertThat(config.getResponseTimeout().toDuration()).isEqualTo(Duration.ofSeconds(7));
                assertThat(config.getConnectionRequestTimeout().toDuration()).isEqualTo(Duration.ofSeconds(3));
            }
            assertThatThrownBy(() -> client.httpClient().execute(accounts, HttpResponse::getCode))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
