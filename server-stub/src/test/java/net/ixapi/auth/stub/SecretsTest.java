package net.ixapi.auth.stub;

import static net.ixapi.auth.stub.Credentials.KEY;
import static net.ixapi.auth.stub.Credentials.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.model.AuthTokenRequest;
import net.ixapi.auth.model.RefreshTokenRequest;
import net.ixapi.auth.server.runtime.InvalidRequestException;
import net.ixapi.auth.server.runtime.ProblemException;
import net.ixapi.auth.stub.token.InvalidTokenException;
import net.ixapi.auth.stub.token.Tokens;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Neither a text nor an answer holds what only its owner may know. */
class SecretsTest {
    private static final String CANARY = "canary-" + "x".repeat(79);

    @AutoClose
    private static final StubServer STUB =
            StubServer.builder().account(Credentials.account()).start();

    private static final StubPeer PEER = new StubPeer(STUB);

    @Test
    void standInNoTextOfAnObject() throws Exception {
        Account account = Credentials.account();
        Tokens tokens = TestTokens.of(Clock.systemUTC(), Duration.ofMinutes(1), Duration.ofMinutes(1));
        AuthToken pair = tokens.issue("tester");
        Accounts accounts = new Accounts(List.of(account));
        List<Object> objects = List.of(
                account,
                accounts,
                tokens,
                STUB,
                StubServer.builder().account(account),
                new StubAuthApi(accounts, tokens, new StubProblems()),
                pair,
                new AuthTokenRequest().apiKey(KEY).apiSecret(SECRET),
                new RefreshTokenRequest().refreshToken(pair.getRefreshToken()));

        assertThat(objects)
                .allSatisfy(object -> assertThat(object.toString())
                        .doesNotContain(KEY, SECRET, pair.getAccessToken(), pair.getRefreshToken()));
        assertThat(account).hasToString("Account[tester]");
    }

    @Test
    void standInNoMessageOfAnException() {
        Tokens tokens = TestTokens.of(Clock.systemUTC(), Duration.ofMinutes(1), Duration.ofMinutes(1));
        StubAuthApi api = new StubAuthApi(new Accounts(List.of()), tokens, new StubProblems());

        ProblemException login = catchThrowableOfType(
                ProblemException.class,
                () -> api.authTokenCreate(new AuthTokenRequest().apiKey(KEY).apiSecret(SECRET)));
        ProblemException refresh = catchThrowableOfType(
                ProblemException.class,
                () -> api.authTokenRefresh(new RefreshTokenRequest().refreshToken("a.canary.c")));
        InvalidRequestException missing =
                catchThrowableOfType(InvalidRequestException.class, () -> api.authTokenRefresh(null));

        assertThat(login).hasMessage("HTTP 401").hasNoCause();
        assertThat(refresh).hasMessage("HTTP 401").hasNoCause();
        assertThat(missing).hasMessage("invalid: [refresh_token]");
        assertThat(catchThrowableOfType(InvalidTokenException.class, () -> tokens.refresh("a.canary.c")))
                .hasMessage("not genuine")
                .hasNoCause();
    }

    @Test
    void standInNoProblem() throws Exception {
        AuthToken pair = PEER.login();
        List<HttpResponse<String>> responses = List.of(
                PEER.login("canary-canary-16", SECRET),
                PEER.login("canary", CANARY),
                PEER.post("/auth/token", "{\"api_key\": {\"canary\": \"canary\"}, \"api_secret\": [\"canary\"]}"),
                PEER.post("/auth/token", "{\"api_secret\": \"" + CANARY),
                PEER.post("/auth/token", "canary"),
                PEER.refresh("canary"),
                PEER.refresh(pair.getAccessToken()),
                PEER.post("/auth/refresh", "{\"refresh_token\": 987654321}"),
                PEER.post("/auth/canary?canary=canary", "\"canary\""),
                PEER.send(PEER.to("/auth/token?canary").header("Authorization", "Bearer canary")));

        assertThat(responses)
                .allSatisfy(response -> assertThat(response.statusCode()).isBetween(400, 499))
                .allSatisfy(response -> assertThat(
                                response.body() + response.headers().map())
                        .doesNotContain("canary", "987654321", SECRET, pair.getAccessToken()));
    }
}
