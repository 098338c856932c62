package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestHeadersTest {
    private static final ApiOperation<Void> READ = ApiOperation.of("thing_read", "GET", "/thing");

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri());

    @Test
    void jsonIsAskedForAndProblemsAreWelcome() {
        assertThat(sent(request -> request).header("Accept"))
                .containsExactly("application/json, application/problem+json;q=0.9");
    }

    @Test
    void theClientNamesItselfAndNoVersionOfItsParts() {
        assertThat(sent(request -> request).header("User-Agent")).containsExactly("ixapi-auth");
    }

    @Test
    void noCookieAndNoAuthorizationIsSentUnasked() {
        assertThat(sent(request -> request).headers()).doesNotContainKeys("Cookie", "Authorization");
    }

    @Test
    void valuesAreWrittenAsJsonWritesThem() {
        ReceivedRequest sent = sent(request -> request.header("X-Since", LocalDate.EPOCH)
                .header("X-Ids", List.of(1, 2))
                .header("X-Text", "a b"));
        assertThat(sent.header("X-Since")).containsExactly("1970-01-01");
        assertThat(sent.header("X-Ids")).containsExactly("1,2");
        assertThat(sent.header("X-Text")).containsExactly("a b");
    }

    @Test
    void nullAndListsWithoutItemsAreLeftOut() {
        ReceivedRequest sent = sent(request -> request.header("X-None", null)
                .cookie("none", null)
                .header("X-Empty", List.of())
                .cookie("empty", List.of()));
        assertThat(sent.headers()).doesNotContainKeys("X-None", "X-Empty", "Cookie");
    }

    @Test
    void cookiesShareOneHeader() {
        ReceivedRequest sent = sent(request ->
                request.cookie("session", "abc=").cookie("none", null).cookie("n", 1));
        assertThat(sent.header("Cookie")).containsExactly("session=abc=; n=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Forged: 1", "a\nX-Forged: 1", "a\u0000b", "a\u007f", "ü"})
    void aHeaderCannotForgeAnother(String value) {
        ApiRequest<Void> request = READ.request().header("X-Text", value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transport.send(request))
                .withMessageContaining("X-Text")
                .withMessageNotContaining(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a; forged=1", "a\r\nX-Forged: 1"})
    void aCookieCannotForgeAnother(String value) {
        ApiRequest<Void> request = READ.request().cookie("session", value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transport.send(request))
                .withMessageContaining("session")
                .withMessageNotContaining(value);
    }

    private ReceivedRequest sent(UnaryOperator<ApiRequest<Void>> filled) {
        transport.send(filled.apply(READ.request()));
        return server.request();
    }
}
