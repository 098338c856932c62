import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.ixapi.auth.client.runtime.Transport;
import net.ixapi.auth.templates.RawHttp;
import net.ixapi.auth.server.runtime.ApiRoute;
import net.ixapi.auth.templates.Scenario;
import scenario.model.Circle;
import scenario.model.Shape;
import scenario.model.Square;
import scenario.server.ShapesApi;
import scenario.server.ShapesApiRoutes;

public class FeatureScenario implements Scenario {
    private final List<Shape> shapes =
            List.of(new Circle().kind(Circle.KindEnum.CIRCLE).name("sun").radius(3), new Square().kind("square").side(4));

    @Override
    public List<ApiRoute> routes() {
        return ShapesApiRoutes.of(new ShapesApi() {
            @Override
            public Shape shapeCreate(Shape shape) {
                return shape;
            }

            @Override
            public Integer shapesReplace(List<Shape> replacement) {
                return replacement.equals(shapes) ? replacement.size() : -1;
            }

            @Override
            public List<Shape> shapesList() {
                return shapes;
            }
        });
    }

    @Override
    public void run(Transport client, RawHttp http) {
        scenario.client.ShapesApi api = new scenario.client.ShapesApi(client);
        assertThat(shapes.stream().map(api::shapeCreate).toList()).isEqualTo(shapes);
        assertThat(api.shapesList()).isEqualTo(shapes);
        assertThat(api.shapesReplace(shapes)).isEqualTo(2);
        assertThat(http.bare("GET", "/shapes").body()).contains("\"kind\":\"circle\"", "\"kind\":\"square\"");

        assertThat(http.post("/shapes", "{\"kind\": \"circle\", \"radius\": 0}").body()).contains("\"radius\"");
        assertThat(http.post("/shapes", "{\"kind\": \"circle\", \"radius\": \"x\"}").body()).contains("\"radius\"", "an integer");
        assertThat(http.post("/shapes", "{\"kind\": \"blob\"}").status()).isEqualTo(400);
        assertThat(http.post("/shapes", "{\"radius\": 1}").status()).isEqualTo(400);
    }
}
