package net.ixapi.auth.openapi.lint;

import static net.ixapi.auth.openapi.lint.Sample.assertFinding;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values and bounds that would become Java which does not compile, or which says something else than the document. */
class ValueRulesTest {
    private static final Sample GOOD = Sample.of("supported.yaml");
    private static final String ADDED = "supported.yaml:67 at /components/schemas/Thing/properties/added";
    private static final String DEFAULT = "such a default is not supported by the templates: "
            + "leave it out, and say in the description what a missing value means";
    private static final String ENUM = "enum is supported by the templates for strings and integers only: "
            + "leave it out, and say in the description which values there are";

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
                "type: integer, minimum: 1, exclusiveMinimum: true",
                "type: integer, minimum: 1.0"
            })
    void numbersThatFit(String schema) {
        assertSupported(withProperty(schema));
    }

    @Test
    void lengthsFit() {
        assertFinding(
                withProperty("type: string, maxLength: 10000000000"),
                ADDED + "/maxLength: 10000000000 does not fit int32: leave it out");
    }

    @ParameterizedTest
    @CsvSource({"date, 2026-01-01", "uuid, a"})
    void typedFormatsHaveNoEnum(String format, String value) {
        assertFinding(
                withProperty("type: string, format: " + format + ", enum: [" + value + "]"),
                ADDED + "/enum: enum is not supported by the templates for format " + format
                        + ": leave one of the two out");
    }

    @ParameterizedTest
    @CsvSource({"binary, use format: byte", "decimal, leave it out", "time-local, leave it out"})
    void formatsAreOfText(String format, String instead) {
        assertFinding(
                withProperty("type: string, format: " + format),
                ADDED + "/format: format " + format + " is not supported by the templates: " + instead);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-2", "x", "'5'", "null", "[1]"})
    void factorsArePositiveNumbers(String factor) {
        assertFinding(
                withProperty("type: integer, example: 4, multipleOf: " + factor),
                ADDED + "/multipleOf: must be a number greater than 0");
    }

    /** Whoever does not ask the linter first gets no exception either. */
    @Test
    void aFactorOfZeroRulesNothingOut() {
        assertThat(withProperty("type: integer, example: 4, multipleOf: 0").findings(RuleGroup.HOUSE))
                .noneMatch(finding -> finding.contains("added/multipleOf") || finding.contains("added/example"));
    }

    @ParameterizedTest
    @CsvSource({"(, Unclosed group", "'[a', Unclosed character class", "'a{2,1}', Illegal repetition range"})
    void patternsAreThoseOfJava(String pattern, String reason) {
        assertFinding(
                withProperty("type: string, pattern: '" + pattern + "'"),
                ADDED + "/pattern: is not a regular expression that Java can read: " + reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/^a$/", "/^a$/i"})
    void patternsHaveNoFlags(String pattern) {
        assertFinding(
                withProperty("type: string, pattern: '" + pattern + "'"),
                ADDED + "/pattern: the slashes belong to the pattern, and it can have no flags: leave them out");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "type: string, format: email, maxLength: 9",
                "type: string, format: uri, maxLength: 9",
                "type: string, format: uuid, pattern: '^a'",
                "type: string, pattern: '^/a/b$'",
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
        assertFinding(withProperty(schema), ADDED + "/default: " + DEFAULT);
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
        return GOOD.withProperties("added: {" + schema + "}");
    }

    private static void assertSupported(Sample sample) {
        assertThat(sample.findings(RuleGroup.SUPPORTED)).isEmpty();
    }
}
