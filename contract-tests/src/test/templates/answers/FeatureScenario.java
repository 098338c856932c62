import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.runtime.Transport;
import net.ixapi.auth.templates.RawHttp;
import net.ixapi.auth.server.runtime.ProblemException;
import net.ixapi.auth.server.runtime.ApiRoute;
import net.ixapi.auth.templates.Scenario;
import scenario.model.Fault;
import scenario.server.AnswersApi;
import scenario.server.AnswersApiRoutes;

public class FeatureScenario implements Scenario {
    private final Fault fault = new Fault().type("teapot").note("short and stout");
    private boolean broken;

    @Override
    public List<ApiRoute> routes() {
        return AnswersApiRoutes.of(new AnswersApi() {
            @Override
            public void nothingDestroy() {
                breakIfAsked(418);
            }

            @Override
            public List<Fault> listRead() {
                breakIfAsked(503);
                return List.of(fault);
            }

            @Override
            public Map<String, Integer> mapRead() {
                return Map.of("a", 1);
            }
        });
    }

    private void breakIfAsked(int status) {
        if (broken) {
            throw new ProblemException(status, fault);
        }
    }

    @Override
    public void run(Transport client, RawHttp http) {
        scenario.client.AnswersApi answers = new scenario.client.AnswersApi(client);
        answers.nothingDestroy();
        assertThat(http.bare("DELETE", "/nothing").status()).isEqualTo(204);
        assertThat(http.bare("DELETE", "/nothing").body()).isEmpty();
        assertThat(answers.listRead()).containsExactly(fault);
        assertThat(answers.mapRead()).containsEntry("a", 1);
        assertThatThrownBy(answers::unservedRead).isInstanceOf(ApiStatusException.class).hasMessageContaining("501");
        // What was not set is left out: a null would break the schema.
        assertThat(http.bare("GET", "/list").body()).isEqualTo("[{\"type\":\"teapot\",\"note\":\"short and stout\"}]");

        broken = true;
        assertThat(typedProblem(answers::nothingDestroy, 418)).isEqualTo(fault);
        assertThat(typedProblem(answers::listRead, 503)).isEqualTo(fault);
    }

    private static Fault typedProblem(Runnable call, int status) {
        try {
            call.run();
        } catch (ApiStatusException e) {
            assertThat(e.status()).isEqualTo(status);
            return e.problem(Fault.class).orElseThrow();
        }
        throw new AssertionError("no exception");
    }
}
