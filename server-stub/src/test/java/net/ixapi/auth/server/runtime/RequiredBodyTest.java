package net.ixapi.auth.server.runtime;

import static net.ixapi.auth.server.runtime.TestApi.violations;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredBodyTest {
    record Port(@NotNull @Size(max = 3) String name, Integer speed) {}

    record Order(@NotNull @Valid Port port, List<@Valid Port> spares, Map<String, @Valid Port> bySite) {}

    private record Input(@JsonUnwrapped @NotNull @Valid Order order) {}

    private record ListInput(
            @JsonUnwrapped @NotNull @Size(max = 2) List<@Valid Port> ports) {}

    private static TestApi api;

    @BeforeAll
    static void start() {
        api = TestApi.of(
                TestApi.route(
                        "POST",
                        "/orders",
                        "201",
                        call -> call.validated(new Input(call.body(new TypeReference<Order>() {})))
                                .order()),
                TestApi.route(
                        "POST",
                        "/ports",
                        "201",
                        call -> call.validated(new ListInput(call.body(new TypeReference<List<Port>>() {})))
                                .ports()));
    }

    @AfterAll
    static void stop() {
        api.close();
    }

    @Test
    void isHandedOn() throws Exception {
        assertThat(api.post("/orders", "{\"port\": {\"name\": \"a\"}}").statusCode())
                .isEqualTo(201);
        assertThat(api.post("/ports", "[{\"name\": \"a\"}, {\"name\": \"b\"}]").body())
                .isEqualTo("[{\"name\":\"a\",\"speed\":null},{\"name\":\"b\",\"speed\":null}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null"})
    void isMissed(String body) throws Exception {
        assertThat(violations(api.post("/orders", body))).containsExactly("body is required");
        assertThat(violations(api.post("/ports", body))).containsExactly("body is required");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                          | body must be an object
            {"port": 1}                 | port must be an object
            {"port": {"name": 1}}       | port.name must be a string
            {"port": {}}                | port.name is required
            {"port": null}              | port is required
            {"port": {"name": "long"}}  | port.name must have at most 3 characters
            {"port": {"name": "a"}, "bySite": {"x": {"name": 1}}}      | bySite.x.name must be a string
            {"port": {"name": "a"}, "spares": [{"name": "a"}, {"name": []}]} | spares[1].name must be a string
            """)
    void isFaultedOnceForEachMistake(String body, String violation) throws Exception {
        assertThat(violations(api.post("/orders", body))).containsExactly(violation);
    }

    @Test
    void mayBeAnArray() throws Exception {
        assertThat(violations(api.post("/ports", "[{\"name\": \"a\"}, {\"name\": \"long\", \"speed\": \"x\"}]")))
                .containsExactly("[1].speed must be an integer of 32 bits", "[1].name must have at most 3 characters");
        assertThat(violations(api.post("/ports", "[{\"name\": \"a\"}, {\"name\": \"a\"}, {\"name\": \"a\"}]")))
                .containsExactly("body must have at most 2 items");
    }

    @Test
    void isAnsweredWithFiftyMistakesAtMost() throws Exception {
        String spares = "{\"speed\": \"x\"}, ".repeat(30) + "{}, ".repeat(60) + "{}";

        assertThat(violations(api.post("/orders", "{\"port\": {\"name\": \"a\"}, \"spares\": [" + spares + "]}")))
                .hasSize(50)
                .contains("spares[29].speed must be an integer of 32 bits", "spares[0].name is required");
    }
}
