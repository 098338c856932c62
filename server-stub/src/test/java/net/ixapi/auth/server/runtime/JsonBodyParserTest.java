package net.ixapi.auth.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonBodyParserTest {
    record Port(@JsonProperty("port_name") String name, Integer speed) {}

    record Order(
            @JsonProperty("order_no") Integer number,
            Boolean urgent,
            Port port,
            List<Port> spares,
            List<List<Integer>> matrix,
            Map<String, Port> bySite) {}

    @Test
    void readsWhatKeepsToTheType() {
        BodyReading reading = BodyReading.of("""
                {"order_no": 7, "urgent": true, "port": {"port_name": "a", "speed": 1}, "spares": [{"speed": 2}],
                 "matrix": [[1], []], "bySite": {"fra": {"port_name": "b"}}}
                """, Order.class);

        assertThat(reading.violations()).isEmpty();
        assertThat(reading.value())
                .isEqualTo(new Order(
                        7,
                        true,
                        new Port("a", 1),
                        List.of(new Port(null, 2)),
                        List.of(List.of(1), List.of()),
                        Map.of("fra", new Port("b", null))));
    }

    @Test
    void namesEveryMemberOfAWrongType() {
        BodyReading reading = BodyReading.of("{\"order_no\": \"x\", \"urgent\": 1, \"port\": []}", Order.class);

        assertThat(reading.violations())
                .containsExactly(
                        "order_no must be an integer of 32 bits", "urgent must be a boolean", "port must be an object");
    }

    @Test
    void namesNestedMembersByTheirPath() {
        BodyReading reading = BodyReading.of("""
                {"port": {"port_name": 1, "speed": "x"}, "spares": [{"speed": 1}, {"speed": true}, 5],
                 "matrix": [[1, "x"], 2], "bySite": {"fra": {"port_name": []}, "a/b~c": 1, "0": 2}}
                """, Order.class);

        assertThat(reading.violations())
                .containsExactly(
                        "port.port_name must be a string",
                        "port.speed must be an integer of 32 bits",
                        "spares[1].speed must be an integer of 32 bits",
                        "spares[2] must be an object",
                        "matrix[0][1] must be an integer of 32 bits",
                        "matrix[1] must be an array",
                        "bySite.fra.port_name must be a string",
                        "bySite.a/b~c must be an object",
                        "bySite.0 must be an object");
    }

    @Test
    void keepsWhatIsRightBesideWhatIsWrong() {
        BodyReading reading = BodyReading.of("{\"order_no\": 7, \"urgent\": 1}", Order.class);

        assertThat(reading.value()).isEqualTo(new Order(7, null, null, null, null, null));
    }

    @Test
    void endsTheListOfMistakesAtFifty() {
        String wrong = "{\"speed\": \"x\"}, ";

        assertThat(BodyReading.of("{\"spares\": [" + wrong.repeat(48) + "1, 2, {}]}", Order.class)
                        .violations())
                .hasSize(50)
                .endsWith("spares[48] must be an object", "spares[49] must be an object");
        assertThat(BodyReading.of("{\"spares\": [" + wrong.repeat(60) + "{}]}", Order.class)
                        .violations())
                .hasSize(50);
    }

    @Test
    void endsAtANamelessMemberOfAWrongType() {
        assertThat(BodyReading.of("{\"bySite\": {\"\": 1}}", Order.class).violations())
                .containsExactly("bySite must be an object");
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "1.5", "true", "\"x\"", "\"\"", "[]", "[{}]"})
    void callsARootOfAWrongTypeTheBody(String json) {
        BodyReading reading = BodyReading.of(json, Port.class);

        assertThat(reading.violations()).containsExactly("body must be an object");
        assertThat(reading.value()).isNull();
    }

    @Test
    void namesItemsOfARootThatIsAnArray() {
        assertThat(BodyReading.of("[{}, {\"speed\": \"x\"}, 1]", Port[].class).violations())
                .containsExactly("[1].speed must be an integer of 32 bits", "[2] must be an object");
        assertThat(BodyReading.of("{}", Port[].class).violations()).containsExactly("body must be an array");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\t ", "null", " null "})
    void takesNothingAndNullForNoBody(String json) {
        assertThat(BodyReading.of(json, Port.class)).isEqualTo(new BodyReading(null, List.of()));
    }

    @Test
    void takesNullForAMemberThatIsNotThere() {
        BodyReading reading = BodyReading.of("{\"port_name\": null, \"speed\": null}", Port.class);

        assertThat(reading).isEqualTo(new BodyReading(new Port(null, null), List.of()));
    }

    @Test
    void letsUnknownMembersPassAtEveryLevel() {
        BodyReading reading = BodyReading.of("""
                {"new": 1, "port": {"new": {"deep": []}, "speed": 1}, "spares": [{"new": null}],
                 "bySite": {"fra": {"new": "x"}}}
                """, Order.class);

        assertThat(reading.violations()).isEmpty();
        assertThat(reading.value())
                .isEqualTo(new Order(
                        null,
                        null,
                        new Port(null, 1),
                        List.of(new Port(null, null)),
                        null,
                        Map.of("fra", new Port(null, null))));
    }
}
