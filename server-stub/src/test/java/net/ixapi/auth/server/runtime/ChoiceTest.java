package net.ixapi.auth.server.runtime;

import static net.ixapi.auth.server.runtime.TestDocument.read;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas that a discriminator tells apart: by a oneOf, and as parts of a common schema. */
class ChoiceTest {
    private static final String ONE_OF = """
            Part: {oneOf: [{$ref: '#/components/schemas/cable'}, {$ref: '#/components/schemas/port'}],
              discriminator: {propertyName: kind}},
            cable: {type: object, required: [kind], properties: {kind: {type: string}, length: {type: integer}}},
            port: {type: object, required: [kind], properties: {kind: {type: string}, free: {type: boolean}}},
            Body: {type: object, properties: {parts: {type: array, items: {$ref: '#/components/schemas/Part'}}}}""";

    private static final String ALL_OF = """
            Part: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind,
              mapping: {cable: '#/components/schemas/Cable', port: Port}}},
            Cable: {allOf: [{$ref: '#/components/schemas/Part'}, {type: object, properties: {length: {type: integer}}}]},
            Port: {allOf: [{$ref: '#/components/schemas/Part'}, {type: object, properties: {free: {type: boolean}}}]},
            Body: {type: object, properties: {parts: {type: array, items: {$ref: '#/components/schemas/Part'}}}}""";

    @ParameterizedTest
    @ValueSource(strings = {ONE_OF, ALL_OF})
    void takeThePropertiesOfTheSchemaThatIsChosen(String schemas) {
        assertThat(read("{\"parts\": [{\"length\": 3, \"kind\": \"cable\"}, {\"kind\": \"port\"}]}", schemas)
                        .violations())
                .isEmpty();
        assertThat(read(
                                "{\"parts\": [{\"kind\": \"port\", \"free\": \"yes\", \"length\": \"any\"}, "
                                        + "{\"kind\": \"cable\", \"length\": 1.5, \"free\": \"any\"}]}",
                                schemas)
                        .violations())
                .containsExactlyInAnyOrder(
                        "parts[0].free must be a boolean", "parts[1].length must be an integer of 32 bits");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"kind\": \"pipe\"}", "{\"kind\": \"Part\"}"})
    void refuseAnotherKind(String part) {
        for (String schemas : new String[] {ONE_OF, ALL_OF}) {
            assertThat(read("{\"parts\": [" + part + ", 7]}", schemas).violations())
                    .containsExactlyInAnyOrder(
                            "parts[0].kind must be one of cable, port", "parts[1] must be an object");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"kind\": null}", "{\"kind\": 5}", "{\"kind\": {}}"})
    void refuseNoKind(String part) {
        for (String schemas : new String[] {ONE_OF, ALL_OF}) {
            assertThat(read("{\"parts\": [" + part + ", 7]}", schemas).violations())
                    .anyMatch(violation -> violation.startsWith("parts[0].kind "));
        }
    }
}
