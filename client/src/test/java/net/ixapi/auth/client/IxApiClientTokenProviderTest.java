package net.ixapi.auth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import net.ixapi.auth.client.runtime.FakeServer;
import net.ixapi.auth.client.session.TokenPair;
import net.ixapi.auth.client.session.TokenProvider;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tokens that do not come from the exchange. */
class IxApiClientTokenProviderTest {
    private final List<String> calls = new ArrayList<>();
    private final TokenProvider source = new TokenProvider() {
        @Override
        public TokenPair logIn() {
            calls.add("log in");
            return new TokenPair("first", "r");
        }

        @Override
        public TokenPair refresh(String refreshToken) {
            calls.add(refreshToken);
            return new TokenPair("second", "r");
        }
    };

    @AutoClose
    private final FakeServer server = new FakeServer();

    @Test
    void theSessionAsksTheSourceAndNotTheServer() {
        try (IxApiClient client =
                IxApiClient.at(server.uri()).tokenProvider(source).build()) {
            assertThat(client.accessToken()).isEqualTo("first");
            client.session().invalidate("first");
            assertThat(client.accessToken()).isEqualTo("second");
        }
        assertThat(calls).containsExactly("log in", "r");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void theTwoOperationsGoToTheServerAllTheSame() {
        server.answers(201, "{\"access_token\": \"a\", \"refresh_token\": \"r\"}");
        try (IxApiClient client =
                IxApiClient.at(server.uri()).tokenProvider(source).build()) {
            assertThat(client.auth().authTokenCreate(null).getAccessToken()).isEqualTo("a");
        }
        assertThat(calls).isEmpty();
    }

    @Test
    void besideCredentialsItIsRefused() {
        IxApiClientBuilder builder =
                IxApiClient.at(server.uri()).credentials("key", "secret").tokenProvider(source);
        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessage("Give the builder either credentials, a source of them, or a token provider");
    }
}
