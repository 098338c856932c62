package net.ixapi.auth.stub.admin;

import io.javalin.Javalin;
import java.nio.charset.StandardCharsets;
import net.ixapi.auth.server.runtime.JavalinApi;
import net.ixapi.auth.server.runtime.Problems;
import net.ixapi.auth.stub.control.StubControls;
import net.ixapi.auth.stub.docs.DocsPages;
import net.ixapi.auth.stub.http.Limits;
import net.ixapi.auth.stub.http.Listener;
import org.jspecify.annotations.Nullable;

/**
 * Serves the admin interface as the contract is served: by routes generated from {@code admin.yaml}, and the same runtime. It is
 * a server of its own, with its own connections and threads: clients that hold all of the API's cannot lock out whoever wants to
 * end that.
 */
public final class AdminServer {
    private AdminServer() {}

    /**
     * Starts the server.
     *
     * @param listener where
     * @param host what programs of this machine call it, beside localhost and 127.0.0.1
     * @param token by which programs on other machines are let in; null for none of them
     * @param controls what they control
     * @param problems the bodies of errors
     * @return the running server; whoever started it stops it
     */
    public static Javalin start(
            Listener listener, String host, @Nullable String token, StubControls controls, Problems problems) {
        byte[] credentials = token == null ? null : ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        return Javalin.create(config -> {
                    JavalinApi.install(
                            config, AdminApiRoutes.BASE_PATH, AdminApiRoutes.of(new StubAdmin(controls)), problems);
                    config.routes.before(new AdminAccess(host, credentials)::require);
                    DocsPages.installAdmin(config);
                    listener.install(config, Limits.MAX_ADMIN_CONNECTIONS);
                })
                .start(listener.address(), listener.port());
    }
}
