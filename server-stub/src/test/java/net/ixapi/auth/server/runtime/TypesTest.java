package net.ixapi.auth.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each value in JSON against each type of the document: no value becomes one of another JSON type. */
class TypesTest {
    private static final List<String> VALUES = List.of(
            "5",
            "5.0",
            "5.5",
            "1",
            "0",
            "true",
            "false",
            "\"\"",
            "\" \"",
            "\"5\"",
            "\"1\"",
            "\"true\"",
            "\"null\"",
            "\"NaN\"",
            "\"x\"",
            "[]",
            "[5]",
            "[2020, 1, 1]",
            "[\"x\"]",
            "{}",
            "{\"x\": 5}",
            "{\"x\": \"x\"}");

    static Stream<Arguments> types() {
        String strings = "{type: array, items: {type: string}}";
        return Stream.of(
                type("{type: string}", "\"\"", "\" \"", "\"5\"", "\"1\"", "\"true\"", "\"null\"", "\"NaN\"", "\"x\""),
                type("{type: integer}", "5", "1", "0"),
                type("{type: integer, format: int64}", "5", "1", "0"),
                type("{type: number, format: double}", "5", "5.0", "5.5", "1", "0"),
                type("{type: number, format: float}", "5", "5.0", "5.5", "1", "0"),
                type("{type: number}", "5", "5.0", "5.5", "1", "0"),
                type("{type: boolean}", "true", "false"),
                type("{type: string, format: uuid}"),
                type("{type: string, format: date-time}"),
                type("{type: string, format: date}"),
                type("{type: string, format: byte}", "\"\"", "\"true\"", "\"null\"", "\"NaN\""),
                type("{type: string, enum: ['1', x]}", "\"1\"", "\"x\""),
                type("{type: integer, enum: [1]}", "1"),
                type(strings, "[]", "[\"x\"]"),
                type("{type: array, uniqueItems: true, items: {}}", "[]", "[5]", "[\"x\"]"),
                type("{type: object}", "{}", "{\"x\": 5}", "{\"x\": \"x\"}"),
                type("{type: object, additionalProperties: {type: integer}}", "{}", "{\"x\": 5}"),
                type("{type: object, properties: {x: {type: string}}}", "{}", "{\"x\": \"x\"}"),
                type("{}", VALUES.toArray(String[]::new)));
    }

    private static Arguments type(String schema, String... accepted) {
        return Arguments.of(schema, List.of(accepted));
    }

    @ParameterizedTest
    @MethodSource("types")
    void acceptOnlyTheirOwnJson(String schema, List<String> accepted) {
        List<String> read = VALUES.stream()
                .filter(json ->
                        TestDocument.read(json, "Body: " + schema).violations().isEmpty())
                .toList();

        assertThat(read).isEqualTo(accepted);
    }
}
