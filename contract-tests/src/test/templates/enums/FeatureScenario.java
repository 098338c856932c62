import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import net.ixapi.auth.client.runtime.Transport;
import net.ixapi.auth.templates.RawHttp;
import net.ixapi.auth.server.runtime.ApiRoute;
import net.ixapi.auth.templates.Scenario;
import scenario.model.Color;
import scenario.model.Lamp;
import scenario.server.LampsApi;
import scenario.server.LampsApiRoutes;

public class FeatureScenario implements Scenario {
    @Override
    public List<ApiRoute> routes() {
        return LampsApiRoutes.of(new LampsApi() {
            @Override
            public Lamp lampCreate(Lamp lamp) {
                return lamp;
            }
        });
    }

    @Override
    public void run(Transport client, RawHttp http) {
        Lamp lamp = new Lamp()
                .state(Lamp.StateEnum.ON)
                .color(Color.LIGHT_GREEN)
                .level(Lamp.LevelEnum.NUMBER_2)
                .colors(List.of(Color._1ST, Color.RED))
                .modes(List.of(Lamp.ModesEnum.B));
        assertThat(new scenario.client.LampsApi(client).lampCreate(lamp)).isEqualTo(lamp);
        assertThat(http.post("/lamps", "{\"state\": \"off\", \"color\": \"1st\"}").body()).isEqualTo("{\"state\":\"off\",\"color\":\"1st\"}");
        // A newer server may send values that this document does not list: none of them may stop a client.
        String newer = "{\"state\":\"dim\",\"color\":\"blue\",\"level\":7,\"modes\":[\"z\"]}";
        assertThat(read(newer).getState()).isEqualTo(Lamp.StateEnum.fromValue("dim")).hasToString("dim");
        assertThat(read("{\"state\": \"on\"}").getState()).isSameAs(Lamp.StateEnum.ON);
        // What is read and written back stays what it was.
        assertThat(written(read(newer))).isEqualTo(newer);
    }

    private static String written(Lamp lamp) {
        try {
            return new ObjectMapper().writeValueAsString(lamp);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static Lamp read(String json) {
        try {
            return new ObjectMapper().readValue(json, Lamp.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
