package net.ixapi.auth.stub.command;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.model.AuthTokenRequest;
import net.ixapi.auth.openapi.document.PlainJson;
import net.ixapi.auth.server.AuthApi;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.server.runtime.ApiRoute;
import net.ixapi.auth.server.runtime.JavalinApi;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubProblems;
import net.ixapi.auth.stub.token.RefreshPolicy;
import net.ixapi.auth.stub.token.SigningKey;
import net.ixapi.auth.stub.token.TokenAlgorithm;
import net.ixapi.auth.stub.token.TokenSettings;
import net.ixapi.auth.stub.token.Tokens;

/**
 * Loads what all stubs have in common, whatever the options say, while the options are read: none of it needs another, and each
 * takes long.
 */
final class Preloading {
    private Preloading() {}

    static void start() {
        for (Runnable part : List.<Runnable>of(Preloading::contract, Preloading::server)) {
            Thread thread = new Thread(part);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** The contract, and how the body of a log-in is read and answered. */
    private static void contract() {
        List<ApiRoute> routes = AuthApiRoutes.of(new AuthApi() {});
        unstarted(config -> JavalinApi.install(config, AuthApiRoutes.BASE_PATH, routes, new StubProblems()));
        byte[] logIn = PlainJson.bytes(Probe.credentials(Account.EXAMPLE));
        routes.get(0).read(new String(logIn, StandardCharsets.UTF_8), AuthTokenRequest.class);
        PlainJson.bytes(new AuthToken());
    }

    private static void server() {
        unstarted(config -> {}).jettyServer().server();
        tokens().issue(Account.EXAMPLE.name());
    }

    private static Javalin unstarted(Consumer<JavalinConfig> settings) {
        return Javalin.create(config -> {
            // Nobody need watch for its start.
            config.startup.startupWatcherEnabled = false;
            settings.accept(config);
        });
    }

    private static Tokens tokens() {
        return new Tokens(new TokenSettings(
                Clock.systemUTC(),
                Duration.ZERO,
                Duration.ZERO,
                SigningKey.random(TokenAlgorithm.HS256),
                false,
                Map.of(),
                RefreshPolicy.REUSABLE));
    }
}
