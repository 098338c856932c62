package net.ixapi.auth.server.runtime;

import static net.ixapi.auth.server.runtime.TestDocument.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats, and the ends of the number types. */
class ScalarsTest {
    private static final String SCHEMAS = """
            Body: {type: object, properties: {
              i: {type: integer, format: int32}, l: {type: integer, format: int64}, d: {type: number, format: double},
              f: {type: number, format: float}, dec: {type: number}, whole: {type: integer}, flag: {type: boolean},
              uuid: {type: string, format: uuid}, at: {type: string, format: date-time}, day: {type: string, format: date},
              uri: {type: string, format: uri}, bytes: {type: string, format: byte}, own: {type: string, format: phone}}}""";

    record Values(
            Integer i,
            Long l,
            Double d,
            Float f,
            BigDecimal dec,
            Integer whole,
            Boolean flag,
            UUID uuid,
            OffsetDateTime at,
            LocalDate day,
            URI uri,
            byte[] bytes,
            String own) {}

    private static Values values(String json) {
        TestDocument.Reading reading = read(json, SCHEMAS);
        assertThat(reading.violations()).isEmpty();
        return reading.as(Values.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"i": 2147483648}           | i must be an integer of 32 bits
            {"i": -2147483649}          | i must be an integer of 32 bits
            {"i": 1e99}                 | i must be an integer of 32 bits
            {"i": 5.0}                  | i must be an integer of 32 bits
            {"i": "5"}                  | i must be an integer of 32 bits
            {"i": true}                 | i must be an integer of 32 bits
            {"l": 9223372036854775808}  | l must be an integer of 64 bits
            {"l": -9223372036854775809} | l must be an integer of 64 bits
            {"d": 1e999}                | d must be a number
            {"d": -1e999}               | d must be a number
            {"d": "NaN"}                | d must be a number
            {"f": 1e99}                 | f must be a number
            {"dec": "1"}                | dec must be a number
            {"whole": 1e1000}           | whole must be an integer of 32 bits
            {"whole": 1.5}              | whole must be an integer of 32 bits
            {"flag": "true"}            | flag must be a boolean
            {"flag": 0}                 | flag must be a boolean
            {"uuid": 5}                 | uuid must be a string
            {"at": [2020, 1, 1]}        | at must be a string
            {"day": 5}                  | day must be a string
            """)
    void areRefusedIfTheTypeCannotHoldThem(String json, String violation) {
        assertThat(read(json, SCHEMAS).violations()).containsExactly(violation);
    }

    /** Without a format the document sets no end, but the generated type has one. */
    @Test
    void areRefusedWhileTheyAreBoundIfNothingElseBoundsThem() {
        TestDocument.Reading reading = read("{\"whole\": 2147483648}", SCHEMAS);

        assertThat(reading.violations()).isEmpty();
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> reading.as(Values.class))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        e -> assertThat(TestDocument.lines(e.errors()))
                                .containsExactly("whole must be an integer of 32 bits"));
    }

    @Test
    void areReadUpToTheEndOfTheType() {
        Values values = values("""
                {"i": -2147483648, "l": 9223372036854775807, "d": 1.7976931348623157e308, "f": 3.4028235e38}
                """);

        assertThat(values.i()).isEqualTo(Integer.MIN_VALUE);
        assertThat(values.l()).isEqualTo(Long.MAX_VALUE);
        assertThat(values.d()).isEqualTo(Double.MAX_VALUE);
        assertThat(values.f()).isEqualTo(Float.MAX_VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1000000000000000055511151231257827", "10.00", "1e999", "-1e-999", "5"})
    void keepEveryDigitOfADecimal(String number) {
        assertThat(values("{\"dec\": " + number + "}").dec()).isEqualTo(new BigDecimal(number));
    }

    @Test
    void haveTheFormatOfTheDocument() {
        Values values = values("""
                {"uuid": "0a1b2c3d-0000-4000-8000-0123456789ab", "at": "2020-02-29T23:59:59.123+02:00",
                 "day": "2020-02-29", "uri": "urn:x", "bytes": "AAH/", "own": "any"}
                """);

        assertThat(values.uuid()).hasToString("0a1b2c3d-0000-4000-8000-0123456789ab");
        assertThat(values.at())
                .isEqualTo(OffsetDateTime.of(2020, 2, 29, 23, 59, 59, 123_000_000, ZoneOffset.ofHours(2)));
        assertThat(values.at().getOffset()).isEqualTo(ZoneOffset.ofHours(2));
        assertThat(values.day()).isEqualTo("2020-02-29");
        assertThat(values.uri()).isEqualTo(URI.create("urn:x"));
        assertThat(values.bytes()).containsExactly(0, 1, 0xff);
    }

    @ParameterizedTest
    @CsvSource({
        "uuid, 0a1b2c3d",
        "uuid, 0a1b2c3d-0000-4000-8000-0123456789ag",
        "uuid, AAAAAAAAAAAAAAAAAAAAAA==",
        "at, 2020-02-29T23:59:59",
        "at, 2020-02-29T23:59Z",
        "at, 2020-02-29 23:59:59Z",
        "at, 2021-02-29T00:00:00Z",
        "at, 2020-02-29",
        "at, 1582934400",
        "day, 2021-02-29",
        "day, 2020-2-9",
        "day, 29.02.2020",
        "day, 2020-02-29T00:00:00Z",
        "uri, a b",
        "uri, http://[",
        "bytes, AAHA=",
        "bytes, AA*/"
    })
    void areRefusedInAnotherFormat(String property, String value) {
        assertThat(read("{\"" + property + "\": \"" + value + "\"}", SCHEMAS).violations())
                .containsExactly(property + " must be of the documented format");
    }
}
