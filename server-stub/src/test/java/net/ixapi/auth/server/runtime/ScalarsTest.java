package net.ixapi.auth.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
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
    record Values(
            Integer i,
            Long l,
            Double d,
            Float f,
            BigDecimal dec,
            BigInteger big,
            UUID uuid,
            OffsetDateTime at,
            LocalDate day,
            URI uri,
            byte[] bytes) {}

    private static Values read(String json) {
        BodyReading reading = BodyReading.of(json, Values.class);
        assertThat(reading.violations()).isEmpty();
        return (Values) reading.value();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"i": 2147483648}           | i must be an integer of 32 bits
            {"i": -2147483649}          | i must be an integer of 32 bits
            {"i": 1e99}                 | i must be an integer of 32 bits
            {"l": 9223372036854775808}  | l must be an integer of 64 bits
            {"l": -9223372036854775809} | l must be an integer of 64 bits
            {"d": 1e999}                | d must be a number
            {"d": -1e999}               | d must be a number
            {"f": 1e99}                 | f must be a number
            {"big": 1e999999999}        | big must be an integer
            {"big": 1.5}                | big must be an integer
            """)
    void refusesNumbersThatTheTypeCannotHold(String json, String violation) {
        assertThat(BodyReading.of(json, Values.class).violations()).containsExactly(violation);
    }

    @Test
    void readsTheLastNumbersThatTheTypesHold() {
        Values values = read("""
                {"i": -2147483648, "l": 9223372036854775807, "d": 1.7976931348623157e308, "f": 3.4028235e38,
                 "big": 123456789012345678901234567890}
                """);

        assertThat(values.i()).isEqualTo(Integer.MIN_VALUE);
        assertThat(values.l()).isEqualTo(Long.MAX_VALUE);
        assertThat(values.d()).isEqualTo(Double.MAX_VALUE);
        assertThat(values.f()).isEqualTo(Float.MAX_VALUE);
        assertThat(values.big()).isEqualTo("123456789012345678901234567890");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1000000000000000055511151231257827", "10.00", "1e999", "-1e-999", "5"})
    void keepsEveryDigitOfADecimal(String number) {
        assertThat(read("{\"dec\": " + number + "}").dec()).isEqualTo(new BigDecimal(number));
    }

    @Test
    void readsFormats() {
        Values values = read("""
                {"uuid": "0a1b2c3d-0000-4000-8000-0123456789ab", "at": "2020-02-29T23:59:59.123+02:00",
                 "day": "2020-02-29", "uri": "urn:x", "bytes": "AAH/"}
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
        "at, 2020-02-29T23:59:59",
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
    void refusesOtherFormats(String member, String value) {
        assertThat(BodyReading.of("{\"" + member + "\": \"" + value + "\"}", Values.class)
                        .violations())
                .containsExactly(member + " must be of the documented format");
    }
}
