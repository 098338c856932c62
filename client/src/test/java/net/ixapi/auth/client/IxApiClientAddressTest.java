package net.ixapi.auth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.io.IOException;
import java.net.URI;
import net.ixapi.auth.client.runtime.FakeServer;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.HttpResponse;
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
                "https://key:canary-5f1d@ix_api",
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

    /** As containers have it: the JDK's URI knows no host there. The token must go to that name, and to no other. */
    @Test
    void aHostMayHaveAnUnderscoreInItsName() throws IOException {
        server.answers(201, "{\"access_token\": \"a\", \"refresh_token\": \"r\"}");
        try (IxApiClient client = IxApiClient.at(URI.create("http://ix_api:8080"))
                .credentials("key", "secret")
                .proxy(server.uri())
                .build()) {
            client.httpClient().execute(new HttpGet(client.baseUrl() + "/accounts"), HttpResponse::getCode);
            client.httpClient().execute(new HttpGet("http://ix_other:8080/accounts"), HttpResponse::getCode);
        }
        assertThat(server.requests())
                .extracting(request -> request.target() + " " + request.header("Authorization"))
                .containsExactly(
                        "http://ix_api:8080/api/v2/auth/token []",
                        "http://ix_api:8080/api/v2/accounts [Bearer a]",
                        "http://ix_other:8080/accounts []");
    }
}
