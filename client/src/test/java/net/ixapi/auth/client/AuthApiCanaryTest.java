package net.ixapi.auth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import net.ixapi.auth.client.error.ApiException;
import net.ixapi.auth.client.runtime.ApiResponse;
import net.ixapi.auth.client.runtime.Failures;
import net.ixapi.auth.client.runtime.FakeServer;
import net.ixapi.auth.client.runtime.HttpTransport;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.model.AuthTokenRequest;
import net.ixapi.auth.model.RefreshTokenRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Credentials and tokens stay where they are: in the members of the models. */
class AuthApiCanaryTest {
    private static final String CANARY = "canary-5f1d";
    private static final AuthTokenRequest CREDENTIALS =
            new AuthTokenRequest().apiKey(CANARY).apiSecret(CANARY);
    private static final RefreshTokenRequest TOKEN = new RefreshTokenRequest().refreshToken(CANARY);

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri());

    private final AuthApi api = new AuthApi(transport);

    @Test
    void noModelSaysIt() {
        assertThat(CREDENTIALS.toString()).contains("apiKey=*", "apiSecret=*").doesNotContain(CANARY);
        assertThat(TOKEN.toString()).contains("refreshToken=*").doesNotContain(CANARY);
    }

    @Test
    void noSuccessSaysIt() {
        server.answers(201, "{\"access_token\": \"canary-5f1d\", \"refresh_token\": \"canary-5f1d\"}");
        ApiResponse<AuthToken> response = api.authTokenCreateWithResponse(CREDENTIALS);
        assertThat(response.body().getAccessToken()).isEqualTo(CANARY);
        assertThat(response.body().toString())
                .contains("accessToken=*", "refreshToken=*")
                .doesNotContain(CANARY);
        assertThat(response).hasToString("ApiResponse[201]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "201|{\"access_token\": \"canary-5f1d\"",
                "201|{\"access_token\": \"canary-5f1d\", \"refresh_token\": [\"canary-5f1d\"]}",
                "201|canary-5f1d",
                "200|{\"access_token\": \"canary-5f1d\", \"refresh_token\": \"canary-5f1d\"}",
                "400|{\"type\": \"x\", \"properties\": [{\"name\": \"api_key\", \"reason\": \"canary-5f1d is short\"}]}",
                "400|{\"type\": \"canary-5f1d\", \"title\": \"canary-5f1d\", \"status\": \"canary-5f1d\"}",
                "401|{\"detail\": \"canary-5f1d\"",
                "401|<html>canary-5f1d</html>",
                "500|canary-5f1d",
            })
    void noFailureSaysIt(int status, String body) {
        server.answers(status, body, "Set-Cookie", CANARY);
        assertThat(Failures.saidBy(catchThrowableOfType(ApiException.class, () -> api.authTokenCreate(CREDENTIALS))))
                .contains("auth_token_create: HTTP " + status)
                .doesNotContain(CANARY);
        assertThat(Failures.saidBy(catchThrowableOfType(ApiException.class, () -> api.authTokenRefresh(TOKEN))))
                .contains("auth_token_refresh: HTTP " + status)
                .doesNotContain(CANARY);
    }
}
