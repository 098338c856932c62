package net.ixapi.auth.stub;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.model.AuthTokenRequest;
import net.ixapi.auth.openapi.document.PlainJson;
import net.ixapi.auth.server.AuthApi;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.server.runtime.ApiRoute;
import net.ixapi.auth.server.runtime.JavalinApi;

/**
 * Loads what all stubs have in common, whatever the options say, while the options are read: none of it needs another, and each
 * takes long.
 */
public final class Preloading {
    private Preloading() {}

    /** Begins, and does not wait for the end. */
    public static void start() {
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
        byte[] logIn = PlainJson.bytes(
                new AuthTokenRequest().apiKey(Account.EXAMPLE.apiKey()).apiSecret(Account.EXAMPLE.apiSecret()));
        routes.get(0).read(new String(logIn, StandardCharsets.UTF_8), AuthTokenRequest.class);
        PlainJson.bytes(new AuthToken());
    }

    private static void server() {
        unstarted(config -> {}).jettyServer().server();
        new StubServerBuilder().controls().tokens().issue(Account.EXAMPLE.name());
    }

    private static Javalin unstarted(Consumer<JavalinConfig> settings) {
        return Javalin.create(config -> {
            // Nobody need watch for its start.
            config.startup.startupWatcherEnabled = false;
            settings.accept(config);
        });
    }
}
