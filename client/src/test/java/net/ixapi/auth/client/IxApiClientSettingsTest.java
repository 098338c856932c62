package net.ixapi.auth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.ApiTimeoutException;
import net.ixapi.auth.client.runtime.FakeServer;
import net.ixapi.auth.client.session.AuthApiTokens;
import net.ixapi.auth.client.session.Jwts;
import net.ixapi.auth.client.session.MutableClock;
import net.ixapi.auth.client.session.SessionBuilder;
import net.ixapi.auth.client.session.TokenPair;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a builder is told is what the client does. */
class IxApiClientSettingsTest {
    private static final String PAIR = "{\"access_token\": \"a\", \"refresh_token\": \"r\"}";

    @AutoClose
    private final FakeServer server = new FakeServer();

    @BeforeEach
    void theServerGivesAPair() {
        server.answers(201, PAIR);
    }

    @Test
    void theUserAgentIsSent() {
        tokenOf(builder -> builder);
        tokenOf(builder -> builder.httpClient(http -> http.setUserAgent("my-program/1.2")));
        assertThat(server.requests().get(0).header("User-Agent")).containsExactly("ixapi-auth");
        assertThat(server.requests().get(1).header("User-Agent")).containsExactly("my-program/1.2");
    }

    @Test
    void theProxyIsAsked() {
        try (IxApiClient client = IxApiClient.at(URI.create("http://ix.invalid"))
                .credentials("key", "secret")
                .proxy(server.uri())
                .build()) {
            assertThat(client.accessToken()).isEqualTo("a");
        }
        assertThat(server.request().target()).isEqualTo("http://ix.invalid/api/v2/auth/token");
        assertThat(server.request().header("Host")).containsExactly("ix.invalid");
    }

    @Test
    void anotherSuccessThanTheDocumentedOneCanBeAccepted() {
        server.answers(200, PAIR);
        assertThatThrownBy(() -> tokenOf(builder -> builder)).isInstanceOf(ApiStatusException.class);
        assertThat(tokenOf(builder -> builder.acceptAny2xx(true))).isEqualTo("a");
    }

    @Test
    void requestsAreRepeatedAsOftenAsAllowed() {
        server.answers(request -> new FakeServer.Response(503, "", "Retry-After", "0"));
        assertThatThrownBy(() -> tokenOf(builder -> builder.attempts(2))).hasMessageContaining("HTTP 503");
        assertThat(server.requests()).hasSize(2);
        assertThatThrownBy(() -> tokenOf(builder -> builder.attempts(1))).hasMessageContaining("HTTP 503");
        assertThat(server.requests()).hasSize(3);
    }

    /** The server has nobody who accepts: the connection is made, and stays silent. */
    @Test
    void theTimeoutsHold() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI address = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            assertTimesOut(IxApiClient.at(address).responseTimeout(Duration.ofMillis(50)));
            assertTimesOut(IxApiClient.at(address).callTimeout(Duration.ofMillis(50)));
        }
    }

    @Test
    void theClockTheSettingsTheListenerAndTheStoredPairAreTheSessions() {
        MutableClock clock = new MutableClock();
        long now = clock.millis();
        TokenPair stored = new TokenPair(
                Jwts.issued(now, now + 600_000), "r", null, AuthApiTokens.origin(server.uri("/api/v2"), "key"));
        List<TokenPair> seen = new ArrayList<>();
        Consumer<SessionBuilder> wide = settings -> settings.margin(Duration.ofHours(1));
        try (IxApiClient client = builder()
                .clock(clock)
                .session(wide)
                .session(settings -> settings.listener(seen::add).pair(stored))
                .build()) {
            assertThat(client.session().pair()).contains(stored);
            assertThat(client.accessToken()).isEqualTo(stored.accessToken());
            assertThat(server.requests()).isEmpty();
            clock.at(600_000);
            assertThat(client.accessToken()).isEqualTo("a");
        }
        assertThat(seen).containsExactly(new TokenPair("a", "r", null, stored.origin()));
        assertThat(server.request().target()).isEqualTo("/api/v2/auth/refresh");
    }

    /** By the setting it is renewed after eight minutes, a fifth of its lifetime early; by the default, after nine. */
    @Test
    void theMarginIsTheSessions() {
        MutableClock clock = new MutableClock();
        long now = clock.millis();
        Consumer<SessionBuilder> wide =
                settings -> settings.margin(Duration.ofHours(1)).executor(Runnable::run);
        try (IxApiClient client = builder()
                .clock(clock)
                .session(wide)
                .session(settings -> settings.pair(new TokenPair(
                        Jwts.issued(now, now + 600_000),
                        "r",
                        null,
                        AuthApiTokens.origin(server.uri("/api/v2"), "key"))))
                .build()) {
            clock.at(500_000);
            client.accessToken();
            assertThat(server.requests()).hasSize(1);
            clock.at(600_000);
            assertThat(client.accessToken()).isEqualTo("a");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void severalClientsMayBeBuiltOfOneBuilder() {
        IxApiClientBuilder builder = builder();
        try (IxApiClient first = builder.build();
                IxApiClient second =
                        builder.httpClient(http -> http.setUserAgent("second")).build()) {
            assertThat(first.session()).isNotSameAs(second.session());
            first.accessToken();
            second.accessToken();
        }
        assertThat(server.requests())
                .extracting(request -> request.header("User-Agent").get(0))
                .containsExactly("ixapi-auth", "second");
    }

    @Test
    void withoutCredentialsThereIsNoClient() {
        IxApiClientBuilder builder = IxApiClient.at(server.uri());
        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessage("Give the builder either credentials, a source of them, or a token provider");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void aTimeoutMustBePositive(long millis) {
        Duration none = Duration.ofMillis(millis);
        assertThatIllegalArgumentException().isThrownBy(() -> builder().connectTimeout(none));
        assertThatIllegalArgumentException().isThrownBy(() -> builder().responseTimeout(none));
        assertThatIllegalArgumentException().isThrownBy(() -> builder().callTimeout(none));
    }

    @Test
    void whatIsMissingIsRefusedAtOnce() {
        assertMissing("source", () -> builder().credentials(null));
        assertMissing("provider", () -> builder().tokenProvider(null));
        assertMissing("apiKey", () -> builder().credentials(null, "secret"));
        assertMissing("apiSecret", () -> builder().credentials("key", null));
        assertMissing("session", () -> builder().session(null));
        assertMissing("clock", () -> builder().clock(null));
        assertMissing("httpClient", () -> builder().httpClient(null));
        assertMissing("connectTimeout", () -> builder().connectTimeout(null));
        SessionBuilder session = new SessionBuilder(() -> new TokenPair("a", null));
        assertMissing("margin", () -> session.margin(null));
        assertMissing("refreshTimeout", () -> session.refreshTimeout(null));
    }

    private static void assertMissing(String name, ThrowingCallable setting) {
        assertThatNullPointerException().isThrownBy(setting).withMessage(name);
    }

    private static void assertTimesOut(IxApiClientBuilder builder) {
        try (IxApiClient client =
                builder.credentials("key", "secret").attempts(1).build()) {
            assertThatThrownBy(client::accessToken)
                    .isInstanceOf(ApiTimeoutException.class)
                    .hasMessageStartingWith("auth_token_create");
        }
    }

    private String tokenOf(UnaryOperator<IxApiClientBuilder> settings) {
        try (IxApiClient client = settings.apply(builder()).build()) {
            return client.accessToken();
        }
    }

    private IxApiClientBuilder builder() {
        return IxApiClient.at(server.uri()).credentials("key", "secret");
    }
}
