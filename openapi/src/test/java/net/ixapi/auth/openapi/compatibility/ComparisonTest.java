package net.ixapi.auth.openapi.compatibility;

import static net.ixapi.auth.openapi.compatibility.Documents.changes;
import static net.ixapi.auth.openapi.compatibility.Documents.withOperation;
import static net.ixapi.auth.openapi.compatibility.Documents.withSchema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What surrounds the schemas. Each pair is compared both ways. */
class ComparisonTest {
    private static final String GET = "get: {operationId: getThings, responses: {'200': {description: Things.}}}\n";
    private static final String PUT = """
            put:
                  operationId: putThing
                  security: []
                  parameters:
                    - {name: limit, in: query, schema: {type: integer}}
                  requestBody: {required: true, content: {application/json: {schema: {type: string}}}}
                  responses:
                    '200':
                      description: The thing.
                      headers:
                        Age: {required: true, schema: {type: integer}}
                      content:
                        application/json: {schema: {type: string}}
            """;
    private static final String PLACE = "/paths/~1things/put";

    @ParameterizedTest
    @MethodSource
    void judgesBothWays(String part, String replacement, String forwards, String backwards) {
        assertThat(PUT).containsOnlyOnce(part);
        String was = withOperation(PUT);
        String is = withOperation(PUT.replace(part, replacement));
        assertThat(changes(was, is)).containsExactly(forwards.replace("PUT", PLACE));
        assertThat(changes(is, was)).containsExactly(backwards.replace("PUT", PLACE));
    }

    /** A part of the operation, what is there instead, the change to that, and the change back. */
    static Stream<Arguments> judgesBothWays() {
        return Stream.of(
                arguments(
                        "put:\n",
                        GET + "    put:\n",
                        "compatible operation /paths/~1things/get: operation added",
                        "incompatible operation /paths/~1things/get: operation removed"),
                arguments(
                        "    responses:\n",
                        "    responses:\n        '404': {description: None.}\n",
                        "compatible response PUT/responses/404: status added",
                        "incompatible response PUT/responses/404: status removed"),
                arguments(
                        "required: true, content",
                        "content",
                        "compatible request PUT/requestBody: is no longer required",
                        "incompatible request PUT/requestBody: is required now"),
                arguments(
                        "{required: true, content: {",
                        "{required: true, content: {text/plain: {}, ",
                        "compatible request PUT/requestBody/content/text~1plain: media type added",
                        "incompatible request PUT/requestBody/content/text~1plain: media type removed"),
                arguments(
                        "content:\n            application/json:",
                        "content:\n            text/plain: {}\n            application/json:",
                        "compatible response PUT/responses/200/content/text~1plain: media type added",
                        "incompatible response PUT/responses/200/content/text~1plain: media type removed"),
                arguments(
                        "    parameters:\n",
                        "    parameters:\n        - {name: page, in: query, schema: {type: integer}}\n",
                        "compatible request PUT/parameters/0: parameter added",
                        "incompatible request PUT/parameters/page: parameter removed"),
                arguments(
                        "    parameters:\n",
                        "    parameters:\n        - {name: page, in: query, required: true, schema: {type: integer}}\n",
                        "incompatible request PUT/parameters/0: required parameter added",
                        "incompatible request PUT/parameters/page: parameter removed"),
                arguments(
                        "{name: limit, in: query, ",
                        "{name: limit, in: query, required: true, ",
                        "incompatible request PUT/parameters/0: is required now",
                        "compatible request PUT/parameters/0: is no longer required"),
                arguments(
                        "{name: limit, in: query, ",
                        "{name: limit, in: query, allowEmptyValue: true, ",
                        "compatible request PUT/parameters/0: parameter may be empty now",
                        "incompatible request PUT/parameters/0: parameter may no longer be empty"),
                arguments(
                        "{name: limit, in: query, ",
                        "{name: limit, in: query, deprecated: true, ",
                        "compatible request PUT/parameters/0: is deprecated now",
                        "compatible request PUT/parameters/0: is no longer deprecated"),
                arguments(
                        "{name: limit, in: query, ",
                        "{name: limit, in: query, style: spaceDelimited, explode: true, ",
                        "incompatible request PUT/parameters/0: parameter is written in another way: style or explode changed",
                        "incompatible request PUT/parameters/0: parameter is written in another way: style or explode changed"),
                arguments(
                        "in: query, schema: {type: integer}",
                        "in: query, schema: {type: integer, maximum: 9}",
                        "incompatible request PUT/parameters/0/schema/maximum: was not set, is 9",
                        "compatible request PUT/parameters/0/schema/maximum: was 9, is not set"),
                arguments(
                        "            Age: {required: true, schema: {type: integer}}\n",
                        "            Age: {required: true, schema: {type: integer}}\n            Via: {schema: {type: string}}\n",
                        "compatible response PUT/responses/200/headers/Via: header added",
                        "incompatible response PUT/responses/200/headers/Via: header removed"),
                arguments(
                        "{required: true, schema: {type: integer}}",
                        "{schema: {type: integer}}",
                        "incompatible response PUT/responses/200/headers/Age: is no longer required",
                        "compatible response PUT/responses/200/headers/Age: is required now"),
                arguments(
                        "{required: true, schema: {type: integer}}",
                        "{required: true, explode: true, schema: {type: integer}}",
                        "incompatible response PUT/responses/200/headers/Age: header is written in another way: style or explode changed",
                        "incompatible response PUT/responses/200/headers/Age: header is written in another way: style or explode changed"),
                arguments(
                        "{required: true, schema: {type: integer}}",
                        "{required: true, schema: {type: integer, minimum: 1}}",
                        "compatible response PUT/responses/200/headers/Age/schema/minimum: was not set, is 1",
                        "incompatible response PUT/responses/200/headers/Age/schema/minimum: was 1, is not set"),
                arguments(
                        "security: []",
                        "security: [{bearer: []}]",
                        "incompatible request PUT/security: security was none, is bearer",
                        "compatible request PUT/security: security was bearer, is none"),
                arguments(
                        "security: []",
                        "security: [{}, {bearer: []}]",
                        "compatible request PUT/security: security was none, is none or bearer",
                        "compatible request PUT/security: security was none or bearer, is none"),
                arguments(
                        "operationId: putThing",
                        "operationId: changeThing",
                        "compatible operation PUT/operationId: was putThing: generated methods get another name",
                        "compatible operation PUT/operationId: was changeThing: generated methods get another name"),
                arguments(
                        "operationId: putThing\n",
                        "operationId: putThing\n      deprecated: true\n",
                        "compatible operation PUT/deprecated: is deprecated now",
                        "compatible operation PUT/deprecated: is no longer deprecated"));
    }

    @Test
    void whatHoldsWhereNothingIsSaidMayBeWrittenDown() {
        String was = withOperation(PUT);
        String is = withOperation(PUT.replace("in: query, ", "in: query, style: form, explode: true, ")
                .replace("Age: {", "Age: {style: simple, explode: false, "));
        assertThat(changes(was, is)).isEmpty();
    }

    @Test
    void serversMayBeAddedButNotRemoved() {
        String one = withOperation(PUT);
        String two = one.replace("[{url: /api}]", "[{url: /api}, {url: /v2}]");
        assertThat(changes(one, two)).containsExactly("compatible operation /servers: server added: /v2");
        assertThat(changes(two, one)).containsExactly("incompatible operation /servers: server removed: /v2");
    }

    @Test
    void bodyMayBeAddedButNotRemoved() {
        String with = withOperation(PUT.replace("required: true, content", "content"));
        String without = withOperation(PUT.replaceFirst("(?m)^ *requestBody.*\n", ""));
        String place = " request " + PLACE + "/requestBody/content/application~1json: media type ";
        assertThat(changes(without, with)).containsExactly("compatible" + place + "added");
        assertThat(changes(with, without)).containsExactly("incompatible" + place + "removed");
    }

    @Test
    void sharedParametersAreFollowed() {
        String own = withOperation(PUT);
        String shared = withOperation(PUT.replace(
                "{name: limit, in: query, schema: {type: integer}}", "{$ref: '#/components/parameters/limit'}"));
        String required = shared.replace("limit: {name: limit,", "limit: {name: limit, required: true,");
        assertThat(changes(own, shared)).isEmpty();
        assertThat(changes(own, required))
                .containsExactly("incompatible request /components/parameters/limit: is required now");
    }

    @Test
    void namesOfPathParametersAreNotSent() {
        String was = withOperation(PUT.replace("name: limit, in: query,", "name: id, in: path, required: true,"))
                .replace("/things:", "/things/{id}:");
        String is = was.replace("{id}", "{key}").replace("name: id,", "name: key,");
        assertThat(changes(was, is)).isEmpty();
        String narrowed =
                is.replace("in: path, required: true, schema: {", "in: path, required: true, schema: {minimum: 1, ");
        assertThat(changes(was, narrowed))
                .containsExactly(
                        "incompatible request /paths/~1things~1{key}/put/parameters/0/schema/minimum: was not set, is 1");
    }

    @Test
    void changesToSchemasAreThoseOfEachDirection() {
        assertThat(changes(withSchema("{type: string}"), withSchema("{type: integer}")))
                .containsExactly(
                        "incompatible request /components/schemas/Thing/type: was string, is integer",
                        "incompatible response /components/schemas/Thing/type: was string, is integer");
    }

    @Test
    void namesOfSchemasAreNotSent() {
        String was = withSchema("{type: string}");
        assertThat(changes(was, was.replace("/Thing'", "/Object'").replace("    Thing:", "    Object:")))
                .isEmpty();
    }
}
