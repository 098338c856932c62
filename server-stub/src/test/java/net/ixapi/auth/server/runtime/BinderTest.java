package net.ixapi.auth.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no document has been asked about, since a handler has none. */
class BinderTest {
    private final Binder strict = new Binder(Json.strict());

    enum Side {
        A;

        @Override
        public String toString() {
            return "a-side";
        }
    }

    record Port(int speed, LocalDate since, OffsetDateTime at, Side side) {}

    private Object bind(String json, Class<?> type) {
        return strict.bind(JsonBody.parse(strict.json(), json.getBytes(StandardCharsets.UTF_8)), type, "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"speed": 1, "since": [2020, 99, 99]}   | since | must be of the documented format
                    {"speed": 1, "at": 1e30}                | at    | must be of the documented format
                    {"speed": 2147483648}                   | speed | must be an integer of 32 bits
                    {"speed": null}                         | speed | must be an integer of 32 bits
                    {"speed": 1, "side": "A"}               | side  | must be one of the documented values
                    """)
    void namesThePropertyThatItCannotHold(String json, String name, String reason) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> bind(json, Port.class))
                .satisfies(e -> assertThat(e.errors()).containsExactly(new FieldError(name, reason)));
    }

    @Test
    void refusesADayThatNoCalendarHas() {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> bind("[2020, 99, 99]", LocalDate.class))
                .satisfies(e -> assertThat(e.errors())
                        .containsExactly(new FieldError(FieldError.BODY, "must be of the documented format")));
    }

    @Test
    void readsEnumsAsTheyAreWritten() {
        assertThat(bind("\"a-side\"", Side.class)).isEqualTo(Side.A);
    }
}
