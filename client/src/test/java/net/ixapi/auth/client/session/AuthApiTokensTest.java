package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import net.ixapi.auth.client.AuthApi;
import net.ixapi.auth.client.error.InvalidResponseException;
import net.ixapi.auth.client.error.UnauthorizedException;
import net.ixapi.auth.client.runtime.ApiRequest;
import net.ixapi.auth.client.runtime.ApiResponse;
import net.ixapi.auth.client.runtime.FakeServer;
import net.ixapi.auth.client.runtime.HttpTransport;
import net.ixapi.auth.client.runtime.ReceivedRequest;
import net.ixapi.auth.client.runtime.Transport;
import net.ixapi.auth.model.AuthToken;
import org.apache.hc.client5.http.utils.DateUtils;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthApiTokensTest {
    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri());

    private final AuthApiTokens tokens = tokens(() -> new Credentials("key", "secret"));

    private AuthApiTokens tokens(Supplier<Credentials> credentials) {
        return new AuthApiTokens(new AuthApi(transport), server.uri(), credentials, Clock.systemUTC());
    }

    @Test
    void credentialsBuyAPair() {
        server.answers(201, "{\"access_token\": \"a\", \"refresh_token\": \"r\"}");
        assertThat(tokens.logIn()).isEqualTo(new TokenPair("a", "r", null, tokens.origin()));
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
    void anOriginIsTheServerAndTheKeyAndSaysNeither() {
        URI here = URI.create("https://a.example/api/v2");
        String origin = AuthApiTokens.origin(here, "key");
        assertThat(origin).isEqualTo(AuthApiTokens.origin(here, "key")).matches("[0-9a-f]{64}");
        assertThat(List.of(
                        AuthApiTokens.origin(here, "other"),
                        AuthApiTokens.origin(URI.create("https://b.example/api/v2"), "key"),
                        AuthApiTokens.origin(URI.create("https://a.example/api/v3"), "key")))
                .doesNotContain(origin);
    }

    @Test
    void credentialsHaveChangedWhenTheyAreNotThoseOfTheLastLogIn() {
        server.answers(201, "{\"access_token\": \"a\", \"refresh_token\": \"r\"}");
        AtomicReference<Credentials> vault = new AtomicReference<>(new Credentials("k", "s1"));
        AuthApiTokens changing = tokens(vault::get);
        changing.logIn();
        assertThat(changing.credentialsChanged()).isFalse();
        vault.set(new Credentials("k", "s2"));
        assertThat(changing.credentialsChanged()).isTrue();
        changing.logIn();
        assertThat(changing.credentialsChanged()).isFalse();
    }

    /** Seconds by the server's clock: when the token was issued, when it expires; the response's date, the seconds it is good here. */
    @ParameterizedTest
    @CsvSource({
        "0, 900, 0, 900",
        "0, 900, 2, 900",
        "0, 900, 300, 599",
        "0, 900, 899, 0.001",
        ", 900, 0, 899",
        "0, 900, 900,",
        "0, 900, -3,",
        "0, 900, ,",
        ", , 0,",
    })
    void theResponsesDateTellsWhenATokenExpiresHere(Long issued, Long expires, Long date, Double left) {
        Instant start = Instant.parse("2026-01-02T03:04:05Z");
        String claims =
                (issued == null ? "" : "\"iat\":" + start.plusSeconds(issued).getEpochSecond() + ",")
                        + (expires == null
                                ? ""
                                : "\"exp\":" + start.plusSeconds(expires).getEpochSecond() + ",");
        String token = Jwts.withClaims("{" + claims + "\"jti\":1}");
        String written = date == null ? "soon" : DateUtils.formatStandardDate(start.plusSeconds(date));
        Instant here = Instant.parse("2020-02-02T02:02:02Z");
        Map<String, List<String>> headers = Map.of("Date", List.of(written));
        AuthApi api = new AuthApi(new AnsweringTransport(headers, new AuthToken().accessToken(token)));
        AuthApiTokens skewed = new AuthApiTokens(
                api, server.uri(), () -> new Credentials("key", "secret"), Clock.fixed(here, ZoneOffset.UTC));
        Instant expected = left == null ? null : here.plusMillis((long) (left * 1000));
        assertThat(skewed.logIn().expiresAt()).isEqualTo(expected);
        assertThat(skewed.refresh("r").expiresAt()).isEqualTo(expected);
    }

    /** Answers each request with the same response. */
    private record AnsweringTransport(Map<String, List<String>> headers, Object body) implements Transport {
        @Override
        @SuppressWarnings("unchecked")
        public <T> ApiResponse<T> send(ApiRequest<T> request) {
            return new ApiResponse<>(201, headers, (T) body);
        }
    }

    @Test
    void credentialsAreAskedForAtEachLogIn() {
        server.answers(201, "{\"access_token\": \"a\", \"refresh_token\": \"r\"}");
        Iterator<Credentials> vault = List.of(new Credentials("k1", "s1"), new Credentials("k2", "s2"))
                .iterator();
        AuthApiTokens changing = tokens(vault::next);
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
        assertThat(tokens.logIn()).isEqualTo(new TokenPair("a", null, null, tokens.origin()));
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
        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(tokens::logIn)
                .withMessage(
                        "auth_token_create: HTTP 201, but the response has no access token that fits into a header")
                .satisfies(e -> assertThat(e.headers()).containsEntry("X-Request", List.of("7")));
        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(() -> tokens.refresh("r"))
                .withMessage(
                        "auth_token_refresh: HTTP 201, but the response has no access token that fits into a header");
    }

    /** A line break would end the header that it is sent in, and begin another one. */
    @ParameterizedTest
    @ValueSource(strings = {"a\\r\\nX-Admin: 1", "a\\n", "a b", " a", "a\\u0000", "a\\u007f", "\u00e9", "a\u010a"})
    void anAccessTokenThatCannotBeSentIsUnreadable(String token) {
        server.answers(201, "{\"access_token\": \"" + token + "\", \"refresh_token\": \"r\"}");
        assertThatExceptionOfType(InvalidResponseException.class)
                .isThrownBy(tokens::logIn)
                .withMessage(
                        "auth_token_create: HTTP 201, but the response has no access token that fits into a header");
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
