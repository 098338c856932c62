import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import net.ixapi.auth.client.runtime.Transport;
import net.ixapi.auth.templates.RawHttp;
import net.ixapi.auth.server.runtime.ApiRoute;
import net.ixapi.auth.templates.Scenario;
import org.jspecify.annotations.Nullable;
import scenario.model.Item;
import scenario.model.Order;
import scenario.model.OrderPatch;
import scenario.server.OrdersApi;
import scenario.server.OrdersApiRoutes;

public class FeatureScenario implements Scenario {
    @Override
    public List<ApiRoute> routes() {
        return OrdersApiRoutes.of(new OrdersApi() {
            @Override
            public Order orderCreate(Order order) {
                return order;
            }

            @Override
            public Order orderUpdate(String id, @Nullable OrderPatch patch) {
                return new Order().name(patch == null ? "no body" : patch.getName()).items(List.of());
            }

            @Override
            public Integer batchCreate(List<Item> items) {
                return items.size();
            }
        });
    }

    @Override
    public void run(Transport client, RawHttp http) {
        scenario.client.OrdersApi orders = new scenario.client.OrdersApi(client);
        Order order = new Order().name("äö😀").items(List.of(new Item().sku("a1b").amount(2).price(new BigDecimal("0.5"))));
        assertThat(orders.orderCreate(order)).isEqualTo(order);
        assertThat(orders.orderUpdate("1", new OrderPatch().name("new")).getName()).isEqualTo("new");
        assertThat(orders.orderUpdate("1", null).getName()).isEqualTo("no body");
        assertThat(orders.batchCreate(List.of(new Item().sku("1"), new Item().sku("2")))).isEqualTo(2);

        assertThat(http.bare("POST", "/orders").body()).contains("\"body\"", "is required");
        assertThat(http.post("/orders", "{\"items\": [{\"amount\": 0}, {\"sku\": \"x\", \"price\": 0, \"gift\": \"no\"}]}").body())
                .contains("items[0].sku", "items[0].amount", "items[1].sku", "items[1].price", "items[1].gift", "a boolean");
        assertThat(http.post("/orders", "{\"name\": \"abcd\", \"items\": []}").body()).contains("\"name\"", "\"items\"");
        assertThat(http.post("/batches", "[{\"sku\": 1}, {}]").body()).contains("[0].sku", "[1].sku");
        assertThat(http.post("/orders", "{}", "Content-Type", "application/merge-patch+json").status()).isEqualTo(415);
    }
}
