import static org.assertj.core.api.Assertions.assertThat;

import java.security.Principal;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.client.runtime.ApiResponse;
import net.ixapi.auth.client.runtime.Transport;
import net.ixapi.auth.server.runtime.ApiResult;
import net.ixapi.auth.server.runtime.ProblemException;
import net.ixapi.auth.server.runtime.ApiRoute;
import net.ixapi.auth.templates.RawHttp;
import net.ixapi.auth.templates.Scenario;
import org.openapitools.jackson.nullable.JsonNullable;
import scenario.model.Thing;
import scenario.model.ThingPatch;
import scenario.server.ThingsApi;
import scenario.server.ThingsApiRoutes;

/** Who calls, which success it is, with which headers and of which media type; and null, which is not absent. */
public class FeatureScenario implements Scenario {
    @Override
    public List<ApiRoute> routes() {
        ThingsApi things = new ThingsApi() {
            @Override
            public ApiResult<Thing> thingCreateWithResult(Principal caller, Thing thing) {
                return thing.getName().equals("later")
                        ? ApiResult.<Thing>of(null).status(202)
                        : ApiResult.of(thing.note(caller.getName())).header("Location", "/things/1");
            }

            @Override
            public Thing thingUpdate(String id, ThingPatch patch) {
                JsonNullable<String> note = patch.getNote_JsonNullable();
                return new Thing().name(note.isPresent() ? "to " + note.get() : "as it was");
            }
        };
        return ThingsApiRoutes.of(things, (request, operation) -> {
            String token = request.header("Authorization");
            if (token == null) {
                throw new ProblemException(401, Map.of("type", "nobody"));
            }
            return () -> token + " of " + operation.id();
        });
    }

    @Override
    public void run(Transport client, RawHttp http) {
        String body = "{\"name\": \"a\"}";
        var answer = http.post("/things", body, "Content-Type", "application/json", "Authorization", "x");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.body()).isEqualTo("{\"name\":\"a\",\"note\":\"x of thing_create\"}");
        assertThat(answer.header("location")).contains("/things/1");
        assertThat(answer.header("content-type")).contains("application/vnd.thing+json");
        var later = http.post("/things", "{\"name\": \"later\"}", "Content-Type", "application/json", "Authorization", "x");
        assertThat(later.status()).isEqualTo(202);
        assertThat(later.body()).isEmpty();

        // Who is unknown learns nothing of what else is wrong.
        assertThat(http.post("/things", "{}").status()).isEqualTo(401);
        assertThat(http.post("/things", "{}", "Content-Type", "application/json", "Authorization", "x").status())
                .isEqualTo(400);

        scenario.client.ThingsApi things = new scenario.client.ThingsApi(client);
        assertThat(things.thingUpdate("1", new ThingPatch()).getName()).isEqualTo("as it was");
        assertThat(things.thingUpdate("1", new ThingPatch().note(null)).getName()).isEqualTo("to null");
        assertThat(things.thingUpdate("1", new ThingPatch().note("b")).getName()).isEqualTo("to b");
        ApiResponse<Thing> changed = things.thingUpdateWithResponse("1", new ThingPatch());
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.body().getNote_JsonNullable().isPresent()).isFalse();
    }
}
