package net.ixapi.auth.stub;

import static net.ixapi.auth.stub.StubPeer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.stub.fault.Fault;
import net.ixapi.auth.stub.http.StubOperations;
import net.ixapi.auth.stub.token.SigningKey;
import net.ixapi.auth.stub.token.TokenAlgorithm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerResourceTest {
    private static final String CHALLENGE = "Bearer realm=\"IX-API\"";

    @AutoClose
    private static final StubServer STUB =
            StubServer.builder().resource("/ports/1", "{\"id\":\"1\"}").start();

    private static final StubPeer PEER = new StubPeer(STUB);

    @AfterEach
    void reset() {
        STUB.reset();
    }

    private static HttpResponse<String> get(String path, String authorization) throws Exception {
        return PEER.send(PEER.to(path).header("Authorization", authorization));
    }

    private static String login() throws Exception {
        return StubPeer.pair(PEER.login(Account.EXAMPLE.apiKey(), Account.EXAMPLE.apiSecret()))
                .getAccessToken();
    }

    private static void assertRefused(String token, String type, String reason) throws Exception {
        HttpResponse<String> response = get("/accounts", "Bearer " + token);

        assertProblem(response, 401, type);
        assertThat(response.headers().allValues("WWW-Authenticate"))
                .containsExactly(CHALLENGE + ", error=\"invalid_token\", error_description=\"" + reason + "\"");
    }

    @Test
    void isServedWithAnAccessToken() throws Exception {
        String token = login();
        HttpResponse<String> accounts = get("/accounts", "Bearer " + token);

        assertThat(accounts.statusCode()).isEqualTo(200);
        assertThat(accounts.body()).isEqualTo("[]");
        assertThat(accounts.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(get("/ports/1", "bearer " + token).body()).isEqualTo("{\"id\":\"1\"}");
        assertProblem(get("/ports/2", "Bearer " + token), 404, "not-found.html");
        assertThat(STUB.journal().calls(StubOperations.PROTECTED_RESOURCE)).isEqualTo(2);
        assertThat(STUB.journal().entries().get(2).path()).isEqualTo("/api/v2/ports/1");
    }

    @Test
    void isRefusedWithAnyOtherToken() throws Exception {
        String notValid = "The access token is not valid";
        String token = login();
        STUB.tokens().revoke(token);
        assertRefused(token, "authentication-error.html", notValid);
        assertRefused(STUB.tokens().mint().refresh().sign(), "authentication-error.html", notValid);
        assertRefused("canary", "authentication-error.html", notValid);
        assertRefused(
                STUB.tokens()
                        .mint()
                        .signedBy(SigningKey.random(TokenAlgorithm.ES256))
                        .sign(),
                "authentication-error.html",
                notValid);
        String old = login();
        STUB.clock().advance(Duration.ofMinutes(15));
        assertRefused(old, "signature-expired.html", "The access token expired");
    }

    /** RFC 6750, section 3.1: no error where there are no credentials. */
    @ParameterizedTest
    @ValueSource(strings = {"", "Basic Y2FuYXJ5OmNhbmFyeQ=="})
    void asksForATokenWhereThereIsNone(String authorization) throws Exception {
        HttpResponse<String> response = get("/accounts", authorization);

        assertProblem(response, 401, "not-authenticated.html");
        assertThat(response.headers().allValues("WWW-Authenticate")).containsExactly(CHALLENGE);
    }

    @Test
    void hasNoOtherMethod() throws Exception {
        assertProblem(PEER.send(PEER.to("/accounts").POST(BodyPublishers.noBody())), 405, "about:blank");
    }

    @Test
    void meetsFaults() throws Exception {
        STUB.faults().enqueue(1, StubOperations.PROTECTED_RESOURCE, Fault.status(503));
        String token = login();

        assertProblem(get("/accounts", "Bearer " + token), 503, "about:blank");
        assertThat(get("/accounts", "Bearer " + token).statusCode()).isEqualTo(200);
    }

    /** Another account's requests go on as ever, however the account shows. */
    @Test
    void meetsFaultsOfItsAccountOnly() throws Exception {
        Account bob = Account.random("bob");
        try (StubServer stub =
                StubServer.builder().account(Account.EXAMPLE).account(bob).start()) {
            StubPeer peer = new StubPeer(stub);
            AuthToken pair = StubPeer.pair(peer.login(bob.apiKey(), bob.apiSecret()));
            stub.faults().enqueue(4, request -> "bob".equals(request.account()), Fault.status(429));

            StubPeer.pair(peer.login(Account.EXAMPLE.apiKey(), Account.EXAMPLE.apiSecret()));
            assertProblem(peer.refresh("canary"), 401, "authentication-error.html");
            assertProblem(peer.login(bob.apiKey(), Account.EXAMPLE.apiSecret()), 429, "about:blank");
            assertProblem(peer.refresh(pair.getRefreshToken()), 429, "about:blank");
            assertProblem(
                    peer.send(peer.to("/accounts").header("Authorization", "Bearer " + pair.getAccessToken())),
                    429,
                    "about:blank");
            assertProblem(
                    peer.send(peer.to("/auth/oauth2/token")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString("client_id=" + bob.apiKey()))),
                    429,
                    "about:blank");
            stub.faults().assertAllConsumed();
            StubPeer.pair(peer.refresh(pair.getRefreshToken()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "[] []", "canary"})
    void isNothingButJson(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StubServer.builder().resource("/ports", json))
                .withMessage("The resource /ports must be JSON, such as [].");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "accounts", "/", "/a/", "/a b", "/{id}", "/a?b", "//a"})
    void isAtNoPathThatIsNone(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StubServer.builder().resource(path, "[]"))
                .withMessageStartingWith("A path must be such as /accounts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StubServer.builder().oauth2Path(path))
                .withMessageStartingWith("A path must be such as /accounts");
    }
}
