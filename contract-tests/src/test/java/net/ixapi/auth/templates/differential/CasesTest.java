package net.ixapi.auth.templates.differential;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import net.ixapi.auth.openapi.document.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each constraint at each place has a case, or it is noticed that it has none. */
class CasesTest {
    private static final String CONSTRAINTS = """
            { "text": {"type": "string", "minLength": 2, "maxLength": 3, "pattern": "^a"},
              "day": {"type": "string", "format": "date"},
              "choice": {"type": "string", "enum": ["one"]},
              "number": {"type": "integer", "minimum": 1, "exclusiveMinimum": true, "maximum": 9, "exclusiveMaximum": true,
                "multipleOf": 3},
              "list": {"type": "array", "minItems": 1, "maxItems": 2, "uniqueItems": true, "items": {"type": "string"}},
              "map": {"type": "object", "minProperties": 1, "maxProperties": 2, "additionalProperties": {"type": "string"}},
              "closed": {"type": "object", "additionalProperties": false, "required": ["a"],
                "properties": {"a": {"type": "string"}}} }""";

    private Path document;

    @BeforeEach
    void createFolder(@TempDir Path folder) {
        document = folder.resolve("document.json");
    }

    private Shape shape(String schema) throws Exception {
        Files.writeString(document, "{\"openapi\": \"3.0.3\", \"schema\": " + schema + "}");
        Document read = Document.read(document, "document.json");
        return Shape.of(read, read.root().property("schema"));
    }

    private static String properties() {
        return "{\"type\": \"object\", \"properties\": " + CONSTRAINTS + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s",
                "{\"type\": \"array\", \"items\": %s}",
                "{\"type\": \"object\", \"additionalProperties\": %s}",
                "{\"allOf\": [{\"type\": \"object\"}, %s]}",
                "{\"type\": \"object\", \"properties\": {\"a\": {\"type\": \"object\", \"properties\": {\"b\": {\"type\": \"array\","
                        + " \"items\": {\"type\": \"object\", \"properties\": {\"c\": {\"type\": \"array\", \"items\": {\"type\":"
                        + " \"object\", \"properties\": {\"d\": %s}}}}}}}}}}"
            })
    void eachConstraintAtEachPlaceHasACase(String around) throws Exception {
        Shape shape = shape(around.formatted(properties()));
        Cases cases = Cases.of(shape, Samples.of(shape, true), "", "");
        assertThat(cases.without()).isEmpty();
        assertThat(cases.list().stream().map(Case::name)).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "day", "choice", "number", "list", "map", "closed"})
    void aPlaceWithoutACaseIsFound(String property) throws Exception {
        Shape shape = shape(properties());
        JsonNode lacking = ((ObjectNode) Samples.of(shape, true)).without(property);
        assertThat(Cases.of(shape, lacking, "", "").without())
                .contains("/schema/properties/" + property + "/type")
                .allMatch(place -> place.startsWith("/schema/properties/" + property));
    }

    @Test
    void whatNoRequestCanBreakHasAReason() throws Exception {
        Shape shape = shape("{\"type\": \"string\", \"minLength\": 1, \"maxLength\": 1000000000}");
        Cases cases = Cases.of(shape, Samples.of(shape, true), "id", "path");
        assertThat(cases.without()).isEmpty();
        assertThat(cases.reasons())
                .containsExactly(
                        "a parameter is text, and one text is a list of one",
                        "an empty part of a path is another path",
                        "a longer text is too long to be sent");
    }
}
