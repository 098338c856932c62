import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.ixapi.auth.client.runtime.Transport;
import net.ixapi.auth.templates.RawHttp;
import net.ixapi.auth.server.runtime.ApiRoute;
import net.ixapi.auth.templates.Scenario;
import scenario.model.Day;
import scenario.server.CalendarApi;
import scenario.server.CalendarApiRoutes;

public class FeatureScenario implements Scenario {
    @Override
    public List<ApiRoute> routes() {
        return CalendarApiRoutes.of(new CalendarApi() {
            @Override
            public Day dayRead(String userId, LocalDate day, Integer from, Long to) {
                return new Day().user(userId).day(day).hours(to - from);
            }
        });
    }

    @Override
    public void run(Transport client, RawHttp http) {
        Day day = new scenario.client.CalendarApi(client)
                .dayRead("a/b ü%?#", LocalDate.of(2026, 2, 28), 3, 5_000_000_000L);
        assertThat(day).isEqualTo(new Day().user("a/b ü%?#").day(LocalDate.of(2026, 2, 28)).hours(4_999_999_997L));

        assertThat(http.bare("GET", "/users/x/days/tomorrow/-1-many").body())
                .contains("user-id", "\"day\"", "\"from\"", "\"to\"", "of the documented format", "an integer of 64 bits");
    }
}
