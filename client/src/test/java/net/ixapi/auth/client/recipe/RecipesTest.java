package net.ixapi.auth.client.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import feign.Feign;
import feign.RequestLine;
import feign.Retryer;
import feign.hc5.ApacheHttp5Client;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.ixapi.auth.client.IxApiClient;
import net.ixapi.auth.client.runtime.FakeServer;
import net.ixapi.auth.client.runtime.ReceivedRequest;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** The README's recipes for other libraries. The exchange refuses its first token, as if it had been revoked. */
class RecipesTest {
    @AutoClose
    private final FakeServer exchange = new FakeServer();

    @AutoClose
    private final FakeServer elsewhere = new FakeServer();

    @AutoClose
    private final IxApiClient ixapi =
            IxApiClient.at(exchange.uri()).credentials("key", "secret").build();

    interface Accounts {
        @RequestLine("GET /accounts")
        String list();
    }

    @BeforeEach
    void theFirstTokenIsRefused() {
        AtomicInteger tokens = new AtomicInteger();
        exchange.answers(request -> {
            if (request.target().startsWith("/api/v2/auth/")) {
                return new FakeServer.Response(201, "{\"access_token\": \"a%d\"}".formatted(tokens.incrementAndGet()));
            }
            boolean isValid = request.header("Authorization").contains("Bearer a2");
            return isValid
                    ? new FakeServer.Response(200, "[]", "Content-Type", "text/plain")
                    : new FakeServer.Response(401, "");
        });
    }

    @Test
    void jdk() throws IOException, InterruptedException {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        HttpRequest request = HttpRequest.newBuilder(URI.create(ixapi.baseUrl() + "/accounts"))
                .timeout(Duration.ofSeconds(30))
                .build();
        HttpResponse<String> response = ixapi.bearer().send(http, request, BodyHandlers.ofString());
        assertThat(response.body()).isEqualTo("[]");
        assertTriedTwice();
        ixapi.bearer().send(http, HttpRequest.newBuilder(elsewhere.uri()).build(), BodyHandlers.ofString());
        assertNoTokenWentElsewhere();
    }

    @Test
    void okHttp() throws IOException {
        OkHttpBearer bearer = new OkHttpBearer(ixapi);
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(bearer)
                .authenticator(bearer)
                .build();
        assertThat(get(http, ixapi.baseUrl() + "/accounts")).isEqualTo(200);
        assertTriedTwice();
        get(http, elsewhere.uri().toString());
        assertNoTokenWentElsewhere();
    }

    @Test
    void spring() {
        RestClient rest = RestClient.builder()
                .baseUrl(ixapi.baseUrl())
                .requestFactory(new HttpComponentsClientHttpRequestFactory(ixapi.httpClient()))
                .build();
        assertThat(rest.get().uri("/accounts").retrieve().body(String.class)).isEqualTo("[]");
        assertTriedTwice();
        rest.get().uri(elsewhere.uri()).retrieve().toBodilessEntity();
        assertNoTokenWentElsewhere();
    }

    @Test
    void feign() {
        Accounts accounts = Feign.builder()
                .client(new ApacheHttp5Client(ixapi.httpClient()))
                .retryer(Retryer.NEVER_RETRY)
                .target(Accounts.class, ixapi.baseUrl().toString());
        assertThat(accounts.list()).isEqualTo("[]");
        assertTriedTwice();
    }

    @Test
    void micrometer() {
        MeterRegistry registry = new SimpleMeterRegistry();
        IxApiClient counted = IxApiClient.at(exchange.uri())
                .credentials("key", "secret")
                .attempts(1)
                .session(settings -> settings.listener(new TokenMetrics(registry)))
                .build();
        try (counted) {
            counted.accessToken();
            counted.session().invalidate("a1");
            exchange.answers(503, "");
            assertThatThrownBy(counted::accessToken).hasMessageContaining("503");
        }
        assertThat(registry.get("ixapi.token.renewals").counter().count()).isEqualTo(1);
        assertThat(registry.get("ixapi.token.failures")
                        .tag("exception", "ApiStatusException")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    /** What the README shows is what runs here, but for the indentation. */
    @ParameterizedTest
    @MethodSource("recipes")
    void itIsTheReadmes(String recipe) throws IOException {
        StringBuilder sources = new StringBuilder();
        for (String name : new String[] {"OkHttpBearer", "TokenMetrics", "RecipesTest"}) {
            sources.append(Files.readString(Path.of("src/test/java/net/ixapi/auth/client/recipe", name + ".java")));
        }
        assertThat(withoutIndentation(sources.toString())).contains(withoutIndentation(recipe));
    }

    static Stream<String> recipes() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String section =
                readme.substring(readme.indexOf("\n## Other libraries\n"), readme.indexOf("\n## What is published"));
        return Pattern.compile("```java\n(.*?)```", Pattern.DOTALL)
                .matcher(section)
                .results()
                .map((MatchResult block) -> block.group(1));
    }

    private static String withoutIndentation(String code) {
        return code.replaceAll("\\s+", " ").strip();
    }

    private static int get(OkHttpClient http, String url) throws IOException {
        try (Response response =
                http.newCall(new Request.Builder().url(url).build()).execute()) {
            return response.code();
        }
    }

    private void assertTriedTwice() {
        assertThat(exchange.requests().stream()
                        .filter(request -> request.target().equals("/api/v2/accounts"))
                        .flatMap(request -> request.header("Authorization").stream()))
                .containsExactly("Bearer a1", "Bearer a2");
    }

    private void assertNoTokenWentElsewhere() {
        ReceivedRequest request = elsewhere.request();
        assertThat(request.header("Authorization")).isEmpty();
    }
}
