package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import net.ixapi.auth.client.AuthApi;
import net.ixapi.auth.client.error.UnauthorizedException;
import net.ixapi.auth.client.error.UnreadableAnswerException;
import net.ixapi.auth.client.runtime.FakeServer;
import net.ixapi.auth.client.runtime.HttpTransport;
import net.ixapi.auth.client.runtime.ReceivedRequest;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthApiTokensTest {
    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri());

    private final AuthApiTokens tokens =
            new AuthApiTokens(new AuthApi(transport), () -> new Credentials("key", "secret"));

    @Test
    void credentialsBuyAPair() {
        server.answers(201, "{\"access_token\": \"a\", \"refresh_token\": \"r\"}");
        assertThat(tokens.logIn()).isEqualTo(new TokenPair("a", "r"));
        assertThat(server.request().target()).isEqualTo("/auth/token");
        assertThat(server.request().body()).isEqualTo("{\"api_key\":\"key\",\"api_secret\":\"secret\"}");
    }

    @Test
    void aRefreshTokenBuysAPair() {
        server.answers(201, "{\"access_token\": \"a\", \"refresh_token\": \"r\"}");
        assertThat(tokens.refresh("old")).isEqualTo(new TokenPair("a", "r"));
        assertThat(server.request().target()).isEqualTo("/auth/refresh");
        assertThat(server.request().body()).isEqualTo("{\"refresh_token\":\"old\"}");
    }

    @Test
    void credentialsAreAskedForAtEachLogIn() {
        server.answers(201, "{\"access_token\": \"a\", \"refresh_token\": \"r\"}");
        Iterator<Credentials> vault = List.of(new Credentials("k1", "s1"), new Credentials("k2", "s2"))
                .iterator();
        AuthApiTokens changing = new AuthApiTokens(new AuthApi(transport), vault::next);
        changing.refresh("r");
        changing.logIn();
        changing.logIn();
        assertThat(server.requests())
                .extracting(ReceivedRequest::body)
                .containsExactly(
                        "{\"refresh_token\":\"r\"}",
                        "{\"api_key\":\"k1\",\"api_secret\":\"s1\"}",
                        "{\"api_key\":\"k2\",\"api_secret\":\"s2\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"access_token\": \"a\"}", "{\"access_token\": \"a\", \"refresh_token\": null}"})
    void aPairMayLackItsRefreshToken(String answer) {
        server.answers(201, answer);
        assertThat(tokens.logIn()).isEqualTo(new TokenPair("a", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"refresh_token\": \"canary-5f1d\"}",
                "{\"access_token\": null}",
                "{\"access_token\": \"\", \"refresh_token\": \"canary-5f1d\"}",
                "{\"access_token\": \" \", \"refresh_token\": \"canary-5f1d\"}",
            })
    void anAnswerWithoutAnAccessTokenIsUnreadable(String answer) {
        server.answers(201, answer, "X-Request", "7");
        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(tokens::logIn)
                .withMessage("auth_token_create: HTTP 201, but the answer has no access token that fits into a header")
                .satisfies(e -> assertThat(e.headers()).containsEntry("X-Request", List.of("7")));
        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(() -> tokens.refresh("r"))
                .withMessage(
                        "auth_token_refresh: HTTP 201, but the answer has no access token that fits into a header");
    }

    /** A line break would end the header that it is sent in, and begin another one. */
    @ParameterizedTest
    @ValueSource(strings = {"a\\r\\nX-Admin: 1", "a\\n", "a b", " a", "a\\u0000", "a\\u007f", "\u00e9", "a\u010a"})
    void anAccessTokenThatCannotBeSentIsUnreadable(String token) {
        server.answers(201, "{\"access_token\": \"" + token + "\", \"refresh_token\": \"r\"}");
        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(tokens::logIn)
                .withMessage("auth_token_create: HTTP 201, but the answer has no access token that fits into a header");
    }

    @Test
    void anyOtherAccessTokenIsTheServersAffair() {
        server.answers(201, "{\"access_token\": \"1|a!~\", \"refresh_token\": \"r\"}");
        assertThat(tokens.logIn().accessToken()).isEqualTo("1|a!~");
    }

    @Test
    void aRefusalComesAsItIs() {
        server.answers(401, "");
        assertThatThrownBy(tokens::logIn).isInstanceOf(UnauthorizedException.class);
        assertThatThrownBy(() -> tokens.refresh("r")).isInstanceOf(UnauthorizedException.class);
    }
}
