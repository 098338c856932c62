package net.ixapi.auth.client;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.ixapi.auth.client.error.ApiTimeoutException;
import net.ixapi.auth.client.runtime.FakeServer;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A HttpClient of the caller's. */
class IxApiClientHttpClientTest {
    private static final String PAIR = "{\"access_token\": \"a\", \"refresh_token\": \"r\"}";

    @AutoClose
    private final FakeServer server = new FakeServer();

    @BeforeEach
    void theServerGivesAPair() {
        server.answers(201, PAIR);
    }

    @Test
    void itIsUsedAndStaysOpen() throws IOException {
        try (CloseableHttpClient http =
                HttpClients.custom().setUserAgent("mine").build()) {
            IxApiClientBuilder builder = builder().httpClient(http);
            IxApiClient first = builder.build();
            first.accessToken();
            first.close();
            builder.build().accessToken();
        }
        assertThat(server.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.header("User-Agent")).containsExactly("mine"));
    }

    /** By its own settings it would post the key and the secret there, and take a token from whoever answers. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void itFollowsNoRedirectForUs(int status) throws IOException {
        try (FakeServer elsewhere = new FakeServer();
                CloseableHttpClient http = HttpClients.createDefault()) {
            elsewhere.answers(201, PAIR);
            server.answers(status, "", "Location", elsewhere.uri("/token").toString());
            IxApiClient client = builder().httpClient(http).build();
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
                CloseableHttpClient http =
                        HttpClients.custom().setDefaultRequestConfig(impatient).build()) {
            IxApiClient client = IxApiClient.at(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                    .credentials("key", "secret")
                    .httpClient(http)
                    .build();
            assertThatThrownBy(client::accessToken)
                    .isInstanceOf(ApiTimeoutException.class)
                    .hasMessageContaining("Read timed out");
        }
    }

    static Stream<Arguments> withoutEffect() {
        Duration time = Duration.ofSeconds(1);
        return Stream.<Map.Entry<String, UnaryOperator<IxApiClientBuilder>>>of(
                        entry("connectTimeout", builder -> builder.connectTimeout(time)),
                        entry("connectionRequestTimeout", builder -> builder.connectionRequestTimeout(time)),
                        entry("proxy", builder -> builder.proxy(URI.create("http://proxy.example:3128"))),
                        entry("responseTimeout", builder -> builder.responseTimeout(time)),
                        entry("userAgent", builder -> builder.userAgent("mine")))
                .map(setting -> arguments(setting.getKey(), setting.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("withoutEffect")
    void whatHasNoEffectOnItIsRefused(String name, UnaryOperator<IxApiClientBuilder> setting) throws IOException {
        try (CloseableHttpClient http = HttpClients.createDefault()) {
            IxApiClientBuilder builder = setting.apply(builder()).httpClient(http);
            assertThatIllegalStateException()
                    .isThrownBy(builder::build)
                    .withMessage("With a HttpClient of your own, these settings have no effect: " + name
                            + ". Give them to that HttpClient instead");
        }
    }

    @Test
    void allThatHaveNoEffectAreNamedAtOnce() throws IOException {
        try (CloseableHttpClient http = HttpClients.createDefault()) {
            IxApiClientBuilder builder =
                    builder().httpClient(http).userAgent("mine").proxy(null);
            assertThatIllegalStateException().isThrownBy(builder::build).withMessageContaining(": proxy, userAgent. ");
        }
    }

    @Test
    void whatHoldsForItIsTaken() throws IOException {
        server.answers(200, PAIR);
        try (CloseableHttpClient http = HttpClients.createDefault()) {
            IxApiClient client = builder()
                    .httpClient(http)
                    .callTimeout(Duration.ofSeconds(20))
                    .acceptAny2xx(true)
                    .build();
            assertThat(client.accessToken()).isEqualTo("a");
        }
    }

    private IxApiClientBuilder builder() {
        return IxApiClient.at(server.uri()).credentials("key", "secret");
    }

    /** Not those of HttpClient, which are minutes or none. */
    @Test
    void itsOwnClientSendsTheTokenAndHasTheTimeoutsOfTheSettings() throws IOException {
        try (FakeServer exchange = new FakeServer()) {
            exchange.answers(request -> request.target().endsWith("/token")
                    ? new FakeServer.Answer(201, "{\"access_token\": \"a\", \"refresh_token\": \"r\"}")
                    : new FakeServer.Answer(302, "", "Location", "/elsewhere"));
            IxApiClient client = IxApiClient.at(exchange.uri())
                    .credentials("key", "secret")
                    .responseTimeout(Duration.ofSeconds(7))
                    .connectionRequestTimeout(Duration.ofSeconds(3))
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
