package net.ixapi.auth.contract.checks;

import static net.ixapi.auth.contract.checks.Conformance.requireDocumented;
import static org.assertj.core.api.Assertions.assertThat;

import net.ixapi.auth.client.AuthApi;
import net.ixapi.auth.client.runtime.ApiResponse;
import net.ixapi.auth.client.runtime.HttpTransport;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.http.Answer;
import net.ixapi.auth.contract.http.RawHttp;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.TargetExtension;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.model.AuthTokenRequest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /auth/token}: logging in. */
@ExtendWith(TargetExtension.class)
@DisplayName("POST /auth/token")
public class AuthTokenCreateContract {
    private static final String OPERATION = "auth_token_create";
    private static final String PATH = "/auth/token";

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
    public AuthTokenCreateContract(ContractTarget target, RawHttp http, OpenApiDocument document) {
        this.target = target;
        this.http = http;
        this.document = document;
    }

    @Test
    @Checks(operation = OPERATION, status = 201)
    @DisplayName("the generated client logs in")
    void clientLogsIn() {
        try (HttpTransport transport = HttpTransport.to(target.baseUri())) {
            ApiResponse<AuthToken> answer = new AuthApi(transport)
                    .authTokenCreateWithResponse(
                            new AuthTokenRequest().apiKey(target.apiKey()).apiSecret(target.apiSecret()));
            assertThat(answer.status()).isEqualTo(201);
            TokenChecks.requirePair(
                    answer.body().getAccessToken(), answer.body().getRefreshToken());
        }
    }

    @Test
    @Checks(operation = OPERATION, status = 201)
    @DisplayName("right credentials bring a pair of tokens")
    void rightCredentials() {
        Answer answer = http.post(PATH, credentials(target.apiKey(), target.apiSecret()));
        requireDocumented(answer, document, OPERATION, 201);
        TokenChecks.requirePair(answer.text("access_token"), answer.text("refresh_token"));
    }

    @ParameterizedTest(name = "Content-Type: {0}")
    @ValueSource(strings = {"application/json;", "application/json; charset=utf-8", "Application/JSON"})
    @Checks(operation = OPERATION, status = 201)
    @DisplayName("every way to write the media type is understood")
    void mediaTypes(String contentType) {
        Answer answer = http.post(PATH, credentials(target.apiKey(), target.apiSecret()), "Content-Type", contentType);
        requireDocumented(answer, document, OPERATION, 201);
    }

    @Test
    @Checks(operation = OPERATION, status = 201)
    @DisplayName("members that the document does not list are let pass")
    void unknownMembers() {
        String known = credentials(target.apiKey(), target.apiSecret());
        Answer answer = http.post(PATH, known.replace("}", ", \"unknown\": {\"a\": [null]}}"));
        requireDocumented(answer, document, OPERATION, 201);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"api_key", "api_secret"})
    @Checks(operation = OPERATION, status = 400)
    @DisplayName("a missing member is named")
    void missingMember(String member) {
        String all = credentials(target.apiKey(), target.apiSecret());
        requireNamed(http.post(PATH, all.replace(member, "another")), member);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("net.ixapi.auth.contract.checks.WrongBodies#valuesThatAreNoText")
    @Checks(operation = OPERATION, status = 400)
    @DisplayName("a member that is no text is named")
    void memberOfWrongType(String value) {
        requireNamed(
                http.post(PATH, "{\"api_key\": " + value + ", \"api_secret\": " + value + "}"),
                "api_key",
                "api_secret");
    }

    @ParameterizedTest(name = "key of {0}, secret of {1} characters: {2}")
    @CsvSource({
        "15,86,api_key",
        "17,86,api_key",
        "16,85,api_secret",
        "16,87,api_secret",
        "0,86,api_key",
        "16,0,api_secret"
    })
    @Checks(operation = OPERATION, status = 400)
    @DisplayName("a member of a wrong length is named")
    void wrongLength(int keyLength, int secretLength, String member) {
        requireNamed(http.post(PATH, credentials("k".repeat(keyLength), "s".repeat(secretLength))), member);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("net.ixapi.auth.contract.checks.WrongBodies#bodiesThatAreNoObject")
    @Checks(operation = OPERATION, status = 400)
    @DisplayName("a body that is no JSON object is refused")
    void noObject(String what, String body) {
        requireDocumented(http.post(PATH, body), document, OPERATION, 400);
    }

    @Test
    @Checks(operation = OPERATION, status = 401)
    @DisplayName("a wrong secret is refused")
    void wrongSecret() {
        requireDocumented(
                http.post(PATH, credentials(target.apiKey(), other(target.apiSecret()))), document, OPERATION, 401);
    }

    @Test
    @Checks(operation = OPERATION, status = 401)
    @DisplayName("an unknown key is refused")
    void unknownKey() {
        requireDocumented(
                http.post(PATH, credentials(other(target.apiKey()), target.apiSecret())), document, OPERATION, 401);
    }

    @Test
    @Checks(operation = OPERATION, status = 401)
    @DisplayName("the answer does not tell an unknown key from a wrong secret")
    void refusedAlike() {
        Answer unknownKey = http.post(PATH, credentials(other(target.apiKey()), target.apiSecret()));
        Answer wrongSecret = http.post(PATH, credentials(target.apiKey(), other(target.apiSecret())));
        assertThat(unknownKey.status()).isEqualTo(wrongSecret.status());
        assertThat(unknownKey.text("type")).as("problem type").isEqualTo(wrongSecret.text("type"));
        assertThat(unknownKey.text("detail").equals(wrongSecret.text("detail")))
                .as("same detail")
                .isTrue();
    }

    private void requireNamed(Answer answer, String... members) {
        requireDocumented(answer, document, OPERATION, 400);
        assertThat(answer.json()
                        .path("properties")
                        .valueStream()
                        .map(property -> property.path("name").asString("")))
                .as("names in 'properties'")
                .contains(members);
    }

    private static String credentials(String key, String secret) {
        return "{\"api_key\": \"" + key + "\", \"api_secret\": \"" + secret + "\"}";
    }

    /** As long, and different in the last character. */
    private static String other(String secret) {
        return secret.substring(0, secret.length() - 1) + (secret.endsWith("0") ? "1" : "0");
    }
}
