package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.InvalidResponseException;
import net.ixapi.auth.client.error.OAuth2Exception;
import net.ixapi.auth.client.runtime.FakeServer;
import net.ixapi.auth.client.runtime.FakeServer.Response;
import net.ixapi.auth.client.runtime.HttpTransport;
import net.ixapi.auth.client.session.OAuth2.ClientAuthentication;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** OAuth2 client credentials, by what goes over the wire. */
class ClientCredentialsTokensTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Credentials CREDENTIALS = new Credentials("k e:y", "s+e&c=r%té");

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri("/oauth2/token"));

    private final ClientCredentialsTokens tokens = tokens(ClientAuthentication.CLIENT_SECRET_BASIC, "ix-api", "more");

    private ClientCredentialsTokens tokens(ClientAuthentication authentication, String... scopes) {
        OAuth2 settings = new OAuth2(server.uri("/oauth2/token"), List.of(scopes), authentication);
        return new ClientCredentialsTokens(transport, settings, () -> CREDENTIALS, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void basicIsTheDefaultAndEncodesAsInAForm() {
        server.answers(200, "{\"access_token\": \"a\", \"token_type\": \"bearer\", \"expires_in\": 300}");
        assertThat(tokens.logIn()).isEqualTo(new TokenPair("a", null, NOW.plusSeconds(300), tokens.origin()));
        assertThat(server.request().method()).isEqualTo("POST");
        assertThat(server.request().target()).isEqualTo("/oauth2/token");
        // k+e%3Ay:s%2Be%26c%3Dr%25t%C3%A9
        assertThat(server.request().header("Authorization"))
                .containsExactly("Basic aytlJTNBeTpzJTJCZSUyNmMlM0RyJTI1dCVDMyVBOQ==");
        assertThat(server.request().header("Content-Type").get(0)).startsWith("application/x-www-form-urlencoded");
        assertThat(server.request().body()).isEqualTo("grant_type=client_credentials&scope=ix-api+more");
    }

    @Test
    void postPutsBothIntoTheBody() {
        server.answers(200, "{\"access_token\": \"a\"}");
        tokens(ClientAuthentication.CLIENT_SECRET_POST).logIn();
        assertThat(server.request().headers()).doesNotContainKey("Authorization");
        assertThat(server.request().body())
                .isEqualTo("grant_type=client_credentials&client_id=k+e%3Ay&client_secret=s%2Be%26c%3Dr%25t%C3%A9");
    }

    @ParameterizedTest
    @CsvSource({"300, 300", "\"300\", 300", "0.5, 0.5", "1e30, 3153600000", "99999999999999999999, 3153600000"})
    void expiresInIsCountedFromTheRequest(String expiresIn, double seconds) {
        server.answers(200, "{\"access_token\": \"a\", \"expires_in\": " + expiresIn + "}");
        assertThat(tokens.logIn().expiresAt()).isEqualTo(NOW.plusMillis((long) (seconds * 1000)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "null", "\"\"", "\"soon\"", "{}", "[]", "false"})
    void anyOtherSaysNothing(String expiresIn) {
        server.answers(200, "{\"access_token\": \"a\", \"expires_in\": " + expiresIn + "}");
        assertThat(tokens.logIn().expiresAt()).isNull();
    }

    @Test
    void soDoesNone() {
        server.answers(200, "{\"access_token\": \"a\"}");
        assertThat(tokens.logIn().expiresAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "400, invalid_request",
        "401, invalid_client",
        "400, invalid_grant",
        "400, unauthorized_client",
        "400, unsupported_grant_type",
        "400, invalid_scope",
    })
    void aRefusalSaysWhy(int status, String error) {
        server.answers(status, "{\"error\": \"%s\", \"error_description\": \"canary-5f1d\"}".formatted(error));
        assertThatExceptionOfType(OAuth2Exception.class)
                .isThrownBy(tokens::logIn)
                .withMessage("oauth2_token: HTTP " + status + ", " + error)
                .satisfies(e -> assertThat(e.error()).isEqualTo(error))
                .satisfies(e ->
                        assertThat(e.forCaller()).hasMessage(e.getMessage()).hasCause(e));
    }

    @Test
    void whatElseAServerSaysIsNotRepeated() {
        server.answers(400, "{\"error\": \"canary-5f1d\"}");
        assertThatExceptionOfType(OAuth2Exception.class)
                .isThrownBy(tokens::logIn)
                .withMessage("oauth2_token: HTTP 400")
                .satisfies(e -> assertThat(e.error()).isEqualTo("canary-5f1d"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>canary-5f1d</html>", "{}", "[]", "{\"error\": {}}"})
    void aFailureWithoutAnErrorCodeIsItsStatus(String body) {
        server.answers(503, body);
        assertThatThrownBy(tokens::logIn)
                .isExactlyInstanceOf(ApiStatusException.class)
                .hasMessage("oauth2_token: HTTP 503");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"a\"",
                "{\"access_token\": \"\"}",
                "{\"access_token\": \"a b\"}",
                "{\"access_token\": null}",
                "{\"access_token\": \"a\", \"token_type\": \"mac\"}",
                "<html>canary-5f1d</html>",
            })
    void aSuccessWithoutABearerTokenIsUnreadable(String body) {
        server.answers(200, body);
        assertThatThrownBy(tokens::logIn)
                .isInstanceOf(InvalidResponseException.class)
                .hasMessageStartingWith("oauth2_token: HTTP 200")
                .hasMessageNotContaining("canary");
    }

    /** The secret must not go to wherever a redirect leads. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void noRedirectIsFollowed(int status) {
        server.answers(request ->
                new Response(request.target().equals("/oauth2/token") ? status : 200, "{}", "Location", "/elsewhere"));
        assertThatThrownBy(tokens::logIn).hasMessage("oauth2_token: HTTP " + status);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void aTokenUrlWithAQueryIsRefused() {
        assertThatThrownBy(() -> HttpTransport.to(URI.create("https://ix.example/token?a=b")))
                .hasMessageContaining("query");
    }
}
