import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.ixapi.auth.client.runtime.Transport;
import net.ixapi.auth.templates.RawHttp;
import net.ixapi.auth.server.runtime.ApiRoute;
import net.ixapi.auth.templates.Scenario;
import org.jspecify.annotations.Nullable;
import scenario.server.EchoApi;
import scenario.server.EchoApiRoutes;

public class FeatureScenario implements Scenario {
    @Override
    public List<ApiRoute> routes() {
        return EchoApiRoutes.of(new EchoApi() {
            @Override
            public List<String> echoCreate(String xRequestId, @Nullable Integer xCount, @Nullable String session) {
                return Stream.of(xRequestId, xCount, session).map(String::valueOf).toList();
            }
        });
    }

    @Override
    public void run(Transport client, RawHttp http) {
        scenario.client.EchoApi echo = new scenario.client.EchoApi(client);
        assertThat(echo.echoCreate("id-1", 7, "s1")).containsExactly("id-1", "7", "s1");
        assertThat(echo.echoCreate("id-1", null, null)).containsExactly("id-1", "null", "null");

        assertThat(http.bare("POST", "/echo").body()).contains("X-Request-Id", "is required");
        assertThat(http.post("/echo", "", "X-Request-Id", "far too long", "X-Count", "x").body())
                .contains("X-Request-Id", "must have at most 10 characters", "X-Count", "an integer");
    }
}
