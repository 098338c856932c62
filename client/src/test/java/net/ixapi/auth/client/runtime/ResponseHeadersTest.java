package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.InvalidResponseException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseHeadersTest {
    private static final ApiOperation<String> READ =
            ApiOperation.of("thing_read", "GET", "/thing").returns(new TypeRef<String>() {});

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri());

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 400})
    void namesComeInAnyCase(int status) {
        assertThat(headers(status, "Retry-After", "7"))
                .containsEntry("Retry-After", List.of("7"))
                .containsEntry("retry-after", List.of("7"))
                .containsEntry("RETRY-AFTER", List.of("7"))
                .doesNotContainKey("retry_after");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 400})
    void valuesComeInTheOrderOfTheAnswer(int status) {
        assertThat(headers(status, "Link", "<b>", "link", "<a>", "LINK", ""))
                .containsEntry("Link", List.of("<b>", "<a>", ""));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 400})
    void nothingCanBeChanged(int status) {
        Map<String, List<String>> headers = headers(status, "Link", "<a>");
        assertThatThrownBy(headers::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> headers.get("Link").add("<b>")).isInstanceOf(UnsupportedOperationException.class);
    }

    /** Of a success (200), an unreadable one (201) or a failure. */
    private Map<String, List<String>> headers(int status, String... headers) {
        server.answers(status, status == 200 ? "\"\"" : "{}", headers);
        try {
            return transport.send(READ.request()).headers();
        } catch (InvalidResponseException e) {
            return e.headers();
        } catch (ApiStatusException e) {
            return e.headers();
        }
    }
}
