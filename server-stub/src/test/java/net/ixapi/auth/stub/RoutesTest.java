package net.ixapi.auth.stub;

import static net.ixapi.auth.stub.StubPeer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.net.URI;
import net.ixapi.auth.server.AuthApi;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.server.runtime.ApiOperation;
import net.ixapi.auth.server.runtime.ApiRoute;
import net.ixapi.auth.server.runtime.JavalinApi;
import org.junit.jupiter.api.Test;

/** The generated interface and its routes, without the stub. */
class RoutesTest {
    private static final String CREDENTIALS =
            "{\"api_key\": \"" + Credentials.KEY + "\", \"api_secret\": \"" + Credentials.SECRET + "\"}";

    @Test
    void areTheOperationsOfTheDocumentAsData() {
        assertThat(AuthApiRoutes.of(new AuthApi() {}))
                .extracting(ApiRoute::operation)
                .containsExactly(
                        new ApiOperation("auth_token_create", "POST", "/auth/token"),
                        new ApiOperation("auth_token_refresh", "POST", "/auth/refresh"));
        assertThat(AuthApiRoutes.BASE_PATH).isEqualTo("/api/v2");
    }

    @Test
    void answer501WhereNothingIsImplemented() throws Exception {
        Javalin javalin = Javalin.create(config -> JavalinApi.install(
                config, AuthApiRoutes.BASE_PATH, AuthApiRoutes.of(new AuthApi() {}), new StubProblems()));
        try {
            javalin.start("127.0.0.1", 0);
            StubPeer peer = new StubPeer(URI.create("http://127.0.0.1:" + javalin.port() + AuthApiRoutes.BASE_PATH));

            assertThat(assertProblem(peer.post("/auth/token", CREDENTIALS), 501, "about:blank")
                            .get("detail")
                            .textValue())
                    .isEqualTo("The operation auth_token_create is not implemented.");
            assertProblem(peer.refresh("any"), 501, "about:blank");
            assertProblem(peer.post("/auth/refresh", "{}"), 400, "validation-error.html");
        } finally {
            javalin.stop();
        }
    }
}
