package net.ixapi.auth.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each value in JSON against each Java type that the generator uses: no value becomes one of another JSON type. */
class CoercionTest {
    private static final List<String> VALUES = List.of(
            "5",
            "5.0",
            "5.5",
            "1",
            "0",
            "true",
            "false",
            "\"\"",
            "\" \"",
            "\"5\"",
            "\"1\"",
            "\"true\"",
            "\"null\"",
            "\"NaN\"",
            "\"x\"",
            "[]",
            "[5]",
            "[2020, 1, 1]",
            "[\"x\"]",
            "{}",
            "{\"x\": 5}",
            "{\"x\": \"x\"}");

    enum Level {
        LOW("1"),
        X("x");

        private final String value;

        Level(String value) {
            this.value = value;
        }

        @JsonCreator
        static Level of(String value) {
            return Stream.of(values())
                    .filter(level -> level.value.equals(value))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Unexpected value '" + value + "'"));
        }

        @JsonValue
        String value() {
            return value;
        }
    }

    enum Count {
        ONE;

        @JsonCreator
        static Count of(Integer value) {
            if (value != 1) {
                throw new IllegalArgumentException("Unexpected value '" + value + "'");
            }
            return ONE;
        }

        @JsonValue
        Integer value() {
            return 1;
        }
    }

    enum Plain {
        x
    }

    record Port(String x) {}

    static Stream<Arguments> types() {
        return Stream.of(
                type(String.class, "\"\"", "\" \"", "\"5\"", "\"1\"", "\"true\"", "\"null\"", "\"NaN\"", "\"x\""),
                type(Integer.class, "5", "1", "0"),
                type(Long.class, "5", "1", "0"),
                type(Double.class, "5", "5.0", "5.5", "1", "0"),
                type(Float.class, "5", "5.0", "5.5", "1", "0"),
                type(BigDecimal.class, "5", "5.0", "5.5", "1", "0"),
                type(Boolean.class, "true", "false"),
                type(UUID.class),
                type(OffsetDateTime.class),
                type(LocalDate.class),
                type(URI.class, "\"\"", "\"5\"", "\"1\"", "\"true\"", "\"null\"", "\"NaN\"", "\"x\""),
                type(byte[].class, "\"\"", "\"true\"", "\"null\"", "\"NaN\""),
                type(Level.class, "\"1\"", "\"x\""),
                type(Count.class, "1"),
                type(Plain.class, "\"x\""),
                type(String[].class, "[]", "[\"x\"]"),
                type(List.class, "[]", "[5]", "[2020, 1, 1]", "[\"x\"]"),
                type(Set.class, "[]", "[5]", "[2020, 1, 1]", "[\"x\"]"),
                type(Map.class, "{}", "{\"x\": 5}", "{\"x\": \"x\"}"),
                type(Port.class, "{}", "{\"x\": \"x\"}"));
    }

    private static Arguments type(Class<?> type, String... accepted) {
        return Arguments.of(type, List.of(accepted));
    }

    @ParameterizedTest
    @MethodSource("types")
    void acceptsOnlyTheTypesOwnJson(Class<?> type, List<String> accepted) {
        List<String> read = VALUES.stream()
                .filter(json -> BodyReading.of(json, type).violations().isEmpty())
                .toList();

        assertThat(read).isEqualTo(accepted);
    }
}
