package net.ixapi.auth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.net.URI;
import net.ixapi.auth.client.runtime.FakeServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests go, by the address that a client was given. */
class IxApiClientAddressTest {
    @AutoClose
    private final FakeServer server = new FakeServer();

    @BeforeEach
    void theServerGivesAPair() {
        server.answers(201, "{\"access_token\": \"a\", \"refresh_token\": \"r\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "'', /api/v2, /api/v2/auth/token",
        "/, /api/v2, /api/v2/auth/token",
        "/api/v2, /api/v2, /api/v2/auth/token",
        "/api/v2/, /api/v2, /api/v2/auth/token",
        "/ix, /ix, /ix/auth/token",
        "/ix/, /ix, /ix/auth/token",
        "/ix//, /ix, /ix/auth/token",
        "/proxy/ix/api/v2, /proxy/ix/api/v2, /proxy/ix/api/v2/auth/token",
        "/proxy/a%20b/, /proxy/a%20b, /proxy/a%20b/auth/token",
    })
    void requestsGoBelowTheAddress(String path, String base, String target) {
        try (IxApiClient client = client(server.uri(path))) {
            assertThat(client.baseUrl()).isEqualTo(server.uri(base));
            client.accessToken();
        }
        assertThat(server.request().target()).isEqualTo(target);
    }

    @Test
    void theOperationsGoThereToo() {
        try (IxApiClient client = client(server.uri())) {
            client.auth().authTokenRefresh(null);
        }
        assertThat(server.request().target()).isEqualTo("/api/v2/auth/refresh");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ix.example",
                "/api/v2",
                "//ix.example/api/v2",
                "mailto:a@ix.example",
                "ftp://ix.example",
                "https:///api/v2",
                "https://key:canary-5f1d@ix.example",
                "https://ix.example?canary-5f1d",
                "https://ix.example#canary-5f1d",
                "https://ix.example:65536",
            })
    void whatIsNoAddressIsRefusedAtOnce(String address) {
        URI uri = URI.create(address);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IxApiClient.at(uri))
                .withMessageStartingWith("The base address")
                .withMessageNotContaining("canary-5f1d");
    }

    @Test
    void noAddressIsRefusedAtOnce() {
        assertThatNullPointerException().isThrownBy(() -> IxApiClient.at(null));
    }

    private static IxApiClient client(URI address) {
        return IxApiClient.at(address).credentials("key", "secret").build();
    }
}
