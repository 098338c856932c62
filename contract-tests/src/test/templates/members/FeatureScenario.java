import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.client.runtime.Transport;
import net.ixapi.auth.templates.RawHttp;
import net.ixapi.auth.server.runtime.ApiRoute;
import net.ixapi.auth.templates.Scenario;
import scenario.model.Everything;
import scenario.model.EverythingInner;
import scenario.server.MembersApi;
import scenario.server.MembersApiRoutes;

public class FeatureScenario implements Scenario {
    @Override
    public List<ApiRoute> routes() {
        return MembersApiRoutes.of(new MembersApi() {
            @Override
            public Everything membersCreate(Everything everything) {
                return everything;
            }
        });
    }

    @Override
    public void run(Transport client, RawHttp http) {
        Everything everything = everything();
        assertThat(new scenario.client.MembersApi(client).membersCreate(everything)).isEqualTo(everything);
        assertThat(everything).hasSameHashCodeAs(everything()).isEqualTo(everything()).isNotEqualTo(new Everything());
        assertThat(everything.toString()).contains("greeting=hello", "secret=*", "secrets=*").doesNotContain("canary");

        // A required member that may be null is sent as null; other absent members are left out.
        assertThat(http.post("/members", "{\"either\": null, \"extra\": 7}").body())
                .isEqualTo("{\"either\":null,\"greeting\":\"hello\",\"extra\":7}");
        assertThat(http.post("/members", "{\"either\": null, \"inner\": {}}").body()).contains("inner.deep", "is required");
        assertThat(http.post("/members", "{\"either\": null, \"when\": \"now\", \"counts\": {\"a\": \"b\"}, \"extra\": \"x\"}").body())
                .contains("\"when\"", "counts.a", "\"extra\"");
    }

    private static Everything everything() {
        return new Everything()
                .either("x")
                .id("1")
                .bytes("bytes".getBytes(StandardCharsets.UTF_8))
                .when(OffsetDateTime.parse("2026-01-02T03:04:05.678+02:00"))
                .day(LocalDate.of(2026, 1, 2))
                .link(URI.create("https://ix.example/"))
                .unique(new LinkedHashSet<>(List.of("a", "b")))
                .counts(Map.of("a", 1))
                .anything(Map.of("any", List.of(1)))
                .secret("canary")
                .secrets(List.of("canary"))
                .inner(new EverythingInner().deep("d"))
                .putAdditionalProperty("extra", 7);
    }
}
