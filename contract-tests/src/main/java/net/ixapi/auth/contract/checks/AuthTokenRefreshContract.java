package net.ixapi.auth.contract.checks;

import static net.ixapi.auth.contract.checks.Conformance.requireDocumented;
import static org.assertj.core.api.Assertions.assertThat;

import net.ixapi.auth.client.AuthApi;
import net.ixapi.auth.client.runtime.HttpTransport;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.http.Answer;
import net.ixapi.auth.contract.http.RawHttp;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.TargetExtension;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.model.AuthTokenRequest;
import net.ixapi.auth.model.RefreshTokenRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code POST /auth/refresh}: staying logged in. */
@ExtendWith(TargetExtension.class)
@DisplayName("POST /auth/refresh")
public class AuthTokenRefreshContract {
    private static final String OPERATION = "auth_token_refresh";
    private static final String PATH = "/auth/refresh";

    private final ContractTarget target;
    private final RawHttp http;
    private final OpenApiDocument document;

    /**
     * Checks of one server.
     *
     * @param target the server
     * @param http the way to it
     * @param document what it must keep to
     */
    public AuthTokenRefreshContract(ContractTarget target, RawHttp http, OpenApiDocument document) {
        this.target = target;
        this.http = http;
        this.document = document;
    }

    @Test
    @Checks(operation = OPERATION, status = 201)
    @DisplayName("the generated client refreshes")
    void clientRefreshes() {
        try (HttpTransport transport = HttpTransport.to(target.baseUri())) {
            AuthApi api = new AuthApi(transport);
            AuthToken first = logIn(api);
            AuthToken second = api.authTokenRefresh(new RefreshTokenRequest().refreshToken(first.getRefreshToken()));
            TokenChecks.requirePair(second.getAccessToken(), second.getRefreshToken());
        }
    }

    @Test
    @Checks(operation = OPERATION, status = 201)
    @DisplayName("a refresh token brings a new pair, which refreshes in its turn")
    void chain() {
        String first = refreshToken();
        Answer second = http.post(PATH, body(first));
        requireDocumented(second, document, OPERATION, 201);
        TokenChecks.requirePair(second.text("access_token"), second.text("refresh_token"));
        assertThat(second.text("refresh_token").equals(first))
                .as("the refresh token is the old one")
                .isFalse();
        requireDocumented(http.post(PATH, body(second.text("refresh_token"))), document, OPERATION, 201);
    }

    @Test
    @Checks(operation = OPERATION, status = 201)
    @DisplayName("an Authorization header, as known clients send it, does no harm")
    void authorizationHeader() {
        Answer answer = http.post(
                PATH, body(refreshToken()), "Content-Type", "application/json;", "Authorization", "Bearer expired");
        requireDocumented(answer, document, OPERATION, 201);
    }

    @Test
    @Checks(operation = OPERATION, status = 400)
    @DisplayName("a missing refresh token is named")
    void missing() {
        requireNamed(http.post(PATH, "{}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("net.ixapi.auth.contract.checks.WrongBodies#valuesThatAreNoText")
    @Checks(operation = OPERATION, status = 400)
    @DisplayName("a refresh token that is no text is named")
    void wrongType(String value) {
        requireNamed(http.post(PATH, "{\"refresh_token\": " + value + "}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("net.ixapi.auth.contract.checks.WrongBodies#bodiesThatAreNoObject")
    @Checks(operation = OPERATION, status = 400)
    @DisplayName("a body that is no JSON object is refused")
    void noObject(String what, String body) {
        requireDocumented(http.post(PATH, body), document, OPERATION, 400);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "garbage, garbage",
        "three parts that are no JSON, a.b.c",
        "an unsigned token, eyJhbGciOiJub25lIn0.eyJleHAiOjQxMDI0NDQ4MDB9."
    })
    @Checks(operation = OPERATION, status = 401)
    @DisplayName("what is no genuine token is refused")
    void garbage(String what, String token) {
        requireDocumented(http.post(PATH, body(token)), document, OPERATION, 401);
    }

    @Test
    @Checks(operation = OPERATION, status = 401)
    @DisplayName("a refresh token with a changed signature is refused")
    void tampered() {
        String token = refreshToken();
        int signature = token.lastIndexOf('.') + 1;
        String changed = token.charAt(signature) == 'A' ? "B" : "A";
        String tampered = token.substring(0, signature) + changed + token.substring(signature + 1);
        requireDocumented(http.post(PATH, body(tampered)), document, OPERATION, 401);
    }

    @Test
    @Checks(operation = OPERATION, status = 401)
    @DisplayName("an access token does not refresh")
    void accessToken() {
        try (HttpTransport transport = HttpTransport.to(target.baseUri())) {
            String accessToken = logIn(new AuthApi(transport)).getAccessToken();
            requireDocumented(http.post(PATH, body(accessToken)), document, OPERATION, 401);
        }
    }

    private void requireNamed(Answer answer) {
        requireDocumented(answer, document, OPERATION, 400);
        assertThat(answer.json()
                        .path("properties")
                        .valueStream()
                        .map(property -> property.path("name").asString("")))
                .as("names in 'properties'")
                .contains("refresh_token");
    }

    private String refreshToken() {
        try (HttpTransport transport = HttpTransport.to(target.baseUri())) {
            return logIn(new AuthApi(transport)).getRefreshToken();
        }
    }

    private AuthToken logIn(AuthApi api) {
        return api.authTokenCreate(
                new AuthTokenRequest().apiKey(target.apiKey()).apiSecret(target.apiSecret()));
    }

    private static String body(String refreshToken) {
        return "{\"refresh_token\": \"" + refreshToken + "\"}";
    }
}
