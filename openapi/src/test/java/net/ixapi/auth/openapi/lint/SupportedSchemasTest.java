package net.ixapi.auth.openapi.lint;

import static net.ixapi.auth.openapi.lint.Sample.assertFinding;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a schema may say so that the templates can serve it. */
class SupportedSchemasTest {
    private static final Sample GOOD = Sample.of("supported.yaml");

    private static final String KINDS =
            "oneOf: [{$ref: '#/components/schemas/Thing'}], discriminator: {propertyName: kind}";

    @Test
    void schemasSayWhatIsAllowed() {
        assertFinding(
                withProperty("not: {type: string}"),
                "supported.yaml:68 at /components/schemas/Thing/properties/added/not: "
                        + "not is not supported by the templates: describe what is allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"oneOf", "anyOf"})
    void alternativesHaveADiscriminator(String keyword) {
        assertFinding(
                withProperty(keyword + ": [{type: string}, {type: integer}]"),
                "supported.yaml:68 at /components/schemas/Thing/properties/added/" + keyword + ": " + keyword
                        + " without a discriminator is not supported by the templates: add one, or use a single schema");
    }

    @Test
    void alternativesWithADiscriminatorAreSupported() {
        assertThat(withProperty(KINDS).findings(RuleGroup.SUPPORTED)).isEmpty();
    }

    @Test
    void schemasAreNotPartsOfThemselves() {
        assertFinding(
                GOOD.with(
                        "    Thing:\n",
                        "    Part: {allOf: [{$ref: '#/components/schemas/Thing'}]}\n"
                                + "    Thing:\n      allOf: [{$ref: '#/components/schemas/Thing'}]\n"),
                "supported.yaml:65 at /components/schemas/Thing/allOf: "
                        + "leads back to the schema itself: remove that reference");
    }

    /** The search for the schema of a value would have no end. */
    @Test
    void schemasAreNotTheirOwnAlternatives() {
        String choice = "{oneOf: [{$ref: '#/components/schemas/%s'}], discriminator: {propertyName: kind}}\n";
        assertFinding(
                GOOD.with(
                        "    Thing:\n",
                        "    One: " + choice.formatted("Two") + "    Two: " + choice.formatted("Three") + "    Three: "
                                + choice.formatted("Two") + "    Thing:\n"),
                "supported.yaml:64 at /components/schemas/Two/oneOf: "
                        + "leads back to the schema itself: remove that reference",
                "supported.yaml:65 at /components/schemas/Three/oneOf: "
                        + "leads back to the schema itself: remove that reference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"properties: {}", "items: {}", "additionalProperties: {}", "minLength: 1", "multipleOf: 2"})
    void valuesHaveAType(String keyword) {
        String name = keyword.substring(0, keyword.indexOf(':'));
        assertFinding(
                withProperty(keyword),
                "supported.yaml:68 at /components/schemas/Thing/properties/added/" + name + ": " + name
                        + " without a type is not supported by the templates: add the type");
    }

    @Test
    void anotherPartMayHaveTheType() {
        assertThat(withProperty("allOf: [{type: string}, {minLength: 1}]").findings(RuleGroup.SUPPORTED))
                .isEmpty();
    }

    @Test
    void partsHaveNoPartsOfTheirOwn() {
        assertFinding(
                withProperty("allOf: [{allOf: [{$ref: '#/components/schemas/Thing'}]}]"),
                "supported.yaml:68 at /components/schemas/Thing/properties/added/allOf/0/allOf: "
                        + "an allOf in an allOf is not supported by the templates: put its parts in the outer one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"type: object, properties: {}, %s", "allOf: [], %s"})
    void alternativesAreAllThatASchemaSays(String schema) {
        assertFinding(
                withProperty(schema.formatted(KINDS)),
                "supported.yaml:68 at /components/schemas/Thing/properties/added/oneOf: oneOf beside other properties is not"
                        + " supported by the templates: put them in each of its schemas");
    }

    @Test
    void alternativesAreNoParts() {
        assertFinding(
                withProperty("allOf: [{" + KINDS + "}]"),
                "supported.yaml:68 at /components/schemas/Thing/properties/added/allOf/0/oneOf: oneOf beside other"
                        + " properties is not supported by the templates: put them in each of its schemas");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{$ref: '#/components/schemas/Choice'}] | false",
                "[{$ref: '#/components/schemas/Choice'}, {$ref: '#/components/schemas/Thing'}] | true"
            })
    void alternativesArePartsAloneOnly(String allOf, boolean isRefused) {
        List<String> findings = withProperty("allOf: " + allOf)
                .with("    Thing:\n", "    Choice: {" + KINDS + "}\n    Thing:\n")
                .findings(RuleGroup.SUPPORTED);
        assertThat(findings)
                .isEqualTo(
                        isRefused
                                ? List.of(
                                        "supported.yaml:69 at /components/schemas/Thing/properties/added/allOf: a oneOf or"
                                                + " anyOf in an allOf is not supported by the templates: put the other parts in each"
                                                + " of its schemas")
                                : List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type: object, properties: {n: {type: string}}, additionalProperties: {type: string}",
                "type: object, properties: {n: {type: string}}, additionalProperties: true",
                "type: array, items: {type: array, items: {type: object, properties: {n: {type: string}}}}"
            })
    void objectsInObjectsInAnAllOfArePlain(String inner) {
        assertThat(inAllOf(inner))
                .singleElement(as(STRING))
                .matches("supported.yaml:63 at /components/schemas/Whole/allOf/0"
                        + "/properties/outer/properties/inner(/items/items)?/properties: such an object inside another one in an allOf"
                        + " is not supported by the templates: move it to components/schemas, and refer to it");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type: object, properties: {n: {type: string}}, additionalProperties: false",
                "type: array, items: {type: object, properties: {n: {type: string}}}",
                "type: object, additionalProperties: {type: object, properties: {n: {type: string}}}",
                "$ref: '#/components/schemas/Thing'"
            })
    void plainObjectsInObjectsInAnAllOfAreSupported(String inner) {
        assertThat(inAllOf(inner)).isEmpty();
    }

    private static List<String> inAllOf(String inner) {
        String outer = "outer: {type: object, properties: {inner: {" + inner + "}}}";
        return GOOD.with(
                        "    Thing:\n",
                        "    Whole: {allOf: [{type: object, properties: {" + outer + "}}]}\n    Thing:\n")
                .findings(RuleGroup.SUPPORTED);
    }

    @Test
    void requiredObjectsAreNotReadOnlyThemselves() {
        String object = "{type: object, readOnly: true, properties: {n: {type: string}}}";
        assertFinding(
                withProperty("type: object, required: [inner], properties: {inner: " + object + "}"),
                "supported.yaml:68 at /components/schemas/Thing/properties/added/properties/inner: readOnly of an object is not"
                        + " supported by the templates where it is required: give it an allOf with $ref to the object, and put"
                        + " readOnly beside that");
        assertThat(withProperty("type: object, properties: {inner: " + object + "}")
                        .findings(RuleGroup.SUPPORTED))
                .isEmpty();
    }

    @Test
    void kindsThatStandAloneListTheirValue() {
        String kind = "    Kind: {type: object, properties: {kind: {type: string%s}}}\n    Thing:\n";
        Sample alone = withProperty("type: object, properties: {one: {" + KINDS.replace("Thing", "Kind")
                + "}, alone: {$ref: '#/components/schemas/Kind'}}");
        assertFinding(
                alone.with("    Thing:\n", kind.formatted("")),
                "supported.yaml:63 at /components/schemas/Kind/properties/kind: tells a schema apart that stands alone, too,"
                        + " where it may have any value: give it an enum of the values that tell the schema apart");
        assertThat(alone.with("    Thing:\n", kind.formatted(", enum: [Kind]")).findings(RuleGroup.SUPPORTED))
                .isEmpty();
    }

    private static Sample withProperty(String schema) {
        return GOOD.with("        $ref:\n          type: string\n", "        added: {" + schema + "}\n");
    }
}
