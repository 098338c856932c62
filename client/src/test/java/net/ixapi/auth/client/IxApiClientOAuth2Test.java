package net.ixapi.auth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import net.ixapi.auth.client.runtime.FakeServer;
import net.ixapi.auth.client.session.MutableClock;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OAuth2 against a token server that is not ours, with what the environment says. */
class IxApiClientOAuth2Test {
    private final MockOAuth2Server tokenServer = new MockOAuth2Server();

    @AutoClose
    private final FakeServer exchange = new FakeServer();

    @BeforeEach
    void start() throws Exception {
        tokenServer.start();
    }

    @AfterEach
    void stop() {
        tokenServer.shutdown();
    }

    @Test
    void aTokenIsGivenAndRenewedByANewGrant() throws Exception {
        MutableClock clock = new MutableClock();
        try (IxApiClient client =
                IxApiClient.from(environment(), "").clock(clock).build()) {
            String first = client.accessToken();
            assertThat(first.split("\\.")).hasSize(3);
            assertThat(client.accessToken()).isEqualTo(first);
            clock.move(Duration.ofDays(1));
            assertThat(client.accessToken()).isNotEqualTo(first);
        }
        String sent = tokenServer.takeRequest().getBody().readUtf8();
        assertThat(sent).isEqualTo("grant_type=client_credentials&scope=ix-api+accounts");
        assertThat(tokenServer.takeRequest().getBody().readUtf8()).isEqualTo(sent);
        assertThat(exchange.requests()).isEmpty();
    }

    @Test
    void theDefaultScopeIsThatOfTheOfficialClient() throws Exception {
        Map<String, String> environment = environment();
        environment.remove("IX_API_OAUTH2_SCOPES");
        try (IxApiClient client = IxApiClient.from(environment, "").build()) {
            client.accessToken();
        }
        assertThat(tokenServer.takeRequest().getBody().readUtf8()).endsWith("&scope=ix-api");
    }

    /** Several exchanges in one environment. */
    @Test
    void aPrefixNamesOneOfSeveralExchanges() {
        Map<String, String> environment = new HashMap<>();
        environment().forEach((name, value) -> environment.put("DECIX_" + name, value));
        environment.put("IX_API_HOST", "wrong.example");
        try (IxApiClient client = IxApiClient.from(environment, "DECIX_").build()) {
            assertThat(client.accessToken()).isNotEmpty();
            assertThat(client.baseUrl()).isEqualTo(exchange.uri("/api/v2"));
        }
    }

    @Test
    void withoutATokenUrlTheVariableIsNamed() {
        Map<String, String> environment = environment();
        environment.remove("IX_API_OAUTH2_TOKEN_URL");
        assertThatIllegalStateException()
                .isThrownBy(() -> IxApiClient.from(environment, ""))
                .withMessage("Set the environment variable IX_API_OAUTH2_TOKEN_URL");
    }

    @ParameterizedTest
    @CsvSource({"OAuth2", "basic"})
    void anyOtherWayToLogInIsRefused(String auth) {
        Map<String, String> environment = environment();
        environment.put("IX_API_AUTH", auth);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IxApiClient.from(environment, ""))
                .withMessage("IX_API_AUTH must be legacy or oauth2");
    }

    private Map<String, String> environment() {
        URI tokenUrl = tokenServer.tokenEndpointUrl("ix").uri();
        return new HashMap<>(Map.of(
                "IX_API_HOST", exchange.uri().toString(),
                "IX_API_KEY", "key",
                "IX_API_SECRET", "secret",
                "IX_API_AUTH", "oauth2",
                "IX_API_OAUTH2_TOKEN_URL", tokenUrl.toString(),
                "IX_API_OAUTH2_SCOPES", "ix-api, accounts"));
    }
}
