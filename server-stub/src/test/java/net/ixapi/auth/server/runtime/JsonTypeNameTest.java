package net.ixapi.auth.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonTypeNameTest {
    private enum Level {}

    private record Port() {}

    private interface Choice {}

    static Stream<Arguments> names() {
        return Stream.of(
                Arguments.of(String.class, "a string"),
                Arguments.of(Boolean.class, "a boolean"),
                Arguments.of(boolean.class, "a boolean"),
                Arguments.of(Integer.class, "an integer of 32 bits"),
                Arguments.of(int.class, "an integer of 32 bits"),
                Arguments.of(Long.class, "an integer of 64 bits"),
                Arguments.of(BigInteger.class, "an integer"),
                Arguments.of(Float.class, "a number"),
                Arguments.of(Double.class, "a number"),
                Arguments.of(BigDecimal.class, "a number"),
                Arguments.of(Level.class, "one of the documented values"),
                Arguments.of(List.class, "an array"),
                Arguments.of(Set.class, "an array"),
                Arguments.of(String[].class, "an array"),
                Arguments.of(Map.class, "an object"),
                Arguments.of(Port.class, "an object"),
                Arguments.of(Choice.class, "an object"),
                Arguments.of(byte[].class, "of the documented format"),
                Arguments.of(UUID.class, "of the documented format"),
                Arguments.of(OffsetDateTime.class, "of the documented format"),
                Arguments.of(URI.class, "of the documented format"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void namesTheTypeAsJsonDoes(Class<?> type, String name) {
        assertThat(JsonTypeName.of(type)).isEqualTo(name);
    }

    @Test
    void pointsToTheDocumentWhereTheTypeIsUnknown() {
        assertThat(JsonTypeName.of(null)).isEqualTo("of the documented type");
    }
}
