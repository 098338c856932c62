package net.ixapi.auth.openapi.lint;

import static net.ixapi.auth.openapi.lint.Sample.assertFinding;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SupportedRulesTest {
    private static final Sample GOOD = Sample.of("supported.yaml");

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
    void requiredBodiesAreNotNullable() {
        String body = "      requestBody:\n";
        Sample nullable = GOOD.with("    Thing:\n", "    Thing:\n      nullable: true\n");
        assertThat(nullable.findings(RuleGroup.SUPPORTED)).isEmpty();
        assertFinding(
                nullable.with(body, body + "        required: true\n"),
                "supported.yaml:50 at /paths/~1things~1{id}/patch/requestBody/content/application~1merge-patch+json/schema: "
                        + "a required body that may be null is not supported by the templates: leave nullable or required out");
    }
}
