package net.ixapi.auth.server.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 8259, and section 8.1 of it: JSON between systems is UTF-8. */
class BodySyntaxTest {
    private static final String PORT = "Body: {type: object, properties: {name: {type: string}}}";

    @Test
    void saysWhereTheJsonBreaksOff() {
        assertThat(TestDocument.read("{\"name\": \"a\",\n  }", PORT).violations())
                .containsExactly("body is not valid JSON at line 2, column 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"name\":",
                "{\"name\": \"a}",
                "{\"name\"}",
                "{\"name\": \"a\",}",
                "{'name': 'a'}",
                "{name: \"a\"}",
                "{\"name\": NaN}",
                "{\"name\": 01}",
                "{\"name\": +1}",
                "{\"name\": .5}",
                "{\"name\": tru}",
                "{\"name\": \"a\tb\"}",
                "{\"name\": \"\\x\"}",
                "// none\n{}",
                "/* none */ {}",
                "{} # none",
                "]",
                "\u0000",
                "{\u0000}",
                "{}\u0000",
                "{\"name\": \"a\u0000b\"}"
            })
    void refusesWhatIsNotJson(String body) {
        assertThat(TestDocument.read(body, PORT).violations())
                .singleElement()
                .asString()
                .startsWith("body is not valid JSON at line ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{} {}", "{}x", "{},", "null null", "{\"name\": \"a\"}]"})
    void refusesWhatFollowsTheJson(String body) {
        assertThat(TestDocument.read(body, PORT).violations())
                .singleElement()
                .asString()
                .startsWith("body is not valid JSON at line 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"a\", \"name\": \"b\"}",
                "{\"name\": \"a\", \"n\\u0061me\": \"a\"}",
                "{\"new\": {\"x\": 1, \"x\": 1}}",
                "{\"new\": [{\"x\": 1, \"x\": null}]}"
            })
    void refusesAPropertyThatStandsTwice(String body) {
        assertThat(TestDocument.read(body, PORT).violations())
                .singleElement()
                .asString()
                .startsWith("body is not valid JSON at line 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\": \"\u00ff\u00fe\"}",
                "{\"name\": \"\u00c0\u0080\"}", // NUL in two bytes
                "{\"name\": \"\u00ed\u00a0\u0080\"}", // a surrogate
                "{\"name\": \"\u00f5\u0090\u0080\u0080\"}", // beyond the last character
                "{\"name\": \"\u00e2\u0082\"}", // cut off
                "{\"\u00ff\": 1}",
                "\u00ff",
                "{\"name\": \"a\"}\u00c3"
            })
    void refusesWhatIsNotUtf8(String bytes) {
        assertThat(TestDocument.read(bytes.getBytes(ISO_8859_1), PORT).violations())
                .containsExactly("body is not valid UTF-8");
    }

    @Test
    void refusesOtherEncodings() {
        for (Charset charset : List.of(UTF_16LE, UTF_16BE, Charset.forName("UTF-32LE"), Charset.forName("UTF-32BE"))) {
            assertThat(TestDocument.read("{\"name\": \"a\"}".getBytes(charset), PORT))
                    .as(charset.name())
                    .extracting(
                            TestDocument.Reading::value,
                            reading -> reading.violations().size())
                    .containsExactly(null, 1);
        }
    }

    @Test
    void readsEveryCharacterThatJsonCanHold() {
        assertThat(TestDocument.read("{\"name\": \"\\u0000 \u00e4 \u20ac \ud83d\ude00 \\ud83d\\ude00 \\\" \\/\"}", PORT)
                        .value()
                        .get("name")
                        .textValue())
                .isEqualTo("\u0000 \u00e4 \u20ac \ud83d\ude00 \ud83d\ude00 \" /");
    }

    @Test
    void refusesNestingThatIsTooDeep() {
        assertThat(TestDocument.read("[".repeat(100_000), PORT).violations())
                .containsExactly("body is nested too deeply, or has a name or a number that is too long");
        assertThat(TestDocument.read("{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000), PORT)
                        .violations())
                .containsExactly("body is nested too deeply, or has a name or a number that is too long");
    }

    @Test
    void letsDeepPropertiesPassThatTheDocumentDoesNotList() {
        assertThat(TestDocument.read("{\"a\":".repeat(500) + "1" + "}".repeat(500), PORT)
                        .violations())
                .isEmpty();
    }

    @Test
    void refusesNestingThatIsTooDeepForASchemaThatContainsItself() {
        String tree = "Body: {type: object, properties: {a: {allOf: [{$ref: '#/components/schemas/Body'}]}}}";

        assertThat(TestDocument.read("{\"a\":".repeat(10) + "{}" + "}".repeat(10), tree)
                        .violations())
                .isEmpty();
        assertThat(TestDocument.read("{\"a\":".repeat(990) + "5" + "}".repeat(990), tree)
                        .violations())
                .hasSize(1);
    }
}
