package net.ixapi.auth.server.runtime;

import static net.ixapi.auth.server.runtime.TestApi.violations;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredBodyTest {
    private static final String SCHEMAS = """
            Port: {type: object, required: [name], properties: {name: {type: string, maxLength: 3}, speed: {type: integer}}},
            Order: {type: object, required: [port], properties: {port: {$ref: '#/components/schemas/Port'},
              spares: {type: array, items: {$ref: '#/components/schemas/Port'}},
              bySite: {type: object, additionalProperties: {$ref: '#/components/schemas/Port'}}}},
            Ports: {type: array, maxItems: 2, items: {$ref: '#/components/schemas/Port'}}""";

    @AutoClose
    private static final TestApi ORDERS = serving("Order");

    @AutoClose
    private static final TestApi PORTS = serving("Ports");

    private static TestApi serving(String schema) {
        ApiDocument document = TestDocument.of(
                "requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/"
                        + schema + "'}}}}",
                SCHEMAS);
        return TestApi.of(TestDocument.route(document, call -> call.body(new TypeReference<Object>() {})));
    }

    @Test
    void isHandedOn() throws Exception {
        assertThat(ORDERS.post("/test/1", "{\"port\": {\"name\": \"a\"}}").statusCode())
                .isEqualTo(200);
        assertThat(PORTS.post("/test/1", "[{\"name\": \"a\"}, {\"name\": \"b\"}]")
                        .body())
                .isEqualTo("[{\"name\":\"a\"},{\"name\":\"b\"}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void isMissed(String body) throws Exception {
        assertThat(violations(ORDERS.post("/test/1", body))).containsExactly("body is required");
        assertThat(violations(PORTS.post("/test/1", body))).containsExactly("body is required");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            []                          | body must be an object
            {"port": 1}                 | port must be an object
            {"port": {"name": 1}}       | port.name must be a string
            {"port": {}}                | port.name is required
            {"port": null}              | port must not be null
            {"port": {"name": "long"}}  | port.name must have at most 3 characters
            {"port": {"name": "a"}, "bySite": {"x": {"name": 1}}}      | bySite.x.name must be a string
            {"port": {"name": "a"}, "spares": [{"name": "a"}, {"name": []}]} | spares[1].name must be a string
            """)
    void isFaultedOnceForEachViolation(String body, String violation) throws Exception {
        assertThat(violations(ORDERS.post("/test/1", body))).containsExactly(violation);
    }

    @Test
    void mayBeAnArray() throws Exception {
        assertThat(violations(PORTS.post("/test/1", "[{\"name\": \"a\"}, {\"name\": \"long\", \"speed\": \"x\"}]")))
                .containsExactly("[1].speed must be an integer of 32 bits", "[1].name must have at most 3 characters");
        assertThat(violations(PORTS.post("/test/1", "[{\"name\": \"a\"}, {\"name\": \"a\"}, {\"name\": \"a\"}]")))
                .containsExactly("body must have at most 2 items");
    }

    @Test
    void isAnsweredWithFiftyViolationsAtMost() throws Exception {
        String spares = "{\"speed\": \"x\"}, ".repeat(30) + "{}, ".repeat(60) + "{}";

        assertThat(violations(ORDERS.post("/test/1", "{\"port\": {\"name\": \"a\"}, \"spares\": [" + spares + "]}")))
                .hasSize(50)
                .contains("spares[29].speed must be an integer of 32 bits");
    }
}
