package net.ixapi.auth.openapi.lint;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SupportedRulesTest {
    private static final Sample GOOD = Sample.of("supported.yaml");

    private static final String KINDS =
            "oneOf: [{$ref: '#/components/schemas/Thing'}], discriminator: {propertyName: kind}";

    @Test
    void goodDocumentHasNoFindings() {
        assertThat(GOOD.findings(RuleGroup.SUPPORTED)).isEmpty();
    }

    @Test
    void versionIsSupported() {
        assertFinding(
                GOOD.with("openapi: 3.0.3", "openapi: 3.1.0"),
                "supported.yaml:1 at /openapi: version 3.1.0 is not supported: use OpenAPI 3.0.x");
    }

    @Test
    void versionIsThere() {
        assertFinding(
                GOOD.with("openapi: 3.0.3", "swagger: '2.0'"),
                "supported.yaml:1: is not an OpenAPI 3.0 document: it has no property openapi");
    }

    @Test
    void referencesLeadSomewhere() {
        assertFinding(
                GOOD.with("/properties/whole'", "/properties/half'"),
                "supported.yaml:71 at /components/schemas/Thing/properties/example/$ref: "
                        + "leads nowhere: #/components/schemas/Thing/properties/half");
    }

    @Test
    void referencesDoNotLeadInACircle() {
        assertFinding(
                GOOD.with("/properties/whole'", "/properties/example'"),
                "supported.yaml:71 at /components/schemas/Thing/properties/example/$ref: "
                        + "leads nowhere: #/components/schemas/Thing/properties/example");
    }

    @Test
    void referencesDoNotLeadOut() {
        assertFinding(
                GOOD.with("'#/components/schemas/Thing/properties/whole'", "'other.yaml#/Thing'"),
                "supported.yaml:71 at /components/schemas/Thing/properties/example/$ref: "
                        + "leads out of the document, which is not supported: other.yaml#/Thing");
    }

    @Test
    void operationsHaveAnId() {
        assertFinding(
                GOOD.without("      operationId: listThings\n"),
                "supported.yaml:7 at /paths/~1things/get: has no operationId");
    }

    @Test
    void operationIdsAreUnique() {
        assertFinding(
                GOOD.with("operationId: changeThing", "operationId: listThings"),
                "supported.yaml:44 at /paths/~1things~1{id}/patch: has the same operationId as /paths/~1things/get");
    }

    @Test
    void operationsAreUnique() {
        assertFinding(
                GOOD.with("components:\n", """
                          /things/{key}/:
                            parameters:
                              - {name: key, in: path, required: true, schema: {type: string}}
                            get:
                              operationId: readAgain
                              responses: {'204': {description: Nothing.}}
                        components:
                        """),
                "supported.yaml:57 at /paths/~1things~1{key}~1/get: "
                        + "has the same method and path as /paths/~1things~1{id}/get");
    }

    @Test
    void operationsCanSucceed() {
        assertFinding(
                GOOD.with("default:\n          description", "'404':\n          description"),
                "supported.yaml:44 at /paths/~1things~1{id}/patch: has neither a 2xx nor a default response");
    }

    @Test
    void successesHaveOneSchema() {
        assertFinding(
                GOOD.with(
                        "utf-8:\n              schema:\n                $ref: '#/components/schemas/Thing'",
                        "utf-8: {}"),
                "supported.yaml:21 at /paths/~1things/get/responses: "
                        + "2xx responses with different schemas are not supported by the templates");
    }

    @Test
    void requestBodiesAreJson() {
        assertFinding(
                GOOD.with("application/merge-patch+json", "multipart/form-data"),
                "supported.yaml:48 at /paths/~1things~1{id}/patch/requestBody/content/multipart~1form-data: "
                        + "multipart/form-data bodies are not supported by the templates: use JSON");
    }

    @Test
    void responsesAreJson() {
        assertFinding(
                GOOD.with("application/json; charset=utf-8", "text/plain"),
                "supported.yaml:31 at /paths/~1things/get/responses/202/content/text~1plain: "
                        + "text/plain bodies are not supported by the templates: use JSON");
    }

    @Test
    void parametersAreInAKnownPlace() {
        assertFinding(
                GOOD.with("name: limit\n          in: query", "name: limit\n          in: body"),
                "supported.yaml:10 at /paths/~1things/get/parameters/0: is in none of path, query, header and cookie");
    }

    @Test
    void parametersHaveNoContent() {
        assertFinding(
                GOOD.with(
                        "          schema:\n            type: integer",
                        "          content:\n            application/json: {}"),
                "supported.yaml:10 at /paths/~1things/get/parameters/0: "
                        + "content of a parameter is not supported by the templates: use a schema");
    }

    @Test
    void parametersHaveASchema() {
        assertFinding(
                GOOD.without("          schema:\n            type: integer\n"),
                "supported.yaml:10 at /paths/~1things/get/parameters/0: has no schema");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipeDelimited", "spaceDelimited", "deepObject", "label", "matrix", "fancy"})
    void parametersHaveAPlainStyle(String style) {
        assertFinding(
                GOOD.with("style: form", "style: " + style),
                "supported.yaml:16 at /paths/~1things/get/parameters/1/style: " + "style " + style
                        + " is not supported by the templates: use form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"label", "matrix"})
    void pathParametersHaveAPlainStyle(String style) {
        assertFinding(
                GOOD.with("      in: path\n", "      in: path\n      style: " + style + "\n"),
                "supported.yaml:59 at /components/parameters/Thing id/style: " + "style " + style
                        + " is not supported by the templates: use simple");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/things/{key}.json", "/things/a-{key}", "/things/{key}/"})
    void routesOverlap(String path) {
        assertThat(withPath(path).findings(RuleGroup.SUPPORTED))
                .singleElement(as(STRING))
                .startsWith("supported.yaml:57 at /paths/" + path.replace("/", "~1") + "/get: ")
                .contains(" /paths/~1things~1{id}/get");
    }

    @Test
    void overlappingRouteIsExplained() {
        assertFinding(
                withPath("/things/{key}.json"),
                "supported.yaml:57 at /paths/~1things~1{key}.json/get: cannot be told from /paths/~1things~1{id}/get "
                        + "by the server: use a segment of its own for what differs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/things/{key}/json", "/other/{key}.json", "/{key}"})
    void routesDoNotOverlap(String path) {
        assertThat(withPath(path).findings(RuleGroup.SUPPORTED)).isEmpty();
    }

    private static Sample withPath(String path) {
        return GOOD.with("components:\n", """
                  %s:
                    parameters:
                      - {name: key, in: path, required: true, schema: {type: string}}
                    get:
                      operationId: readOther
                      responses: {'204': {description: Nothing.}}
                components:
                """.formatted(path));
    }

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
                        + "makes the schema a part of itself: remove that reference");
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

    @Test
    void parametersAreNoObjects() {
        assertFinding(
                GOOD.with("            type: integer", "            $ref: '#/components/schemas/Thing'"),
                "supported.yaml:12 at /paths/~1things/get/parameters/0/schema: "
                        + "objects as parameters are not supported by the templates");
    }

    @Test
    void parametersAreNoListsOfObjects() {
        assertFinding(
                GOOD.with(
                        "            items:\n              type: string",
                        "            items:\n              type: object"),
                "supported.yaml:17 at /paths/~1things/get/parameters/1/schema: "
                        + "objects as parameters are not supported by the templates");
    }

    @Test
    void requiredBodiesAreNotNullable() {
        String body = "      requestBody:\n";
        Sample nullable = GOOD.with("    Thing:\n", "    Thing:\n      nullable: true\n");
        assertThat(nullable.findings(RuleGroup.SUPPORTED)).isEmpty();
        assertFinding(
                nullable.with(body, body + "        required: true\n"),
                "supported.yaml:50 at /paths/~1things~1{id}/patch/requestBody/content/application~1merge-patch+json/schema: "
                        + "a required body that may be null is not supported by the templates: leave nullable or required out");
    }

    @Test
    void cookiesHoldNoLists() {
        assertFinding(
                GOOD.with("          in: query\n          style: form", "          in: cookie\n          style: form"),
                "supported.yaml:17 at /paths/~1things/get/parameters/1/schema: "
                        + "a list in a cookie is not supported by the templates: use a query parameter or a header");
    }

    @Test
    void pathParametersAreDescribed() {
        assertFinding(
                GOOD.with("  /things:", "  /{owner}/things:")
                        .with("#/paths/~1things/get/responses/200", "#/paths/~1%7Bowner%7D~1things/get/responses/200"),
                "supported.yaml:7 at /paths/~1{owner}~1things/get: has no path parameter owner");
    }

    @Test
    void pathParametersAreInThePath() {
        assertFinding(
                GOOD.with(
                        "name: limit\n          in: query",
                        "name: limit\n          required: true\n          in: path"),
                "supported.yaml:10 at /paths/~1things/get/parameters/0: is not in the path /things");
    }

    @Test
    void pathParametersAreRequired() {
        assertFinding(
                GOOD.without("      required: true\n"),
                "supported.yaml:56 at /components/parameters/Thing id: "
                        + "is a path parameter: it must have required: true");
    }

    private static void assertFinding(Sample broken, String finding) {
        assertThat(broken.findings(RuleGroup.SUPPORTED)).containsExactly(finding);
    }
}
