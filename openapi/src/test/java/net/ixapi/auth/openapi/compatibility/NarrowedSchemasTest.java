package net.ixapi.auth.openapi.compatibility;

import static net.ixapi.auth.openapi.compatibility.Documents.schemaChanges;
import static net.ixapi.auth.openapi.compatibility.Documents.withSchema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each schema is sent both ways: to allow less breaks requests, and to allow more breaks responses. */
class NarrowedSchemasTest {
    private static final String THING = "/components/schemas/Thing";

    @ParameterizedTest
    @MethodSource("narrowings")
    void requestsMayNotBeNarrowedNorResponsesWidened(String wide, String narrow, String what) {
        assertThat(schemaChanges(withSchema(wide), withSchema(narrow)))
                .containsExactly("incompatible request " + THING + what, "compatible response " + THING + what);
        String place = THING + what.substring(0, what.indexOf(':') + 1);
        assertThat(schemaChanges(withSchema(narrow), withSchema(wide)))
                .hasSize(2)
                .anyMatch(change -> change.startsWith("compatible request " + place))
                .anyMatch(change -> change.startsWith("incompatible response " + place));
    }

    /** A schema, one that allows less, and the name of the change from the one to the other. */
    static Stream<Arguments> narrowings() {
        return Stream.of(
                arguments("{type: string}", "{type: string, minLength: 1}", "/minLength: was not set, is 1"),
                arguments("{type: string, minLength: 1}", "{type: string, minLength: 2}", "/minLength: was 1, is 2"),
                arguments("{type: string}", "{type: string, maxLength: 9}", "/maxLength: was not set, is 9"),
                arguments("{type: string, maxLength: 9}", "{type: string, maxLength: 8}", "/maxLength: was 9, is 8"),
                arguments("{type: string}", "{type: string, pattern: a+}", "/pattern: was not set, is a+"),
                arguments("{type: string}", "{type: string, format: uuid}", "/format: was not set, is uuid"),
                arguments("{type: integer}", "{type: integer, minimum: 0}", "/minimum: was not set, is 0"),
                arguments("{type: number, minimum: 0.5}", "{type: number, minimum: 1}", "/minimum: was 0.5, is 1"),
                arguments(
                        "{type: number, minimum: 1}",
                        "{type: number, minimum: 1, exclusiveMinimum: true}",
                        "/minimum: was 1, is 1 (exclusive)"),
                arguments("{type: integer}", "{type: integer, maximum: 9}", "/maximum: was not set, is 9"),
                arguments("{type: integer, maximum: 9}", "{type: integer, maximum: 8}", "/maximum: was 9, is 8"),
                arguments(
                        "{type: number, maximum: 9}",
                        "{type: number, maximum: 9, exclusiveMaximum: true}",
                        "/maximum: was 9, is 9 (exclusive)"),
                arguments("{type: integer}", "{type: integer, multipleOf: 5}", "/multipleOf: was not set, is 5"),
                arguments(
                        "{type: integer, multipleOf: 5}",
                        "{type: integer, multipleOf: 10}",
                        "/multipleOf: was 5, is 10"),
                arguments(
                        "{type: array, items: {}}",
                        "{type: array, items: {}, minItems: 1}",
                        "/minItems: was not set, is 1"),
                arguments(
                        "{type: array, items: {}, minItems: 1}",
                        "{type: array, items: {}, minItems: 2}",
                        "/minItems: was 1, is 2"),
                arguments(
                        "{type: array, items: {}}",
                        "{type: array, items: {}, maxItems: 9}",
                        "/maxItems: was not set, is 9"),
                arguments(
                        "{type: array, items: {}, maxItems: 9}",
                        "{type: array, items: {}, maxItems: 8}",
                        "/maxItems: was 9, is 8"),
                arguments(
                        "{type: array, items: {}}",
                        "{type: array, items: {}, uniqueItems: true}",
                        "/uniqueItems: was false, is true"),
                arguments("{type: object}", "{type: object, minProperties: 1}", "/minProperties: was not set, is 1"),
                arguments(
                        "{type: object, minProperties: 1}",
                        "{type: object, minProperties: 2}",
                        "/minProperties: was 1, is 2"),
                arguments("{type: object}", "{type: object, maxProperties: 9}", "/maxProperties: was not set, is 9"),
                arguments(
                        "{type: object, maxProperties: 9}",
                        "{type: object, maxProperties: 8}",
                        "/maxProperties: was 9, is 8"),
                arguments("{type: string, enum: [a, b]}", "{type: string, enum: [b]}", "/enum: was a, b, is b"),
                arguments("{type: string}", "{type: string, enum: [a]}", "/enum: was not set, is a"),
                arguments("{type: string, nullable: true}", "{type: string}", "/nullable: was true, is false"),
                arguments(
                        "{type: string}", "{type: string, not: {maxLength: 2}}", "/not: was not set, is {maxLength=2}"),
                arguments(
                        "{properties: {a: {}}}",
                        "{properties: {a: {}}, required: [a]}",
                        "/properties/a: property is required now"),
                arguments(
                        "{type: object}",
                        "{type: object, additionalProperties: false}",
                        "/additionalProperties: properties that are not described are refused now"),
                arguments(
                        "{type: object, additionalProperties: {type: string}}",
                        "{type: object, additionalProperties: {type: string, maxLength: 9}}",
                        "/additionalProperties/maxLength: was not set, is 9"),
                arguments(
                        "{type: array, items: {type: string}}",
                        "{type: array, items: {type: string, maxLength: 9}}",
                        "/items/maxLength: was not set, is 9"),
                arguments(
                        "{properties: {a: {properties: {b: {type: string}}}}}",
                        "{properties: {a: {properties: {b: {type: string, minLength: 1}}}}}",
                        "/properties/a/properties/b/minLength: was not set, is 1"),
                arguments(
                        "{oneOf: [{$ref: '#/components/schemas/Word'}, {$ref: '#/components/schemas/Number'}]}",
                        "{oneOf: [{$ref: '#/components/schemas/Number'}]}",
                        "/oneOf: /components/schemas/Word removed"),
                arguments("{}", "{anyOf: [{$ref: '#/components/schemas/Word'}]}", "/anyOf: anyOf added"),
                arguments(
                        "{allOf: [{type: string}, {maxLength: 9}]}",
                        "{allOf: [{type: string}, {maxLength: 8}]}",
                        "/allOf/1/maxLength: was 9, is 8"),
                arguments(
                        "{allOf: [{properties: {a: {maxLength: 9}}}], properties: {a: {minLength: 1}}}",
                        "{allOf: [{properties: {a: {maxLength: 8}}}], properties: {a: {minLength: 1}}}",
                        "/allOf/0/properties/a/maxLength: was 9, is 8"),
                arguments(
                        "{properties: {next: {$ref: '#/components/schemas/Thing'}, a: {type: string}}}",
                        "{properties: {next: {$ref: '#/components/schemas/Thing'}, a: {type: string, maxLength: 9}}}",
                        "/properties/a/maxLength: was not set, is 9"));
    }
}
