import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.ixapi.auth.client.runtime.Transport;
import net.ixapi.auth.templates.RawHttp;
import net.ixapi.auth.server.runtime.ApiRoute;
import net.ixapi.auth.templates.Scenario;
import org.jspecify.annotations.Nullable;
import scenario.model.Kind;
import scenario.server.ThingsApi;
import scenario.server.ThingsApiRoutes;

public class FeatureScenario implements Scenario {
    @Override
    public List<ApiRoute> routes() {
        return ThingsApiRoutes.of(new ThingsApi() {
            @Override
            public List<String> thingsList(
                    Integer limit,
                    @Nullable List<Integer> ids,
                    @Nullable List<String> tags,
                    @Nullable OffsetDateTime createdAfter,
                    @Nullable Kind kind,
                    @Nullable Boolean active,
                    @Nullable UUID call) {
                return Stream.of(limit, ids, tags, createdAfter, kind, active, call).map(String::valueOf).toList();
            }
        });
    }

    @Override
    public void run(Transport client, RawHttp http) {
        scenario.client.ThingsApi things = new scenario.client.ThingsApi(client);
        UUID call = new UUID(1, 2);
        OffsetDateTime after = OffsetDateTime.parse("2026-01-02T03:04:05+01:00");
        assertThat(things.thingsList(5, List.of(1, 2), List.of("a b", "c&d"), after, Kind.VERY_FAST, false, call))
                .containsExactly("5", "[1, 2]", "[a b, c&d]", after.toString(), "very-fast", "false", call.toString());
        assertThat(things.thingsList(5, null, null, null, null, null, null))
                .containsExactly("5", "null", "null", "null", "null", "null", "null");
        assertThatNullPointerException()
                .isThrownBy(() -> things.thingsList(null, null, null, null, null, null, null))
                .withMessage("limit is required");

        assertThat(http.bare("GET", "/things").body()).contains("limit", "is required");
        assertThat(http.bare("GET", "/things?limit=101&ids=1,x&tags=1&tags=2&tags=3&active=perhaps&created__after=now").body())
                .contains("\"limit\"", "\"ids[1]\"", "\"tags\"", "\"active\"", "\"created__after\"");
        // The second tag has no API of its own: a server that served both would have the route twice.
        assertThat(FeatureScenario.class.getResource("/scenario/server/MoreApi.class")).isNull();
        assertThat(http.bare("GET", "/things?limit=1&ids=1,0").body()).contains("\"ids", "at least 1");
    }
}
