package net.ixapi.auth.openapi.compatibility;

import static net.ixapi.auth.openapi.compatibility.Documents.schemaChanges;
import static net.ixapi.auth.openapi.compatibility.Documents.withSchema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each change is made to a schema that is sent both ways, so that it is judged in both directions. */
class SchemaComparisonTest {
    private static final String THING = "/components/schemas/Thing";

    @ParameterizedTest
    @MethodSource
    void neitherMayChange(String was, String is, String what) {
        assertThat(schemaChanges(withSchema(was), withSchema(is)))
                .containsExactly("incompatible request " + THING + what, "incompatible response " + THING + what);
    }

    static Stream<Arguments> neitherMayChange() {
        return Stream.of(
                arguments("{type: string}", "{type: integer}", "/type: was string, is integer"),
                arguments("{type: integer}", "{type: number}", "/type: was integer, is number"),
                arguments("{type: string}", "{}", "/type: was string, is any"),
                arguments("{type: string, pattern: a+}", "{type: string, pattern: a*}", "/pattern: was a+, is a*"),
                arguments("{type: string, format: date}", "{type: string, format: time}", "/format: was date, is time"),
                arguments(
                        "{type: integer, multipleOf: 4}", "{type: integer, multipleOf: 6}", "/multipleOf: was 4, is 6"),
                arguments("{type: string, enum: [a, b]}", "{type: string, enum: [b, c]}", "/enum: was a, b, is b, c"),
                arguments(
                        "{type: object, discriminator: {propertyName: a}}",
                        "{type: object, discriminator: {propertyName: b}}",
                        "/discriminator: was a, is b"),
                arguments(
                        "{properties: {a: {}}, additionalProperties: false}",
                        "{properties: {}, additionalProperties: false}",
                        "/properties/a: property removed"));
    }

    @ParameterizedTest
    @MethodSource
    void directionCounts(String was, String is, String[] changes) {
        assertThat(schemaChanges(withSchema(was), withSchema(is)))
                .containsExactly(Arrays.stream(changes)
                        .map(change -> change.replace("THING", THING))
                        .toArray(String[]::new));
    }

    static Stream<Arguments> directionCounts() {
        return Stream.of(
                changes(
                        "{properties: {}}",
                        "{properties: {a: {}}}",
                        "compatible request THING/properties/a: property added",
                        "compatible response THING/properties/a: property added"),
                changes(
                        "{properties: {}}",
                        "{properties: {a: {}}, required: [a]}",
                        "incompatible request THING/properties/a: required property added",
                        "compatible response THING/properties/a: required property added"),
                changes(
                        "{properties: {a: {}}}",
                        "{properties: {}}",
                        "compatible request THING/properties/a: property removed",
                        "incompatible response THING/properties/a: property removed"),
                changes(
                        "{properties: {a: {}}, required: [a]}",
                        "{properties: {}}",
                        "compatible request THING/properties/a: property removed",
                        "incompatible response THING/properties/a: property removed"),
                changes(
                        "{properties: {}, additionalProperties: false}",
                        "{properties: {a: {}}, additionalProperties: false}",
                        "compatible request THING/properties/a: property added",
                        "incompatible response THING/properties/a: property added"),
                changes(
                        "{properties: {a: {}}, required: [a]}",
                        "{properties: {a: {readOnly: true}}, required: [a]}",
                        "compatible request THING/properties/a: property removed"),
                changes(
                        "{properties: {a: {}}, required: [a]}",
                        "{properties: {a: {writeOnly: true}}, required: [a]}",
                        "incompatible response THING/properties/a: property removed"),
                changes(
                        "{properties: {a: {readOnly: true}}}",
                        "{properties: {a: {readOnly: true}}, required: [a]}",
                        "compatible response THING/properties/a: property is required now"),
                changes(
                        "{type: string}",
                        "{type: string, default: a}",
                        "compatible request THING/default: was not set, is a",
                        "compatible response THING/default: was not set, is a"),
                changes(
                        "{type: string, default: a}",
                        "{type: string, default: b}",
                        "incompatible request THING/default: was a, is b",
                        "compatible response THING/default: was a, is b"),
                changes(
                        "{type: string}",
                        "{type: string, deprecated: true}",
                        "compatible request THING/deprecated: was false, is true",
                        "compatible response THING/deprecated: was false, is true"));
    }

    private static Arguments changes(String was, String is, String... changes) {
        return arguments(was, is, changes);
    }

    @ParameterizedTest
    @MethodSource
    void whatSaysTheSameIsNoChange(String was, String is) {
        assertThat(schemaChanges(withSchema(was), withSchema(is))).isEmpty();
    }

    static Stream<Arguments> whatSaysTheSameIsNoChange() {
        return Stream.of(
                arguments("{type: string}", "{type: string, description: A thing., title: Thing, example: a}"),
                arguments("{type: string}", "{type: string, format: password}"),
                arguments("{type: string}", "{type: string, minLength: 0}"),
                arguments("{type: string, enum: [a, b]}", "{type: string, enum: [b, a]}"),
                arguments("{properties: {a: {}}}", "{type: object, properties: {a: {}}}"),
                arguments("{type: object}", "{type: object, additionalProperties: true}"),
                arguments("{type: string, maxLength: 9}", "{$ref: '#/components/schemas/Word'}"),
                arguments("{type: string, maxLength: 9}", "{allOf: [{$ref: '#/components/schemas/Word'}]}"),
                arguments("{type: string, maxLength: 9}", "{allOf: [{type: string, maxLength: 20}, {maxLength: 9}]}"),
                arguments(
                        "{oneOf: [{$ref: '#/components/schemas/Word'}, {$ref: '#/components/schemas/Number'}]}",
                        "{oneOf: [{type: integer}, {$ref: '#/components/schemas/Word'}]}"),
                arguments("{type: array, items: {$ref: '#/components/schemas/Thing'}}", """
                        {type: array, items: {$ref: '#/components/schemas/Other'}}
                            Other: {type: array, items: {$ref: '#/components/schemas/Thing'}}\
                        """));
    }

    @Test
    void changeToWhatSeveralResponsesShareIsOneChange() {
        String error = "responses:\n        '400': {description: None., content: "
                + "{application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}\n";
        String was = withSchema("{type: string}").replace("responses:\n", error);
        assertThat(schemaChanges(was, was.replace("Thing: {type: string}", "Thing: {type: integer}")))
                .containsExactly(
                        "incompatible request " + THING + "/type: was string, is integer",
                        "incompatible response " + THING + "/type: was string, is integer");
    }

    @Test
    void alternativesOfAnotherNameAreCompared() {
        String named = "{oneOf: [{$ref: '#/components/schemas/Word'}, {$ref: '#/components/schemas/Number'}]}";
        String inline = "{oneOf: [{type: integer, minimum: 1}, {$ref: '#/components/schemas/Word'}]}";
        assertThat(schemaChanges(withSchema(named), withSchema(inline)))
                .containsExactly(
                        "incompatible request " + THING + "/oneOf/0/minimum: was not set, is 1",
                        "compatible response " + THING + "/oneOf/0/minimum: was not set, is 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"items", "additionalProperties"})
    void schemaThatContainsItselfCanCeaseToSaySo(String keyword) {
        String itself = "{" + keyword + ": {$ref: '#" + THING + "'}}";
        assertThat(schemaChanges(withSchema(itself), withSchema("{}"))).isEmpty();
        assertThat(schemaChanges(withSchema("{}"), withSchema(itself))).isEmpty();
    }
}
