package net.ixapi.auth.contract.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import net.ixapi.auth.openapi.document.PlainJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenApiDocumentTest {
    private static final String TYPES = "https://errors.ix-api.net/v2/";

    @TempDir
    private Path folder;

    private final OpenApiDocument contract = OpenApiDocument.ofTheContract();

    @Test
    void theOperationsOfTheContract() {
        assertThat(contract.operations())
                .extracting(Operation::label)
                .containsExactly("POST /auth/token", "POST /auth/refresh");
        Operation logIn = contract.operations().get(0);
        assertThat(logIn.id()).isEqualTo("auth_token_create");
        assertThat(logIn.source()).isEqualTo("openapi.yaml#/paths/~1auth~1token/post");
        assertThat(logIn.statuses()).containsExactly(201, 400, 401);
        assertThat(logIn.json().exists()).isTrue();
        assertThat(logIn.example().path("api_key").asText()).isEqualTo("exampleApiKey001");
        assertThat(logIn.success()).isEqualTo(201);
        assertThat(logIn.invalid()).contains(400);
        assertThat(logIn.unauthenticated()).contains(401);
        assertThat(logIn.clientErrors()).containsExactly(400, 401);
    }

    @Test
    void secretsAreWhatTheDocumentMarks() throws IOException {
        Path file = Files.writeString(folder.resolve("openapi.yaml"), """
                openapi: 3.0.3
                info: {title: Secrets, version: '1'}
                paths: {/a: {get: {responses: {'200': {description: A}}}}}
                components:
                  schemas:
                    Login:
                      properties:
                        pin: {type: string, x-secret: true}
                        public_key: {type: string, x-secret: false}
                        inner: {properties: {code: {type: string, x-secret: true}}}
                        word: {$ref: '#/components/schemas/Secret'}
                        phrase: {allOf: [{$ref: '#/components/schemas/Secret'}]}
                        codes: {$ref: '#/components/schemas/Secrets'}
                        pins: {type: object, additionalProperties: {$ref: '#/components/schemas/Secret'}}
                        closed: {type: object, additionalProperties: false}
                    Secret: {type: string, x-secret: true}
                    Secrets: {type: array, items: {$ref: '#/components/schemas/Secret'}}
                """);

        assertThat(OpenApiDocument.read(file).secrets())
                .containsExactlyInAnyOrder(
                        "pin", "code", "word", "phrase", "codes", "pins", "access_token", "refresh_token");
    }

    @Test
    void thePropertiesOfTheContract() {
        Operation logIn = contract.operations().get(0);

        assertThat(logIn.has("api_key")).isTrue();
        assertThat(logIn.has("refresh_token")).isFalse();
        assertThat(logIn.properties())
                .flatExtracting(Property::rules)
                .containsSequence(
                        "api_key required",
                        "api_key type",
                        "api_key minLength",
                        "api_key maxLength",
                        "api_secret required",
                        "api_secret type",
                        "api_secret minLength",
                        "api_secret maxLength");
    }

    @Test
    void theResponsesOfTheContract() {
        Operation refresh = contract.operations().get(1);

        assertThat(refresh.mediaTypes(201)).containsExactly("application/json");
        assertThat(refresh.mediaTypes(418)).isEmpty();
        assertThat(refresh.problemTypes(201)).isEmpty();
        assertThat(refresh.problemTypes(400)).containsExactly(TYPES + "validation-error.html");
        assertThat(refresh.problemTypes(401))
                .containsExactly(
                        TYPES + "authentication-error.html",
                        TYPES + "signature-expired.html",
                        TYPES + "not-authenticated.html");
    }

    @Test
    void aResponseIsComparedWithTheSchemaOfItsStatus() {
        Operation logIn = contract.operations().get(0);

        assertThat(contract.violations(
                        logIn.schema(201, "application/json"), "{\"access_token\":\"a\",\"refresh_token\":\"b\"}"))
                .isEmpty();
        assertThat(contract.violations(
                        logIn.schema(201, "application/json"), "{\"access_token\":1,\"refresh_token\":\"b\"}"))
                .extracting(SchemaViolation::text)
                .containsExactly(
                        "/access_token breaks 'type' of /components/schemas/AuthToken/properties/access_token/type");
        assertThat(contract.violations(
                        logIn.schema(400, "application/json"),
                        "{\"type\":\"" + TYPES + "validation-error.html\",\"properties\":[{},{},{\"name\":\"a\"}]}"))
                .extracting(SchemaViolation::property, SchemaViolation::keyword)
                .containsExactly(tuple("/properties/0/name", "required"), tuple("/properties/0/reason", "required"));
        assertThat(contract.violations(
                        logIn.schema(400, "application/json"), "{\"type\":\"" + TYPES + "not-found.html\"}"))
                .extracting(SchemaViolation::keyword)
                .containsExactly("pattern");
    }

    @Test
    void aDocumentInJsonIsAsGoodAsOneInYaml() throws IOException {
        Path json = write("{\"openapi\":\"3.0.3\",\"info\":{\"title\":\"T\",\"version\":\"1\"},"
                + "\"paths\":{\"/x\":{\"get\":{\"responses\":{\"204\":{\"description\":\"\"}}}}}}");

        OpenApiDocument document = OpenApiDocument.read(json);

        assertThat(document.title()).isEqualTo("T 1");
        assertThat(document.sha256()).hasSize(64).isNotEqualTo(contract.sha256());
        assertThat(document.operations()).singleElement().satisfies(read -> {
            assertThat(read.json().exists()).isFalse();
            assertThat(read.success()).isEqualTo(204);
            assertThat(read.invalid()).isEmpty();
            assertThat(read.unauthenticated()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text",
                "[]",
                "5",
                "openapi: 3.0.3",
                "paths: {}",
                "paths: []",
                "paths: {/x: {get: 5}}",
                "paths: {/x: 5}"
            })
    void aFileWithoutOperationsIsNoDocument(String text) throws IOException {
        Path file = write(text);

        assertThatThrownBy(() -> OpenApiDocument.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no operation in " + file + ": is it an OpenAPI document?");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | ': is empty'",
                "{ | :1:2: ",
                "a: b: c | :1:5: mapping values are not allowed here",
                "a\7b | :1:2: the character U+0007 is not allowed",
                "a: [ | :1:5: "
            })
    void aFileThatIsNeitherYamlNorJson(String text, String reason) throws IOException {
        Path file = write(text);

        assertThatThrownBy(() -> OpenApiDocument.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("There is no YAML or JSON in " + file + reason);
    }

    @Test
    void aFileThatIsNotThere() {
        assertThatThrownBy(() -> OpenApiDocument.read(folder.resolve("missing.yaml")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aReferenceToItselfIsNone() throws IOException {
        Path file = write("""
                paths:
                  /x:
                    post:
                      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
                      responses: {'200': {$ref: '#/components/responses/R'}}
                components:
                  responses: {R: {$ref: '#/components/responses/R'}}
                  schemas:
                    A: {$ref: '#/components/schemas/B'}
                    B: {$ref: '#/components/schemas/A'}
                """);

        assertThatThrownBy(() -> OpenApiDocument.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file + ":4 at /paths/~1x/post/requestBody/content/application~1json/schema/$ref: "
                        + "leads nowhere: #/components/schemas/A");
    }

    @Test
    void aReferenceToWhatIsNotThereIsNone() throws IOException {
        Path file = write("paths: {/x: {get: {responses: {'200': {$ref: '#/components/responses/Missing'}}}}}");

        assertThatThrownBy(() -> OpenApiDocument.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(file
                        + ":1 at /paths/~1x/get/responses/200/$ref: leads nowhere: #/components/responses/Missing");
    }

    @Test
    void aSchemaMayContainItself() throws IOException {
        OpenApiDocument document = OpenApiDocument.read(write("""
                paths:
                  /x:
                    post:
                      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Tree'}}}}
                      responses: {'200': {description: ''}}
                components:
                  schemas:
                    Tree:
                      type: object
                      properties:
                        left: {$ref: '#/components/schemas/Tree'}
                """));
        Operation operation = document.operations().get(0);

        assertThat(operation.properties())
                .extracting(Property::name)
                .contains("left", "left.left")
                .hasSizeLessThan(20);
        assertThat(document.violations(operation, PlainJson.read("{\"left\":{\"left\":5}}")))
                .extracting(SchemaViolation::property)
                .containsExactly("/left/left");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("document.yaml"), text);
    }
}
