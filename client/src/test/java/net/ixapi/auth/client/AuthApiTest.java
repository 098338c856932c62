package net.ixapi.auth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.List;
import net.ixapi.auth.client.runtime.ApiResponse;
import net.ixapi.auth.client.runtime.FakeServer;
import net.ixapi.auth.client.runtime.HttpTransport;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.model.AuthTokenRequest;
import net.ixapi.auth.model.RefreshTokenRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuthApiTest {
    private static final AuthToken PAIR = new AuthToken().accessToken("a").refreshToken("r");

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri("/api/v2"));

    private final AuthApi api = new AuthApi(transport);

    @BeforeEach
    void theServerGivesAPair() {
        server.answers(201, "{\"access_token\": \"a\", \"refresh_token\": \"r\", \"new\": 1}", "X-Request", "7");
    }

    @Test
    void credentialsBuyAPair() {
        assertThat(api.authTokenCreate(new AuthTokenRequest().apiKey("key").apiSecret("secret")))
                .isEqualTo(PAIR);
        assertSent("/api/v2/auth/token", "{\"api_key\":\"key\",\"api_secret\":\"secret\"}");
    }

    @Test
    void aRefreshTokenBuysAPair() {
        assertThat(api.authTokenRefresh(new RefreshTokenRequest().refreshToken("r")))
                .isEqualTo(PAIR);
        assertSent("/api/v2/auth/refresh", "{\"refresh_token\":\"r\"}");
    }

    @Test
    void membersThatWereNotSetAreNotSent() {
        api.authTokenCreate(new AuthTokenRequest().apiKey("key"));
        assertSent("/api/v2/auth/token", "{\"api_key\":\"key\"}");
    }

    @Test
    void theBodyMayBeLeftOut() {
        api.authTokenCreate(null);
        assertThat(server.request().body()).isEmpty();
        assertThat(server.request().headers()).doesNotContainKey("Content-Type");
    }

    @Test
    void statusAndHeadersComeWithTheResponse() {
        ApiResponse<AuthToken> created = api.authTokenCreateWithResponse(new AuthTokenRequest());
        ApiResponse<AuthToken> refreshed = api.authTokenRefreshWithResponse(new RefreshTokenRequest());
        assertThat(List.of(created, refreshed)).allSatisfy(response -> {
            assertThat(response.status()).isEqualTo(201);
            assertThat(response.headers()).containsEntry("x-request", List.of("7"));
            assertThat(response.body()).isEqualTo(PAIR);
        });
    }

    @Test
    @SuppressWarnings("NullAway")
    void noTransportIsRefusedAtOnce() {
        assertThatNullPointerException().isThrownBy(() -> new AuthApi(null)).withMessage("transport");
    }

    private void assertSent(String target, String body) {
        assertThat(server.request().method()).isEqualTo("POST");
        assertThat(server.request().target()).isEqualTo(target);
        assertThat(server.request().body()).isEqualTo(body);
        assertThat(server.request().header("Content-Type")).containsExactly("application/json");
    }
}
