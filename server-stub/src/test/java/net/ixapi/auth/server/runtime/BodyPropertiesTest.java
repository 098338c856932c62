package net.ixapi.auth.server.runtime;

import static net.ixapi.auth.server.runtime.TestDocument.read;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Violations name properties as they stand in the JSON, wherever the document says something of them. */
class BodyPropertiesTest {
    private static final String TOO_LONG = " must have at most 3 characters";

    private static final String SCHEMAS = """
            Port: {type: object, properties: {port_name: {type: string}, speed: {type: integer}}},
            Body: {type: object, properties: {
              order_no: {type: integer}, urgent: {type: boolean}, port: {$ref: '#/components/schemas/Port'},
              spares: {type: array, items: {$ref: '#/components/schemas/Port'}},
              matrix: {type: array, items: {type: array, items: {type: integer}}},
              bySite: {type: object, additionalProperties: {$ref: '#/components/schemas/Port'}}}}""";

    private static final String BOUNDED = """
            Port: {type: object, required: [port_name], properties: {port_name: {type: string, maxLength: 3}}},
            Body: {type: object, properties: {
              the_port: {$ref: '#/components/schemas/Port'},
              all_ports: {type: array, items: {$ref: '#/components/schemas/Port'}},
              by_site: {type: object, additionalProperties: {$ref: '#/components/schemas/Port'}},
              tags: {type: array, nullable: true, items: {type: string, maxLength: 3}},
              table: {type: array, items: {type: array, items: {type: string, maxLength: 3}}},
              labels: {type: object, additionalProperties: {type: string, maxLength: 3}}}}""";

    record Port(@JsonProperty("port_name") String name, Integer speed) {}

    record Order(
            @JsonProperty("order_no") Integer number,
            Boolean urgent,
            Port port,
            List<Port> spares,
            List<List<Integer>> matrix,
            Map<String, Port> bySite) {}

    @Test
    void areBoundIfTheyKeepToTheDocument() {
        TestDocument.Reading reading = read("""
                {"order_no": 7, "urgent": true, "port": {"port_name": "a", "speed": 1}, "spares": [{"speed": 2}],
                 "matrix": [[1], []], "bySite": {"fra": {"port_name": "b"}}}
                """, SCHEMAS);

        assertThat(reading.violations()).isEmpty();
        assertThat(reading.as(Order.class))
                .isEqualTo(new Order(
                        7,
                        true,
                        new Port("a", 1),
                        List.of(new Port(null, 2)),
                        List.of(List.of(1), List.of()),
                        Map.of("fra", new Port("b", null))));
    }

    @Test
    void areAllNamedIfTheyAreOfAWrongType() {
        assertThat(read("""
                        {"order_no": "x", "urgent": 1, "port": {"port_name": 1, "speed": "x"},
                         "spares": [{"speed": 1}, {"speed": true}, 5], "matrix": [[1, "x"], 2],
                         "bySite": {"fra": {"port_name": []}, "a/b~c": 1, "0": 2, "": 1}}
                        """, SCHEMAS).violations())
                .containsExactlyInAnyOrder(
                        "order_no must be an integer of 32 bits",
                        "urgent must be a boolean",
                        "port.port_name must be a string",
                        "port.speed must be an integer of 32 bits",
                        "spares[1].speed must be an integer of 32 bits",
                        "spares[2] must be an object",
                        "matrix[0][1] must be an integer of 32 bits",
                        "matrix[1] must be an array",
                        "bySite.fra.port_name must be a string",
                        "bySite.a/b~c must be an object",
                        "bySite.0 must be an object",
                        "bySite must be an object");
    }

    @Test
    void areNamedByTheirPathIfTheyBreakABound() {
        assertThat(read("""
                        {"the_port": {"port_name": "long"},
                         "all_ports": [{"port_name": "ok"}, {"port_name": "long"}, {}],
                         "by_site": {"fra": {"port_name": "long"}, "<ams>": {}},
                         "table": [[], ["ok", "long"]], "tags": ["ok", "long", null],
                         "labels": {"": "long", "x": "long", "y": null}}
                        """, BOUNDED).violations())
                .containsExactlyInAnyOrder(
                        "the_port.port_name" + TOO_LONG,
                        "all_ports[1].port_name" + TOO_LONG,
                        "all_ports[2].port_name is required",
                        "by_site.fra.port_name" + TOO_LONG,
                        "by_site.<ams>.port_name is required",
                        "table[1][1]" + TOO_LONG,
                        "tags[1]" + TOO_LONG,
                        "tags[2] must not be null",
                        "labels" + TOO_LONG,
                        "labels.x" + TOO_LONG,
                        "labels.y must not be null");
    }

    @Test
    void areNamedWhicheverPartOfAnAllOfTheyBreak() {
        String schemas = """
                Base: {type: object, properties: {id: {type: string}, tags: {type: array, items: {type: string}}}},
                Body: {allOf: [{$ref: '#/components/schemas/Base'}, {required: [id]},
                  {type: object, properties: {id: {minLength: 2}, tags: {maxItems: 1, items: {maxLength: 3}}}}]}""";

        assertThat(read("{}", schemas).violations()).containsExactly("id is required");
        assertThat(read("{\"id\": \"1\", \"tags\": [\"ok\", \"long\"]}", schemas)
                        .violations())
                .containsExactlyInAnyOrder(
                        "id must have at least 2 characters", "tags must have at most 1 item", "tags[1]" + TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "1.5", "true", "\"x\"", "\"\"", "[]", "[{}]"})
    void areCalledTheBodyIfThereIsNothingAbove(String json) {
        assertThat(read(json, SCHEMAS).violations()).containsExactly("body must be an object");
    }

    @Test
    void areItemsInABodyThatIsAnArray() {
        String schemas = "Body: {type: array, items: {type: object, properties: {speed: {type: integer}}}}";

        assertThat(read("[{}, {\"speed\": \"x\"}, 1]", schemas).violations())
                .containsExactlyInAnyOrder("[1].speed must be an integer of 32 bits", "[2] must be an object");
        assertThat(read("{}", schemas).violations()).containsExactly("body must be an array");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\t "})
    void areNotAskedForWithoutABody(String json) {
        assertThat(read(json, SCHEMAS)).isEqualTo(new TestDocument.Reading(null, List.of()));
    }

    @Test
    void areNullOnlyIfTheDocumentAllowsIt() {
        String schemas = """
                Port: {type: object, properties: {speed: {type: integer}}},
                Body: {type: object, nullable: true, properties: {
                  never: {type: string}, maybe: {type: string, nullable: true}, one: {type: string, nullable: true, enum: [x]},
                  ref: {$ref: '#/components/schemas/Port'},
                  all: {allOf: [{$ref: '#/components/schemas/Port'}], nullable: true}}}""";

        assertThat(read("{\"never\": null, \"maybe\": null, \"one\": null, \"ref\": null, \"all\": null}", schemas)
                        .violations())
                .containsExactlyInAnyOrder("never must not be null", "ref must not be null");
        assertThat(read("null", schemas).violations()).isEmpty();
        assertThat(read("null", SCHEMAS).violations()).containsExactly("body must not be null");
    }

    @Test
    void mayBeUnknownAtEveryLevelUnlessTheDocumentForbidsIt() {
        String body = """
                {"new": 1, "port": {"new": {"deep": []}, "speed": 1}, "spares": [{"new": null}],
                 "bySite": {"fra": {"new": "x"}}}
                """;
        String closed = "Body: {type: object, additionalProperties: false, properties: {spares: {}, bySite: {}}}";

        assertThat(read(body, SCHEMAS).violations()).isEmpty();
        assertThat(read(body, SCHEMAS).as(Order.class).port()).isEqualTo(new Port(null, 1));
        assertThat(read(body, closed).violations())
                .containsExactlyInAnyOrder(
                        "new is unknown: there are bySite, spares", "port is unknown: there are bySite, spares");
    }

    @Test
    void areRequiredInRequestsUnlessTheyAreReadOnly() {
        String schemas = "Body: {type: object, required: [id, name], properties: {id: {type: string, readOnly: true}, "
                + "name: {type: string, writeOnly: true}}}";

        assertThat(read("{}", schemas).violations()).containsExactly("name is required");
        assertThat(read("{\"id\": \"1\", \"name\": \"a\"}", schemas).violations())
                .isEmpty();
    }
}
