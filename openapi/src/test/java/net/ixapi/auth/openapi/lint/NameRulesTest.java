package net.ixapi.auth.openapi.lint;

import static net.ixapi.auth.openapi.lint.Sample.assertFinding;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names that would become Java which does not compile, or one name of two. */
class NameRulesTest {
    private static final Sample GOOD = Sample.of("supported.yaml");
    private static final String TAKEN = "is the name of another member of the generated code: rename it";

    @ParameterizedTest
    @CsvSource({"a, A", "a-b, a_b", "foo_bar, fooBar", "a b, a.b"})
    void propertiesHaveDistinctNames(String first, String second) {
        assertFinding(
                GOOD.withProperties("'" + first + "': {type: string}, '" + second + "': {type: string}"),
                "supported.yaml:67 at /components/schemas/Thing/properties/" + second
                        + ": has the same name in Java as /components/schemas/Thing/properties/" + first
                        + ": rename one of them");
    }

    @Test
    void propertiesHaveDistinctNamesInAllParts() {
        assertFinding(
                withSchema(
                        "Part: {allOf: [{$ref: '#/components/schemas/Thing'}, {properties: {Whole: {type: string}}}]}"),
                "supported.yaml:63 at /components/schemas/Part/allOf/1/properties/Whole: "
                        + "has the same name in Java as /components/schemas/Thing/properties/whole: rename one of them");
    }

    @ParameterizedTest
    @CsvSource({"ab, aB", "type, '@type'", "a, b"})
    void propertiesWithDistinctNames(String first, String second) {
        assertSupported(GOOD.withProperties("'" + first + "': {type: string}, '" + second + "': {type: string}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"equals", "additionalProperties", "additional_properties"})
    void propertiesHaveNoNameOfTheModels(String name) {
        assertFinding(
                GOOD.withProperties(name + ": {}"),
                "supported.yaml:67 at /components/schemas/Thing/properties/" + name
                        + ": has the name of a member of every generated model: rename it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{type: string, enum: [a]}", "{type: array, items: {type: string, enum: [a]}}"})
    void listedPropertiesBeginWithALetter(String schema) {
        assertFinding(
                GOOD.withProperties("1st: " + schema),
                "supported.yaml:67 at /components/schemas/Thing/properties/1st: has a name that begins with a digit, which a"
                        + " Java type for its enum cannot have: move the enum to a schema under components");
        assertSupported(GOOD.withProperties("1st: {type: string}"));
        assertSupported(GOOD.withProperties("first: " + schema));
    }

    @Test
    void propertiesHaveAName() {
        assertFinding(
                GOOD.withProperties("'': {type: string}"),
                "supported.yaml:67 at /components/schemas/Thing/properties/: "
                        + "has no letter a to z or digit in its name: Java needs one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"thing", "THING", "Th_ing"})
    void schemasHaveDistinctNames(String name) {
        assertFinding(
                withSchema(name + ": {type: object}"),
                "supported.yaml:64 at /components/schemas/Thing: " + "has the same name in Java as /components/schemas/"
                        + name + ": rename one of them");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Size", "size", "Map", "JsonProperty", "Nullable", "String"})
    void schemasHaveNoNameThatGeneratedCodeUses(String name) {
        assertFinding(
                withSchema(name + ": {type: object}"),
                "supported.yaml:63 at /components/schemas/" + name
                        + ": has the name of a Java type that the generated code uses: rename it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"List", "Object", "URI", "File", "Error"})
    void schemasMayHaveNamesThatTheGeneratorRenames(String name) {
        assertSupported(withSchema(name + ": {type: object}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"get_class", "notify", "toString", "base_path", "readThingWithResponse"})
    void operationsHaveNoNameOfAnotherMember(String id) {
        assertFinding(
                GOOD.with("operationId: changeThing", "operationId: " + id),
                "supported.yaml:45 at /paths/~1things~1{id}/patch/operationId: " + TAKEN);
    }

    @Test
    void operationsHaveANameForJava() {
        assertFinding(
                GOOD.with("operationId: changeThing", "operationId: 名前"),
                "supported.yaml:45 at /paths/~1things~1{id}/patch/operationId: "
                        + "has no letter a to z or digit in its name: Java needs one");
    }

    @Test
    void pathsAreNotEncoded() {
        assertFinding(
                GOOD.with("  /things/{id}:", "  /things%20/{id}:"),
                "supported.yaml:36 at /paths/~1things%20~1{id}: "
                        + "percent-encoding in a path is not supported by the server: use characters that need none");
    }

    @Test
    void tagsHaveDistinctNames() {
        assertFinding(
                GOOD.with("operationId: listThings", "operationId: listThings\n      tags: [some-things, other]")
                        .with("operationId: changeThing", "operationId: changeThing\n      tags: [Some things]"),
                "supported.yaml:47 at /paths/~1things~1{id}/patch/tags/0: "
                        + "has the same name in Java as /paths/~1things/get/tags/0: rename one of them");
    }

    @Test
    void onlyTheFirstTagCounts() {
        assertSupported(GOOD.with("operationId: listThings", "operationId: listThings\n      tags: [first, second]")
                .with("operationId: changeThing", "operationId: changeThing\n      tags: [second, First]"));
    }

    private static Sample withSchema(String schema) {
        return GOOD.with("    Thing:\n", "    " + schema + "\n    Thing:\n");
    }

    private static void assertSupported(Sample sample) {
        assertThat(sample.findings(RuleGroup.SUPPORTED)).isEmpty();
    }
}
