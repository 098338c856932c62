package net.ixapi.auth.server.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What types cannot hold, whatever a document allows. */
class JsonTest {
    private final Json json = new Json();

    enum Side {
        A;

        @Override
        public String toString() {
            return "a-side";
        }
    }

    record Port(int speed, LocalDate since, OffsetDateTime at, Side side) {}

    private Object bind(String text, Class<?> type) {
        return json.bind(json.parse(text.getBytes(StandardCharsets.UTF_8)), type, "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"speed": 1, "since": [2020, 99, 99]}   | since | must be of the documented format
                    {"speed": 1, "at": 1e30}                | at    | must be of the documented format
                    {"speed": 2147483648}                   | speed | must be an integer of 32 bits
                    {"speed": null}                         | speed | must be of the documented format
                    {"speed": 1, "side": "A"}               | side  | must be of the documented format
                    """)
    void namesThePropertyThatItCannotHold(String text, String name, String reason) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> bind(text, Port.class))
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
