package net.ixapi.auth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import net.ixapi.auth.client.error.UnauthorizedException;
import net.ixapi.auth.client.runtime.ApiOperation;
import net.ixapi.auth.client.runtime.ApiRequest;
import net.ixapi.auth.client.runtime.FakeServer;
import net.ixapi.auth.client.runtime.TypeRef;
import net.ixapi.auth.client.session.TokenPair;
import net.ixapi.auth.client.session.TokenProvider;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What the operations of another document are called through: with the token of the session. */
class IxApiClientTransportTest {
    private static final ApiOperation<List<String>> LIST =
            ApiOperation.of("accounts_list", "GET", "/accounts").succeeds("200").returns(new TypeRef<>() {});
    private static final ApiOperation<Void> CREATE = ApiOperation.of("accounts_create", "POST", "/accounts")
            .sends("application/json")
            .succeeds("201");

    @AutoClose
    private final FakeServer server = new FakeServer();

    private final Iterator<String> tokens = List.of("first", "second").iterator();
    private final TokenProvider provider = new TokenProvider() {
        @Override
        public TokenPair logIn() {
            return new TokenPair(tokens.next(), "r");
        }

        @Override
        public TokenPair refresh(String refreshToken) {
            return logIn();
        }
    };

    @Test
    void eachRequestHasTheToken() {
        server.answers(200, "[\"a\"]");
        try (IxApiClient client = builder().build()) {
            assertThat(client.transport().send(LIST.request()).body()).containsExactly("a");
            client.transport().send(LIST.request());
        }
        assertThat(sent()).containsExactly("Bearer first", "Bearer first");
    }

    @Test
    void aRefusedTokenIsReplacedAndTheRequestSentOnceMore() {
        server.answers(request -> request.header("Authorization").contains("Bearer first")
                ? new FakeServer.Response(401, "")
                : new FakeServer.Response(201, ""));
        try (IxApiClient client = builder().build()) {
            assertThat(client.transport()
                            .send(CREATE.request().body(List.of("a")))
                            .status())
                    .isEqualTo(201);
        }
        assertThat(sent()).containsExactly("Bearer first", "Bearer second");
        assertThat(server.requests())
                .allSatisfy(request -> assertThat(request.body()).isEqualTo("[\"a\"]"));
    }

    @Test
    void aSecondRefusalReachesTheCaller() {
        server.answers(401, "");
        try (IxApiClient client = builder().build()) {
            ApiRequest<List<String>> request = LIST.request();
            assertThatThrownBy(() -> client.transport().send(request))
                    .isInstanceOf(UnauthorizedException.class)
                    .hasMessage("accounts_list: HTTP 401");
        }
        assertThat(sent()).containsExactly("Bearer first", "Bearer second");
    }

    @Test
    void itGoesThroughTheHttpClientAsTheCallerChangedIt() {
        server.answers(200, "[]");
        try (IxApiClient client =
                builder().httpClient(http -> http.setUserAgent("mine")).build()) {
            client.transport().send(LIST.request());
        }
        assertThat(sent()).containsExactly("Bearer first");
        assertThat(server.requests().get(0).header("User-Agent")).containsExactly("mine");
    }

    @Test
    void itsEndIsThatOfTheClientAlone() {
        server.answers(200, "[]");
        try (IxApiClient client = builder().build()) {
            client.transport().close();
            assertThat(client.transport().send(LIST.request()).body()).isEmpty();
        }
    }

    private IxApiClientBuilder builder() {
        return IxApiClient.at(server.uri()).tokenProvider(provider);
    }

    private List<String> sent() {
        return server.requests().stream()
                .flatMap(request -> request.header("Authorization").stream())
                .toList();
    }
}
