package net.ixapi.auth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashMap;
import java.util.Map;
import net.ixapi.auth.client.runtime.Failures;
import net.ixapi.auth.client.runtime.FakeServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IxApiClientEnvironmentTest {
    @AutoClose
    private final FakeServer server = new FakeServer();

    @Test
    void threeVariablesMakeAClient() {
        assertLogsIn(environment(server.uri("/ix").toString(), "key", "secret"));
    }

    @Test
    void blanksAroundThemAreNotMeant() {
        assertLogsIn(environment(" " + server.uri("/ix") + "\n", "\tkey ", " secret\r\n"));
    }

    @ParameterizedTest
    @CsvSource({
        "ix.example, https://ix.example/api/v2",
        "ix.example:8443, https://ix.example:8443/api/v2",
        "ix.example/ix/, https://ix.example/ix",
        "localhost, https://localhost/api/v2",
        "http://ix.example, http://ix.example/api/v2",
        "HTTPS://ix.example/api/v2, HTTPS://ix.example/api/v2",
    })
    void aHostNameIsReachedByHttps(String host, String base) {
        try (IxApiClient client =
                IxApiClient.from(environment(host, "key", "secret"), "").build()) {
            assertThat(client.baseUrl()).hasToString(base);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"IX_API_HOST", "IX_API_KEY", "IX_API_SECRET"})
    void whatIsMissingIsNamed(String variable) {
        Map<String, String> environment = environment("ix.example", "key", "secret");
        environment.remove(variable);
        assertNamed(environment, variable);
        environment.put(variable, "");
        assertNamed(environment, variable);
        environment.put(variable, " \t");
        assertNamed(environment, variable);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://key:canary-5f1d@ix.example",
                "https://key:canary-5f1d and more@ix.example",
                "ix.example/?canary-5f1d",
                "ix.example/#canary-5f1d",
                "canary-5f1d is no host",
                "ftp://ix.example/canary-5f1d",
            })
    void whatIsNoAddressIsRefusedWithoutAWordOfIt(String host) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> IxApiClient.from(environment(host, "key", "secret"), ""))
                .satisfies(e -> assertThat(Failures.saidBy(e)).doesNotContain("canary-5f1d"));
    }

    private void assertLogsIn(Map<String, String> environment) {
        server.answers(201, "{\"access_token\": \"a\", \"refresh_token\": \"r\"}");
        try (IxApiClient client = IxApiClient.from(environment, "").build()) {
            assertThat(client.accessToken()).isEqualTo("a");
        }
        assertThat(server.request().target()).isEqualTo("/ix/auth/token");
        assertThat(server.request().body()).isEqualTo("{\"api_key\":\"key\",\"api_secret\":\"secret\"}");
    }

    private static void assertNamed(Map<String, String> environment, String variable) {
        assertThatIllegalStateException()
                .isThrownBy(() -> IxApiClient.from(environment, ""))
                .withMessage("Set the environment variable " + variable);
    }

    private static Map<String, String> environment(String host, String key, String secret) {
        return new HashMap<>(Map.of("IX_API_HOST", host, "IX_API_KEY", key, "IX_API_SECRET", secret));
    }
}
