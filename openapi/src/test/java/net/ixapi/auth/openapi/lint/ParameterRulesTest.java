package net.ixapi.auth.openapi.lint;

import static net.ixapi.auth.openapi.lint.Sample.assertFinding;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterRulesTest {
    private static final Sample GOOD = Sample.of("supported.yaml");

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
}
