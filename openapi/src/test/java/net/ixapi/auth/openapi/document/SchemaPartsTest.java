package net.ixapi.auth.openapi.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaPartsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "A: {allOf: [{$ref: '#/A'}]}",
                "A: {anyOf: [{$ref: '#/A'}]}",
                "A: {oneOf: [{type: string}, {$ref: '#/A'}]}",
                "A: {not: {$ref: '#/A'}}",
                "A: {allOf: [{not: {$ref: '#/A'}}]}",
                "A: {allOf: [{$ref: '#/B'}]}\nB: {oneOf: [{$ref: '#/C'}]}\nC: {$ref: '#/A'}",
                "A: {discriminator: {propertyName: a}, allOf: [{$ref: '#/A'}]}",
                "A: {discriminator: {propertyName: a}, oneOf: [{$ref: '#/A'}]}",
                "A: {discriminator: {propertyName: a}, oneOf: [{$ref: '#/B'}]}\n"
                        + "B: {discriminator: {propertyName: a}, anyOf: [{$ref: '#/A'}]}"
            })
    void keywordLeadsBackToItsSchema(String document) {
        assertThat(leadsBack(document)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "A: {properties: {a: {$ref: '#/A'}}}",
                "A: {items: {$ref: '#/A'}, allOf: [{minItems: 1}]}",
                "A: {additionalProperties: {oneOf: [{$ref: '#/A'}, {type: string}]}}",
                "A: {allOf: [{$ref: '#/B'}, {$ref: '#/B'}]}\nB: {type: string}",
                "A: {allOf: [{$ref: '#/B'}]}\nB: {properties: {b: {$ref: '#/A'}}}",
                "A: {not: {properties: {a: {$ref: '#/A'}}}}",
                "A: {oneOf: [{$ref: '#/nowhere'}]}",
                "A: {discriminator: {propertyName: a}, oneOf: [{$ref: '#/B'}]}\nB: {allOf: [{$ref: '#/A'}]}"
            })
    void keywordOfAPartOrOfAKindDoesNot(String document) {
        assertThat(leadsBack(document)).isFalse();
    }

    private static boolean leadsBack(String document) {
        return SchemaParts.combinations(Document.parse(document, "a.yaml").root())
                .anyMatch(SchemaParts::leadsBack);
    }
}
