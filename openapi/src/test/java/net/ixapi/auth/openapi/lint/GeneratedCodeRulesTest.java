package net.ixapi.auth.openapi.lint;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names and values that would become Java which does not compile, or which says something else than the document. */
class GeneratedCodeRulesTest {
    private static final Sample GOOD = Sample.of("supported.yaml");
    private static final String ADDED = "supported.yaml:67 at /components/schemas/Thing/properties/added";
    private static final String DEFAULT = "such a default is not supported by the templates: "
            + "leave it out, and say in the description what a missing value means";
    private static final String ENUM = "enum is supported by the templates for strings and integers only: "
            + "leave it out, and say in the description which values there are";
    private static final String TAKEN = "is the name of another member of the generated code: rename it";

    @ParameterizedTest
    @CsvSource({"a, A", "a-b, a_b", "foo_bar, fooBar", "a b, a.b"})
    void propertiesHaveDistinctNames(String first, String second) {
        assertFinding(
                with("'" + first + "': {type: string}, '" + second + "': {type: string}"),
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
        assertSupported(with("'" + first + "': {type: string}, '" + second + "': {type: string}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"equals", "additionalProperties"})
    void propertiesHaveNoNameOfTheModels(String name) {
        assertFinding(
                with(name + ": {}"),
                "supported.yaml:67 at /components/schemas/Thing/properties/" + name
                        + ": has the name of a member of every generated model: rename it");
    }

    @Test
    void propertiesHaveAName() {
        assertFinding(
                with("'': {type: string}"),
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

    @ParameterizedTest
    @CsvSource({
        "maximum, '', 10000000000, does not fit int32: add format: int64",
        "minimum, format: int32, -2147483649, does not fit int32: add format: int64",
        "maximum, format: int64, 9223372036854775808, does not fit int64: use type: number",
        "default, '', 2147483648, does not fit int32: add format: int64",
        "minimum, '', 1.5, is not an integer: use one"
    })
    void integersFit(String keyword, String format, String value, String message) {
        assertFinding(
                withProperty("type: integer, " + (format.isEmpty() ? "" : format + ", ") + keyword + ": " + value),
                ADDED + "/" + keyword + ": " + value + " " + message);
    }

    @Test
    void listedIntegersFit() {
        assertFinding(
                withProperty("type: integer, enum: [1, 2147483648]"),
                ADDED + "/enum/1: 2147483648 does not fit int32: add format: int64");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type: integer, minimum: -2147483648, maximum: 2147483647, exclusiveMaximum: false",
                "type: integer, format: int64, minimum: -9223372036854775808, maximum: 9223372036854775807",
                "type: number, maximum: 1e30, exclusiveMaximum: true",
                "type: integer, minimum: 1.0"
            })
    void numbersThatFit(String schema) {
        assertSupported(withProperty(schema));
    }

    @ParameterizedTest
    @CsvSource({"exclusiveMinimum, minimum", "exclusiveMaximum, maximum"})
    void integerBoundsAreInclusive(String keyword, String bound) {
        assertFinding(
                withProperty("type: integer, " + bound + ": 1, " + keyword + ": true"),
                ADDED + "/" + keyword + ": " + keyword
                        + " is not supported by the templates for integers: use the next integer as " + bound);
    }

    @Test
    void lengthsFit() {
        assertFinding(
                withProperty("type: string, maxLength: 10000000000"),
                ADDED + "/maxLength: 10000000000 does not fit int32: leave it out");
    }

    @ParameterizedTest
    @CsvSource({
        "uri, maxLength: 9, maxLength", "uuid, pattern: '^a', pattern", "date, minLength: 1, minLength",
        "byte, maxLength: 9, maxLength", "date, 'enum: [2026-01-01]', enum", "uuid, enum: [a], enum"
    })
    void typedFormatsHaveNoBounds(String format, String bound, String keyword) {
        assertFinding(
                withProperty("type: string, format: " + format + ", " + bound),
                ADDED + "/" + keyword + ": " + keyword + " is not supported by the templates for format " + format
                        + ": leave one of the two out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type: string, format: email, maxLength: 9",
                "type: string, enum: [a], maxLength: 9",
                "type: boolean, pattern: a",
                "type: integer, enum: [1, 2]"
            })
    void boundsThatAreSupported(String schema) {
        assertSupported(withProperty(schema));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type: number, enum: [1.5]",
                "type: boolean, enum: [true]",
                "type: object, enum: [{$ref: nowhere}]"
            })
    void enumsAreOfStringsOrIntegers(String schema) {
        assertFinding(withProperty(schema), ADDED + "/enum: " + ENUM);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type: array, items: {type: integer, format: int64}, default: [1]",
                "type: array, items: {type: string, format: date}, default: [2026-01-01]",
                "type: array, items: {type: array, items: {type: string}}, default: [[a]]",
                "type: object, additionalProperties: {type: string}, default: {a: b}",
                "type: object, properties: {a: {type: array, items: {type: string}}}, default: {a: [b]}",
                "type: string, format: byte, default: YQ=="
            })
    void defaultsAreSimple(String schema) {
        assertThat(withProperty(schema).findings(RuleGroup.SUPPORTED))
                .singleElement(as(STRING))
                .isEqualTo(ADDED + "/default: " + DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type: array, items: {type: integer, format: int64}, default: []",
                "type: array, items: {type: string, enum: [a]}, default: [a]",
                "type: array, items: {type: number}, default: [1.5]",
                "type: object, properties: {a: {type: string}}, default: {a: b}",
                "type: string, format: date, default: 2026-01-01",
                "type: integer, format: int64, default: 1"
            })
    void defaultsThatAreSupported(String schema) {
        assertSupported(withProperty(schema));
    }

    private static Sample withProperty(String schema) {
        return with("added: {" + schema + "}");
    }

    /** With properties in one line, as in a flow mapping. */
    private static Sample with(String properties) {
        return GOOD.with(
                "        whole:\n          $ref: '#/components/schemas/Thing'\n        $ref:\n          type: string\n"
                        + "        example:\n          $ref: '#/components/schemas/Thing/properties/whole'\n",
                "\n        {" + properties + "}\n");
    }

    private static Sample withSchema(String schema) {
        return GOOD.with("    Thing:\n", "    " + schema + "\n    Thing:\n");
    }

    private static void assertSupported(Sample sample) {
        assertThat(sample.findings(RuleGroup.SUPPORTED)).isEmpty();
    }

    private static void assertFinding(Sample broken, String finding) {
        assertThat(broken.findings(RuleGroup.SUPPORTED)).containsExactly(finding);
    }
}
