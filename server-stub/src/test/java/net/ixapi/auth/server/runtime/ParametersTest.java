package net.ixapi.auth.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.javalin.config.HttpConfig;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The text of a parameter as a value of its type. */
class ParametersTest {
    enum Level {
        LOW,
        HIGH
    }

    private final RequestReader requests = new RequestReader(new HttpConfig());
    private final List<FieldError> violations = new ArrayList<>();

    private @Nullable Object read(@Nullable String text, TypeReference<?> type) {
        return requests.parameter("p", text, type.getType(), violations);
    }

    static Stream<Arguments> right() {
        return Stream.of(
                Arguments.of("", new TypeReference<String>() {}, ""),
                Arguments.of("null", new TypeReference<String>() {}, "null"),
                Arguments.of("a,b", new TypeReference<String>() {}, "a,b"),
                Arguments.of("5", new TypeReference<Integer>() {}, 5),
                Arguments.of("-2147483648", new TypeReference<Integer>() {}, Integer.MIN_VALUE),
                Arguments.of("9223372036854775807", new TypeReference<Long>() {}, Long.MAX_VALUE),
                Arguments.of("5.50", new TypeReference<BigDecimal>() {}, new BigDecimal("5.50")),
                Arguments.of("5.5", new TypeReference<Double>() {}, 5.5),
                Arguments.of("1e3", new TypeReference<Float>() {}, 1000f),
                Arguments.of("true", new TypeReference<Boolean>() {}, true),
                Arguments.of("false", new TypeReference<Boolean>() {}, false),
                Arguments.of("HIGH", new TypeReference<Level>() {}, Level.HIGH),
                Arguments.of(
                        "0a1b2c3d-0000-4000-8000-0123456789ab",
                        new TypeReference<UUID>() {},
                        UUID.fromString("0a1b2c3d-0000-4000-8000-0123456789ab")),
                Arguments.of(
                        "2020-02-29T12:00:00+02:00",
                        new TypeReference<OffsetDateTime>() {},
                        OffsetDateTime.parse("2020-02-29T12:00:00+02:00")),
                Arguments.of("2020-02-29", new TypeReference<LocalDate>() {}, LocalDate.parse("2020-02-29")),
                Arguments.of("urn:x", new TypeReference<URI>() {}, URI.create("urn:x")),
                Arguments.of("a,b", new TypeReference<List<String>>() {}, List.of("a", "b")),
                Arguments.of("a,,", new TypeReference<List<String>>() {}, List.of("a", "", "")),
                Arguments.of("", new TypeReference<List<String>>() {}, List.of("")),
                Arguments.of("1,2,2", new TypeReference<List<Integer>>() {}, List.of(1, 2, 2)),
                Arguments.of("2,1,2", new TypeReference<Set<Integer>>() {}, Set.of(1, 2)),
                Arguments.of("LOW", new TypeReference<List<Level>>() {}, List.of(Level.LOW)));
    }

    @ParameterizedTest
    @MethodSource("right")
    void readsTheValue(String text, TypeReference<?> type, Object value) {
        assertThat(read(text, type)).isEqualTo(value);
        assertThat(violations).isEmpty();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong(
                        "an integer of 32 bits",
                        new TypeReference<Integer>() {},
                        "x",
                        "",
                        " ",
                        "null",
                        "5.0",
                        "1e3",
                        "0x1"),
                wrong("an integer of 32 bits", new TypeReference<Integer>() {}, "2147483648", "1,2", "canary"),
                wrong("an integer of 64 bits", new TypeReference<Long>() {}, "x", "", "null", "9223372036854775808"),
                wrong("a number", new TypeReference<Double>() {}, "x", "", "null", "NaN", "Infinity", "1e999", "5d"),
                wrong("a number", new TypeReference<Float>() {}, "x", "", "null", "NaN", "-INF", "1e99"),
                wrong("a number", new TypeReference<BigDecimal>() {}, "x", "", "null", "NaN", "5,5"),
                wrong("a boolean", new TypeReference<Boolean>() {}, "x", "", "null", "0", "1", "yes"),
                wrong("one of the documented values", new TypeReference<Level>() {}, "x", "", "null", "0", "low"),
                wrong("of the documented format", new TypeReference<UUID>() {}, "x", "", "null", "0a1b2c3d"),
                wrong("of the documented format", new TypeReference<OffsetDateTime>() {}, "x", "", "null", "5"),
                wrong(
                        "of the documented format",
                        new TypeReference<OffsetDateTime>() {},
                        "2020-02-29",
                        "2020-02-29T12:00"),
                wrong(
                        "of the documented format",
                        new TypeReference<LocalDate>() {},
                        "x",
                        "",
                        "null",
                        "5",
                        "2021-02-29"),
                wrong("of the documented format", new TypeReference<LocalDate>() {}, "2020-02-29T12:00:00Z"),
                wrong("of the documented format", new TypeReference<URI>() {}, "a b", "http://["),
                wrong(
                        "an integer of 32 bits",
                        new TypeReference<List<Integer>>() {},
                        "x",
                        "",
                        "1,,2",
                        "1,x",
                        ",",
                        "1,null"),
                wrong("one of the documented values", new TypeReference<Set<Level>>() {}, "", "LOW,x", "LOW,", "0"));
    }

    private static Arguments wrong(String expectation, TypeReference<?> type, String... texts) {
        return Arguments.of(expectation, type, List.of(texts));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void saysWhatTheValueMustBe(String expectation, TypeReference<?> type, List<String> texts) {
        for (String text : texts) {
            violations.clear();

            assertThat(read(text, type)).as(text).isNull();
            assertThat(violations).as(text).containsExactly(new FieldError("p", "must be " + expectation));
        }
    }

    @Test
    void takesAnAbsentParameterForNoMistake() {
        assertThat(read(null, new TypeReference<Integer>() {})).isNull();
        assertThat(requests.values("p", List.of(), new TypeReference<List<Integer>>() {}.getType(), violations))
                .isNull();
        assertThat(violations).isEmpty();
    }

    @Test
    void readsAParameterThatStandsSeveralTimes() {
        assertThat(requests.values("p", List.of("1", "2"), new TypeReference<List<Integer>>() {}.getType(), violations))
                .isEqualTo(List.of(1, 2));
        assertThat(requests.values("p", List.of("1,2"), new TypeReference<List<String>>() {}.getType(), violations))
                .isEqualTo(List.of("1,2"));
        assertThat(violations).isEmpty();
    }

    @Test
    void namesAParameterOnceHoweverManyOfItsValuesAreWrong() {
        requests.values("p", List.of("x", "", "y"), new TypeReference<List<Integer>>() {}.getType(), violations);

        assertThat(violations).containsExactly(new FieldError("p", "must be an integer of 32 bits"));
    }
}
