package net.ixapi.auth.stub;

import static net.ixapi.auth.stub.Credentials.KEY;
import static net.ixapi.auth.stub.Credentials.SECRET;
import static net.ixapi.auth.stub.StubPeer.assertProblem;
import static net.ixapi.auth.stub.StubPeer.pair;
import static net.ixapi.auth.stub.StubPeer.violations;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import net.ixapi.auth.model.AuthToken;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest {
    private static final String BODY = "{\"api_key\": \"" + KEY + "\", \"api_secret\": \"" + SECRET + "\"}";
    private static final String KEY_SIZE = "api_key must have 16 characters";
    private static final String SECRET_SIZE = "api_secret must have 86 characters";

    @AutoClose
    private static final StubServer STUB =
            StubServer.builder().account(Credentials.account()).start();

    private static final StubPeer PEER = new StubPeer(STUB);

    @Test
    void givesAPairOfTokens() throws Exception {
        AuthToken pair = PEER.login();

        assertThat(pair.getAccessToken()).isNotBlank().isNotEqualTo(pair.getRefreshToken());
        assertThat(pair.getRefreshToken()).isNotBlank();
    }

    @Test
    void givesOtherTokensEachTime() throws Exception {
        AuthToken first = PEER.login();
        AuthToken second = PEER.login();

        assertThat(List.of(first.getAccessToken(), first.getRefreshToken()))
                .doesNotContain(second.getAccessToken(), second.getRefreshToken());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json;", "application/json; charset=utf-8", "Application/JSON"})
    void takesWhatKnownClientsSend(String contentType) throws Exception {
        String body = BODY.replace("}", ", \"client\": {\"name\": \"x\"}, \"scope\": null}");

        assertThat(pair(PEER.send(PEER.to("/auth/token")
                        .header("Content-Type", contentType)
                        .header("Authorization", "Bearer expired")
                        .POST(BodyPublishers.ofString(body)))))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                                     | api_key is required                    | api_secret is required",
                "{\"api_key\": null}                    | api_key must not be null               | api_secret is required",
                "{\"api_key\": 5, \"api_secret\": {}}   | api_key must be a string               | api_secret must be a string",
                "{\"api_key\": \"\"}                    | api_key must have 16 characters | api_secret is required",
                "{\"apiKey\": \"\", \"apiSecret\": \"\"} | api_key is required                   | api_secret is required"
            })
    void namesEveryPropertyThatIsMissingOrWrong(String body, String key, String secret) throws Exception {
        assertThat(violations(PEER.post("/auth/token", body))).containsExactly(key, secret);
    }

    @Test
    void missesBothPropertiesWhereThereIsNoBody() throws Exception {
        assertThat(violations(PEER.send(PEER.to("/auth/token").POST(BodyPublishers.noBody()))))
                .containsExactly("api_key is required", "api_secret is required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "5", "\"x\""})
    void refusesABodyThatIsNoObject(String body) throws Exception {
        assertThat(violations(PEER.post("/auth/token", body))).containsExactly("body must be an object");
    }

    @Test
    void countsTheCharactersOfTheCredentials() throws Exception {
        assertThat(violations(PEER.login(KEY.substring(1), SECRET.substring(1))))
                .containsExactly(KEY_SIZE, SECRET_SIZE);
        assertThat(violations(PEER.login(KEY + "x", SECRET + "x"))).containsExactly(KEY_SIZE, SECRET_SIZE);
        assertProblem(PEER.login("\ud83d\ude00".repeat(16), SECRET), 401, "authentication-error.html");
    }

    @Test
    void answersEveryNearMissAlike() throws Exception {
        List<HttpResponse<String>> responses = new ArrayList<>();
        for (String key : List.of(
                KEY,
                nearMiss(KEY, 0),
                nearMiss(KEY, 15),
                KEY.toUpperCase(),
                "unknown".repeat(3).substring(0, 16))) {
            for (String secret : List.of(
                    nearMiss(SECRET, 0),
                    nearMiss(SECRET, 85),
                    SECRET.toUpperCase(),
                    KEY.repeat(6).substring(0, 86))) {
                responses.add(PEER.login(key, secret));
            }
            if (!key.equals(KEY)) {
                responses.add(PEER.login(key, SECRET));
            }
        }

        for (HttpResponse<String> response : responses) {
            assertProblem(response, 401, "authentication-error.html");
            assertThat(response.body()).isEqualTo(responses.get(0).body());
            assertThat(response.headers().map().keySet())
                    .isEqualTo(responses.get(0).headers().map().keySet());
        }
        assertThat(responses).hasSize(24);
    }

    private static String nearMiss(String right, int index) {
        return right.substring(0, index) + (char) (right.charAt(index) ^ 1) + right.substring(index + 1);
    }
}
