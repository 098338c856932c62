package net.ixapi.auth.client.bearer;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import net.ixapi.auth.client.error.ApiException;
import net.ixapi.auth.client.runtime.ApiOperation;
import net.ixapi.auth.client.runtime.ApiRequest;
import net.ixapi.auth.client.runtime.FakeServer;
import net.ixapi.auth.client.runtime.FakeServer.Response;
import net.ixapi.auth.client.runtime.HttpTransport;
import net.ixapi.auth.client.runtime.RetryingTransport;
import net.ixapi.auth.client.runtime.Transport;
import net.ixapi.auth.client.runtime.TypeRef;
import net.ixapi.auth.client.session.Session;
import net.ixapi.auth.client.session.SessionBuilder;
import net.ixapi.auth.client.session.TokenPair;
import net.ixapi.auth.client.session.TokenProvider;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;

/** A program with canaries in its credentials, tokens, headers and bodies, which prints nothing itself. */
final class LogCanary {
    private static final String CANARY = "canary-5f1d";
    private static final ApiOperation<Map<String, String>> TOKEN = ApiOperation.of("token", "POST", "/token")
            .idempotent()
            .sends("application/json")
            .succeeds("201")
            .returns(new TypeRef<Map<String, String>>() {});

    private LogCanary() {}

    public static void main(String[] arguments) throws Exception {
        try (FakeServer server = new FakeServer();
                HttpTransport once = HttpTransport.to(server.uri())) {
            Transport transport = new RetryingTransport(once, 3, Duration.ofMinutes(1));
            Session session = new SessionBuilder(new Tokens(transport))
                    .pair(new TokenPair(CANARY, CANARY))
                    .listener(pair -> {
                        throw new IllegalStateException(pair.accessToken());
                    })
                    .build();
            call(server, session);
        }
        refreshWithASourceThatQuotes();
    }

    /** Somebody else's, which says in its exception what it was given. */
    private static void refreshWithASourceThatQuotes() {
        TokenPair pair = new TokenPair(CANARY, CANARY);
        Session session = new SessionBuilder(new Quoting(pair))
                .executor(Runnable::run)
                .pair(pair)
                .build();
        session.invalidate(CANARY);
        session.accessToken();
    }

    /** A refused token, a refresh that fails, a log-in that must be tried again, and a listener that throws. */
    private static void call(FakeServer server, Session session) throws Exception {
        int[] tokens = new int[1];
        server.answers(request -> {
            if (request.target().equals("/thing")) {
                return new Response(request.header("Authorization").contains("Bearer " + CANARY) ? 401 : 204, CANARY);
            }
            return switch (tokens[0]++) {
                case 0 -> new Response(500, "{\"type\": \"" + CANARY + "\", \"detail\": \"" + CANARY + "\"}");
                case 1 -> new Response(503, CANARY, "Retry-After", "0", "X-Canary", CANARY);
                default -> new Response(201, "{\"token\": \"" + CANARY + "-2\"}", "Set-Cookie", CANARY);
            };
        });
        try (CloseableHttpClient http =
                BearerClients.withBearer(session, server.uri()).build()) {
            int status = BearerClients.status(http, URI.create(server.uri() + "/thing"));
            if (status != 204 || tokens[0] != 3) {
                throw new IllegalStateException("The program did not do what it should have done");
            }
        }
    }

    private record Quoting(TokenPair next) implements TokenProvider {
        @Override
        public TokenPair logIn() {
            return next;
        }

        @Override
        public TokenPair refresh(String refreshToken) {
            throw new IllegalStateException("refused " + refreshToken);
        }
    }

    private record Tokens(Transport transport) implements TokenProvider {
        @Override
        public TokenPair logIn() {
            return pair("api_secret");
        }

        @Override
        public TokenPair refresh(String refreshToken) {
            return pair("refresh_token");
        }

        private TokenPair pair(String property) throws ApiException {
            ApiRequest<Map<String, String>> request = TOKEN.request().body(Map.of(property, CANARY));
            return new TokenPair(transport.send(request).body().get("token"), CANARY);
        }
    }
}
