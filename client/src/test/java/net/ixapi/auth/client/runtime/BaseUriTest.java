package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.net.URI;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaseUriTest {
    private static final ApiOperation<Void> LOGIN = ApiOperation.of("login", "POST", "/auth/token");

    @AutoClose
    private final FakeServer server = new FakeServer();

    @ParameterizedTest
    @CsvSource({
        "'',           /auth/token",
        "/,            /auth/token",
        "//,           /auth/token",
        "/ü,           /%C3%BC/auth/token",
        "/api/v2,      /api/v2/auth/token",
        "/api/v2/,     /api/v2/auth/token",
        "/a%2Fb/v%202, /a%2Fb/v%202/auth/token",
        "/me@x:y,      /me@x:y/auth/token",
    })
    void pathsAreRelativeToIt(String base, String target) {
        try (HttpTransport transport = HttpTransport.to(server.uri(base))) {
            transport.send(LOGIN.request());
        }
        assertThat(server.request().target()).isEqualTo(target);
    }

    @Test
    void itsSchemeMayBeInCapitals() {
        try (HttpTransport transport =
                HttpTransport.to(URI.create(server.uri().toString().replace("http", "HTTP")))) {
            transport.send(LOGIN.request());
        }
        assertThat(server.request().target()).isEqualTo("/auth/token");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/api/v2", "localhost:8080/api", "ftp://ix.example", "http:ix.example", "http:///api"})
    void anAddressWithoutSchemeOrHostIsRefusedWithAnExample(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpTransport.to(URI.create(address)))
                .withMessageContaining("absolute")
                .withMessageContaining("https://ix.example/api/v2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://key:secret@ix.example",
                "https://ix.example/?token=secret",
                "https://ix.example/?",
                "https://ix.example/#secret"
            })
    void anAddressWithMoreThanAPathIsRefusedByItsHostAlone(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpTransport.to(URI.create(address)))
                .withMessageContaining("no user, query or fragment")
                .withMessageContaining("ix.example")
                .satisfies(refusal -> assertThat(Failures.saidBy(refusal)).doesNotContain("secret"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://ix.example:65536", "http://ix.example:99999/api"})
    void aPortThatCannotBeIsRefused(String address) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> HttpTransport.to(URI.create(address)))
                .withMessageContaining("port");
    }

    @Test
    @SuppressWarnings("NullAway")
    void noAddressIsRefusedByName() {
        assertThatNullPointerException()
                .isThrownBy(() -> HttpTransport.to(null))
                .withMessageContaining("base address");
    }
}
