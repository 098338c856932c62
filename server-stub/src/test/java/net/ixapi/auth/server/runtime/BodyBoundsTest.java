package net.ixapi.auth.server.runtime;

import static net.ixapi.auth.server.runtime.TestDocument.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What clients read, for every keyword that bounds values. */
@ResourceLock(Resources.LOCALE)
class BodyBoundsTest {
    /** U+1F600 is one character, and two units of UTF-16. */
    private static final String ASTRAL = "\ud83d\ude00";

    private static final String VALUES = """
            Body: {type: object, required: [there], properties: {
              there: {type: string}, text: {type: string, maxLength: 3}, pattern: {type: string, pattern: '^a'},
              part: {type: string, pattern: b+}, mail: {type: string, format: email}, kind: {type: string, enum: [a, b]},
              min: {type: integer, minimum: 1}, max: {type: integer, maximum: 5}, step: {type: integer, multipleOf: 5},
              least: {type: number, minimum: 1.5}, above: {type: number, minimum: 1.5, exclusiveMinimum: true},
              most: {type: number, maximum: 5.5}, below: {type: number, maximum: 5.5, exclusiveMaximum: true},
              set: {type: array, uniqueItems: true, items: {type: string}}}}""";

    private static final String WRONG = """
            {"text": "canary", "pattern": "canary", "part": "canary", "mail": "canary", "kind": "canary",
             "min": -987654, "max": 987654, "step": 987654, "least": -987654, "above": -987654, "most": 987654,
             "below": 987654, "set": ["canary", "canary"]}""";

    private static final String[] REASONS = {
        "there is required",
        "text must have at most 3 characters",
        "pattern must match ^a",
        "part must match b+",
        "mail must be a valid email",
        "kind must be one of the documented values",
        "min must be at least 1",
        "max must be at most 5",
        "step must be a multiple of 5",
        "least must be at least 1.5",
        "above must be more than 1.5",
        "most must be at most 5.5",
        "below must be less than 5.5",
        "set must have no item twice"
    };

    @Test
    void sayWhatIsWrongButNotTheValue() {
        assertThat(read(WRONG, VALUES).violations())
                .containsExactlyInAnyOrder(REASONS)
                .noneMatch(reason -> reason.contains("canary") || reason.contains("987654"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG", "tr-TR", "ja-JP"})
    void areEnglishWhateverTheMachineSpeaks(String tag) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(read(WRONG, VALUES).violations()).containsExactlyInAnyOrder(REASONS);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void allowTheirBounds() {
        assertThat(read("""
                        {"there": "", "text": "abc", "pattern": "a", "part": "abc", "mail": "a@b.example", "kind": "b",
                         "min": 1, "max": 5, "step": 10, "least": 1.50, "above": 1.51, "most": 5.50, "below": 5.49,
                         "set": ["a", "b"]}
                        """, VALUES).violations()).isEmpty();
        assertThat(read("{\"there\": \"\", \"above\": 1.50, \"below\": 5.50}", VALUES)
                        .violations())
                .containsExactlyInAnyOrder("above must be more than 1.5", "below must be less than 5.5");
    }

    @ParameterizedTest
    @CsvSource({"9007199254740993, false", "9007199254740992, true", "0.5, false", "1e999999999, false", "-4e2, true"})
    void areExactForMultiples(String number, boolean accepted) {
        assertThat(read(number, "Body: {type: number, multipleOf: 2}")
                        .violations()
                        .isEmpty())
                .isEqualTo(accepted);
    }

    /** Written out for a comparison, it would have as many digits. */
    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "-1e1001", "1e-999999999"})
    @Timeout(20)
    void areNotTriedOnANumberOfAnySize(String number) {
        assertThat(read("{\"there\": \"\", \"kind\": " + number + "}", VALUES).violations())
                .singleElement()
                .asString()
                .contains("a number that is too long");
        assertThat(read("{\"there\": \"\", \"kind\": 1e1000}", VALUES).violations())
                .containsExactly("kind must be a string");
    }

    @Test
    void sayHowManyCharactersItemsAndPropertiesThereMayBe() {
        String sizes = """
                Body: {type: object, properties: {
                  exact: {type: string, minLength: 16, maxLength: 16}, both: {type: string, minLength: 2, maxLength: 3},
                  least: {type: string, minLength: 2}, most: {type: string, maxLength: 3},
                  items: {type: array, items: {}, minItems: 2, maxItems: 2}, map: {type: object, minProperties: 2}}}""";

        assertThat(read(
                                "{\"exact\": \"\", \"both\": \"\", \"least\": \"\", \"most\": \"long\", \"items\": [1], "
                                        + "\"map\": {}}",
                                sizes)
                        .violations())
                .containsExactlyInAnyOrder(
                        "both must have from 2 to 3 characters",
                        "exact must have 16 characters",
                        "items must have 2 items",
                        "least must have at least 2 characters",
                        "map must have at least 2 properties",
                        "most must have at most 3 characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ab", "abc", ASTRAL + ASTRAL, ASTRAL + "a" + ASTRAL, ASTRAL + ASTRAL + ASTRAL, "\u00e4\u20ac"})
    void countCharacters(String text) {
        assertThat(read("\"" + text + "\"", "Body: {type: string, minLength: 2, maxLength: 3}")
                        .violations())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "abcd", ASTRAL, "abc" + ASTRAL, ASTRAL + ASTRAL + ASTRAL + ASTRAL})
    void refuseTextBeyondThem(String text) {
        assertThat(read("\"" + text + "\"", "Body: {type: string, minLength: 2, maxLength: 3}")
                        .violations())
                .containsExactly("body must have from 2 to 3 characters");
    }

    @ParameterizedTest
    @CsvSource({"1, false", "2, true", "3, true", "4, false"})
    void countItemsAndProperties(int size, boolean accepted) {
        String items = "1, 2, 3, 4".substring(0, 3 * size - 2);
        String properties = "\"1\": 1, \"2\": 2, \"3\": 3, \"4\": 4".substring(0, 8 * size - 2);

        assertThat(read("[" + items + "]", "Body: {type: array, items: {}, minItems: 2, maxItems: 3}")
                        .violations()
                        .isEmpty())
                .isEqualTo(accepted);
        assertThat(read("{" + properties + "}", "Body: {type: object, minProperties: 2, maxProperties: 3}")
                        .violations()
                        .isEmpty())
                .isEqualTo(accepted);
    }

    /** Its sender needs to know no more than that. */
    @Test
    void areNotToldOfAValueOfAWrongType() {
        assertThat(read("{\"kind\": 5, \"other\": \"z\"}", """
                                Body: {type: object, properties: {
                                  kind: {type: string, enum: [a, b]}, other: {type: string, enum: [a, b]}}}""").violations())
                .containsExactly("kind must be a string", "other must be one of the documented values");
    }
}
