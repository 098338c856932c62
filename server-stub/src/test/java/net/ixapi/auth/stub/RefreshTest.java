package net.ixapi.auth.stub;

import static net.ixapi.auth.stub.StubPeer.assertProblem;
import static net.ixapi.auth.stub.StubPeer.pair;
import static net.ixapi.auth.stub.StubPeer.violations;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashSet;
import java.util.Set;
import net.ixapi.auth.model.AuthToken;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefreshTest {
    @AutoClose
    private static final StubServer STUB =
            StubServer.builder().account(Credentials.account()).start();

    private static final StubPeer PEER = new StubPeer(STUB);

    @Test
    void givesANewPairThatCanBeRefreshedAgain() throws Exception {
        AuthToken pair = PEER.login();
        Set<String> tokens = new HashSet<>(Set.of(pair.getAccessToken(), pair.getRefreshToken()));
        for (int i = 0; i < 5; i++) {
            pair = pair(PEER.refresh(pair.getRefreshToken()));
            tokens.addAll(Set.of(pair.getAccessToken(), pair.getRefreshToken()));
        }

        assertThat(tokens).hasSize(12);
    }

    @Test
    void takesTheOldTokenAsLongAsItLives() throws Exception {
        AuthToken pair = PEER.login();
        pair(PEER.refresh(pair.getRefreshToken()));

        assertThat(pair(PEER.refresh(pair.getRefreshToken()))).isNotEqualTo(pair);
    }

    @Test
    void takesWhatKnownClientsSend() throws Exception {
        AuthToken pair = PEER.login();

        assertThat(pair(PEER.send(PEER.to("/auth/refresh")
                        .header("Content-Type", "application/json;")
                        .header("Authorization", "Bearer " + pair.getAccessToken())
                        .POST(BodyPublishers.ofString(
                                "{\"new\": [], \"refresh_token\": \"" + pair.getRefreshToken() + "\"}")))))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}                        | refresh_token is required",
                "null                      | body must not be null",
                "{\"refresh_token\": null} | refresh_token must not be null",
                "{\"refresh_token\": 5}    | refresh_token must be a string",
                "{\"refresh_token\": []}   | refresh_token must be a string",
                "[]                        | body must be an object",
                "{\"refresh_token\": \"a   | body is not valid JSON at line 1, column 21"
            })
    void namesWhatIsMissingOrWrong(String body, String violation) throws Exception {
        assertThat(violations(PEER.post("/auth/refresh", body))).containsExactly(violation);
    }

    @Test
    void missesTheTokenWhereThereIsNoBody() throws Exception {
        assertThat(violations(PEER.send(PEER.to("/auth/refresh").POST(BodyPublishers.noBody()))))
                .containsExactly("refresh_token is required");
    }

    @Test
    void refusesAnAccessToken() throws Exception {
        assertProblem(PEER.refresh(PEER.login().getAccessToken()), 401, "authentication-error.html");
    }

    @Test
    void refusesATokenOfAnotherStub() throws Exception {
        try (StubServer other =
                StubServer.builder().account(Credentials.account()).start()) {
            AuthToken foreign = new StubPeer(other).login();

            assertProblem(PEER.refresh(foreign.getRefreshToken()), 401, "authentication-error.html");
        }
    }
}
