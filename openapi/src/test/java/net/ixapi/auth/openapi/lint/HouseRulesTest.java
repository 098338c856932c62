package net.ixapi.auth.openapi.lint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HouseRulesTest {
    private static final Sample GOOD = Sample.of("house.yaml");

    @Test
    void goodDocumentHasNoFindings() {
        assertThat(GOOD.findings(RuleGroup.HOUSE)).isEmpty();
    }

    @Test
    void operationsHaveATag() {
        assertFindings(GOOD.without("      tags: [keys]\n"), "house.yaml:9 at /paths/~1keys~1{id}/post: has no tag");
    }

    @Test
    void tagsAreDeclared() {
        assertFindings(
                GOOD.with("[keys]", "[locks]"),
                "house.yaml:10 at /paths/~1keys~1{id}/post/tags/0: "
                        + "is not declared in the tags of the document: locks");
    }

    @Test
    void operationsAreDescribed() {
        assertFindings(
                GOOD.without("      description: Makes a key.\n"),
                "house.yaml:9 at /paths/~1keys~1{id}/post: has no description");
    }

    @Test
    void parametersAreDescribed() {
        assertFindings(
                GOOD.without("          description: The id of the key.\n"),
                "house.yaml:14 at /paths/~1keys~1{id}/post/parameters/0: has no description");
    }

    @Test
    void schemasAreDescribed() {
        assertFindings(
                GOOD.without("      description: What was not found.\n"),
                "house.yaml:79 at /components/schemas/NotFoundProblem: has no description");
    }

    @Test
    void schemasOfBodiesAreDescribed() {
        assertFindings(
                GOOD.with("description: A key in a box.", "description: ''"),
                "house.yaml:40 at /components/requestBodies/Key/content/application~1merge-patch+json/schema: has no description");
    }

    @Test
    void propertiesAreDescribed() {
        assertFindings(
                GOOD.without("              description: The number of the lock.\n"),
                "house.yaml:85 at /components/schemas/NotFoundProblem/allOf/1/properties/lock: has no description");
    }

    @Test
    void optionalPropertiesAreNotNullable() {
        assertFindings(
                GOOD.with(
                        "              description: The number of the lock.\n",
                        "              nullable: true\n              description: The number of the lock.\n"),
                "house.yaml:85 at /components/schemas/NotFoundProblem/allOf/1/properties/lock: is optional and may be null,"
                        + " for which its model would need org.openapitools:jackson-databind-nullable, and so would all users of"
                        + " the client: make it required, or leave nullable out");
    }

    @Test
    void bodiesHaveAnExample() {
        assertFindings(
                GOOD.without("              example:\n                size: 3\n"),
                "house.yaml:28 at /paths/~1keys~1{id}/post/responses/201/content/application~1json: has no example");
    }

    @Test
    void emptyExamplesAreNoExample() {
        assertFindings(
                GOOD.with("              example:\n                size: 3\n", "              examples: {}\n"),
                "house.yaml:28 at /paths/~1keys~1{id}/post/responses/201/content/application~1json: has no example");
    }

    @Test
    void examplesOfBodiesFitTheirSchema() {
        assertFindings(
                GOOD.with("size: 3", "size: three"),
                "house.yaml:32 at /paths/~1keys~1{id}/post/responses/201/content/application~1json/example/size: "
                        + "does not fit its schema: string found, integer expected");
    }

    @Test
    void namedExamplesFitTheirSchema() {
        assertFindings(
                GOOD.with("          size: 1\n", "          size: 0\n"),
                "house.yaml:113 at /components/examples/SmallKey/value/key/size: "
                        + "does not fit its schema: must have a minimum value of 1");
    }

    @Test
    void namedExamplesHaveAValue() {
        assertFindings(
                GOOD.with("      value:\n        key:\n          size: 1\n", "      externalValue: key.json\n"),
                "house.yaml:109 at /components/examples/SmallKey: has no value");
    }

    @Test
    void examplesOfParametersFitTheirSchema() {
        assertFindings(
                GOOD.with("example: k1", "example: k"),
                "house.yaml:21 at /paths/~1keys~1{id}/post/parameters/0/example: "
                        + "does not fit its schema: must be at least 2 characters long");
    }

    @Test
    void examplesOfPropertiesFitTheirSchema() {
        assertFindings(
                GOOD.with("example: 2", "example: 2.5"),
                "house.yaml:69 at /components/schemas/Key/properties/size/example: "
                        + "does not fit its schema: number found, integer expected");
    }

    @Test
    void schemasOfExamplesAreComplete() {
        assertFindings(
                GOOD.with(
                        "              key:\n                $ref: '#/components/schemas/Key'",
                        "              key:\n                $ref: '#/components/schemas/Kee'"),
                "house.yaml:40 at /components/requestBodies/Key/content/application~1merge-patch+json/schema: "
                        + "cannot be used as a schema: Reference /components/schemas/Kee cannot be resolved");
    }

    @Test
    void schemasOfExamplesEnd() {
        assertFindings(
                GOOD.with(
                                "      description: A key.\n",
                                "      description: A key.\n      allOf: [{$ref: '#/components/schemas/Key'}]\n")
                        .with("example:\n                size: 3\n", "example: {}\n")
                        .without("          example: 2\n")
                        .with("        key:\n          size: 1\n", "        key: {}\n"),
                "house.yaml:29 at /paths/~1keys~1{id}/post/responses/201/content/application~1json/schema: "
                        + "cannot be used as a schema: its references lead on and on",
                "house.yaml:39 at /components/requestBodies/Key/content/application~1merge-patch+json/schema: "
                        + "cannot be used as a schema: its references lead on and on");
    }

    @Test
    void errorsAreJson() {
        assertFindings(
                GOOD.with(
                        "lock.\n      content:\n        application/json:",
                        "lock.\n      content:\n        text/json:"),
                "house.yaml:51 at /components/responses/NotFound: "
                        + "has no application/json body: errors are problem documents");
    }

    @Test
    void errorsHaveTheMembersOfAProblem() {
        assertFindings(
                GOOD.with("        detail:\n", "        details:\n"),
                "house.yaml:55 at /components/responses/NotFound/content/application~1json/schema: "
                        + "is not a problem document: it has no property detail");
    }

    @Test
    void errorsRequireAType() {
        assertFindings(
                GOOD.with("[type]", "[title]").with("type: about:blank", "title: Not Found"),
                "house.yaml:55 at /components/responses/NotFound/content/application~1json/schema: "
                        + "is not a problem document: its type is not required");
    }

    @Test
    void errorsAreObjects() {
        assertFindings(
                GOOD.with("components:\n", """
                                5XX:
                                  description: The lock is broken.
                                  content:
                                    application/json:
                                      schema: {description: What broke., type: string}
                                      example: The bolt.
                        components:
                        """),
                "house.yaml:39 at /paths/~1keys~1{id}/post/responses/5XX/content/application~1json/schema: "
                        + "is not a problem document: it is not an object");
    }

    @Test
    void secretsAreMarked() {
        assertFindings(
                GOOD.without("          x-secret: true\n"),
                "house.yaml:70 at /components/schemas/Key/properties/doorSecret: "
                        + "is named as a secret: add x-secret: true, or false if it is none");
    }

    @Test
    void componentsAreUsed() {
        assertFindings(GOOD.with("    Problem:\n", """
                            Ring:
                              description: A ring that holds rings, and a key.
                              properties:
                                rings:
                                  description: More rings.
                                  type: array
                                  items:
                                    $ref: '#/components/schemas/Ring'
                            Problem:
                        """), "house.yaml:88 at /components/schemas/Ring: is not used");
    }

    private static void assertFindings(Sample broken, String... findings) {
        assertThat(broken.findings(RuleGroup.HOUSE)).containsExactly(findings);
    }
}
