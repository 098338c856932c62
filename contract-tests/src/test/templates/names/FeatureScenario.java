import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.ixapi.auth.client.runtime.Transport;
import net.ixapi.auth.templates.RawHttp;
import net.ixapi.auth.server.runtime.ApiRoute;
import net.ixapi.auth.templates.Scenario;
import org.jspecify.annotations.Nullable;
import scenario.model.ModelApiResponse;
import scenario.model.Operation;
import scenario.server.OddNamesApi;
import scenario.server.OddNamesApiRoutes;
import scenario.server.RouteApi;
import scenario.server.RouteApiRoutes;

public class FeatureScenario implements Scenario {
    @Override
    public List<ApiRoute> routes() {
        OddNamesApi odd = new OddNamesApi() {
            @Override
            @Deprecated
            public ModelApiResponse callClass(
                    String _default,
                    @Nullable String input,
                    @Nullable String api,
                    @Nullable String transport,
                    @Nullable String wait,
                    @Nullable String hashCode,
                    @Nullable String filterName) {
                return new ModelApiResponse().propertyClass(_default).other(input + api + transport + wait + hashCode + filterName);
            }
        };
        RouteApi route = new RouteApi() {
            @Override
            public Operation operation(@Nullable Operation operation) {
                return operation == null ? new Operation().URL("none") : operation;
            }
        };
        return Stream.concat(OddNamesApiRoutes.of(odd).stream(), RouteApiRoutes.of(route).stream()).toList();
    }

    @Override
    @SuppressWarnings("deprecation")
    public void run(Transport client, RawHttp http) {
        ModelApiResponse answer = new scenario.client.OddNamesApi(client).callClass("x", "1", "2", "3", "4", "5", "6");
        assertThat(answer.getPropertyClass() + answer.getOther()).isEqualTo("x123456");
        Operation operation = new Operation().URL("u").aB("b");
        assertThat(new scenario.client.RouteApi(client).operation(operation)).isEqualTo(operation);
    }
}
