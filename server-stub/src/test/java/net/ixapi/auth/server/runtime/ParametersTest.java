package net.ixapi.auth.server.runtime;

import static net.ixapi.auth.server.runtime.TestApi.json;
import static net.ixapi.auth.server.runtime.TestApi.violations;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The text of a parameter as a value of its type. */
class ParametersTest {
    enum Level {
        LOW,
        HIGH
    }

    private static final String QUERY = """
            parameters: [
              {name: id, in: path, required: true, schema: {type: array, items: {type: string}}},
              {name: text, in: query, schema: {type: string}}, {name: int, in: query, schema: {type: integer, format: int32}},
              {name: long, in: query, schema: {type: integer, format: int64}}, {name: decimal, in: query, schema: {type: number}},
              {name: double, in: query, schema: {type: number, format: double}},
              {name: float, in: query, schema: {type: number, format: float}}, {name: bool, in: query, schema: {type: boolean}},
              {name: level, in: query, schema: {$ref: '#/components/schemas/Level'}},
              {name: uuid, in: query, schema: {type: string, format: uuid}},
              {name: at, in: query, schema: {type: string, format: date-time}},
              {name: day, in: query, schema: {type: string, format: date}},
              {name: uri, in: query, schema: {type: string, format: uri}},
              {name: csv, in: query, explode: false, schema: {type: array, items: {type: string}}},
              {name: csvInts, in: query, explode: false, schema: {type: array, items: {type: integer}}},
              {name: set, in: query, explode: false, schema: {type: array, uniqueItems: true, items: {type: integer}}},
              {name: levels, in: query, explode: false, schema: {type: array, items: {$ref: '#/components/schemas/Level'}}},
              {name: many, in: query, schema: {type: array, items: {type: integer}, maxItems: 3}},
              {name: texts, in: query, schema: {type: array, items: {type: string}}},
              {name: limit, in: query, schema: {type: integer, default: 20}},
              {name: X-Ids, in: header, schema: {type: array, items: {type: integer}}}]""";

    private static final ApiDocument DOCUMENT = TestDocument.of(QUERY, "Level: {type: string, enum: [LOW, HIGH]}");

    @AutoClose
    private static final TestApi API = TestApi.of(TestDocument.route(
            DOCUMENT,
            call -> List.of(
                    String.valueOf((Object) call.parameter("path", "id", new TypeReference<List<String>>() {})),
                    String.valueOf((Object) call.parameter("query", "csv", new TypeReference<List<String>>() {})),
                    String.valueOf((Object) call.parameter("query", "many", new TypeReference<List<Integer>>() {})),
                    String.valueOf((Object) call.parameter("query", "texts", new TypeReference<List<String>>() {})),
                    String.valueOf((Object) call.parameter("query", "limit", new TypeReference<Integer>() {})),
                    String.valueOf(
                            (Object) call.parameter("header", "X-Ids", new TypeReference<List<Integer>>() {})))));

    private static HttpResponse<String> send(String path, String... headers) throws Exception {
        var request = API.to("/test/" + path);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return API.send(request.POST(BodyPublishers.noBody()));
    }

    /** The value of each JSON that a parameter makes of its text. */
    static Stream<Arguments> right() {
        return Stream.of(
                Arguments.of("text", "", String.class, ""),
                Arguments.of("text", "null", String.class, "null"),
                Arguments.of("text", "a,b", String.class, "a,b"),
                Arguments.of("int", "5", Integer.class, 5),
                Arguments.of("int", "-2147483648", Integer.class, Integer.MIN_VALUE),
                Arguments.of("long", "9223372036854775807", Long.class, Long.MAX_VALUE),
                Arguments.of("decimal", "5.50", BigDecimal.class, new BigDecimal("5.50")),
                Arguments.of("double", "5.5", Double.class, 5.5),
                Arguments.of("float", "1e3", Float.class, 1000f),
                Arguments.of("bool", "true", Boolean.class, true),
                Arguments.of("bool", "false", Boolean.class, false),
                Arguments.of("level", "HIGH", Level.class, Level.HIGH),
                Arguments.of(
                        "uuid",
                        "0a1b2c3d-0000-4000-8000-0123456789ab",
                        UUID.class,
                        UUID.fromString("0a1b2c3d-0000-4000-8000-0123456789ab")),
                Arguments.of(
                        "at",
                        "2020-02-29T12:00:00+02:00",
                        OffsetDateTime.class,
                        OffsetDateTime.parse("2020-02-29T12:00:00+02:00")),
                Arguments.of("day", "2020-02-29", LocalDate.class, LocalDate.parse("2020-02-29")),
                Arguments.of("uri", "urn:x", URI.class, URI.create("urn:x")),
                Arguments.of("csv", "a,b", List.class, List.of("a", "b")),
                Arguments.of("csv", "a,,", List.class, List.of("a", "", "")),
                Arguments.of("csv", "", List.class, List.of("")),
                Arguments.of("csvInts", "1,2,2", Integer[].class, new Integer[] {1, 2, 2}),
                Arguments.of("set", "2,1", Integer[].class, new Integer[] {2, 1}),
                Arguments.of("levels", "LOW", List.class, List.of("LOW")));
    }

    @ParameterizedTest
    @MethodSource("right")
    void readsTheValue(String name, String text, Class<?> type, Object value) throws Exception {
        ApiDocument document = TestDocument.of(QUERY, "Level: {type: string, enum: [LOW, HIGH]}");
        Object[] read = new Object[1];
        try (TestApi one = TestApi.of(TestDocument.route(document, call -> {
            read[0] = call.parameter("query", name, new TypeReference<Object>() {
                @Override
                public java.lang.reflect.Type getType() {
                    return type;
                }
            });
            return null;
        }))) {
            HttpResponse<String> response =
                    one.send(one.to("/test/a?" + name + "=" + encoded(text)).POST(BodyPublishers.noBody()));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        }
        assertThat(read[0]).isEqualTo(value);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong("int", "an integer of 32 bits", "x", "", " ", "null", "5.0", "1e3", "0x1"),
                wrong("int", "an integer of 32 bits", "2147483648", "1,2", "canary", "+1", "01", "\u0661"),
                wrong("long", "an integer of 64 bits", "x", "", "null", "9223372036854775808"),
                wrong("double", "a number", "x", "", "null", "NaN", "Infinity", "1e999", "5d"),
                wrong("float", "a number", "x", "", "null", "NaN", "-INF", "1e99"),
                wrong("decimal", "a number", "x", "", "null", "NaN", "5,5", "1e999999999"),
                wrong("bool", "a boolean", "x", "", "null", "0", "1", "yes", "TRUE"),
                wrong("level", "one of the documented values", "x", "", "null", "0", "low"),
                wrong("uuid", "of the documented format", "x", "", "null", "0a1b2c3d"),
                wrong("at", "of the documented format", "x", "", "null", "5", "2020-02-29", "2020-02-29T12:00"),
                wrong("day", "of the documented format", "x", "", "null", "5", "2021-02-29", "2020-02-29T12:00:00Z"),
                wrong("uri", "of the documented format", "a b", "http://["));
    }

    private static Arguments wrong(String name, String expectation, String... texts) {
        return Arguments.of(name, expectation, List.of(texts));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void saysWhatTheValueMustBe(String name, String expectation, List<String> texts) throws Exception {
        for (String text : texts) {
            assertThat(violations(send("a?" + name + "=" + encoded(text))))
                    .as(text)
                    .containsExactly(name + " must be " + expectation);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csvInts=x", "csvInts=", "csvInts=1,,2", "csvInts=1,null", "many=x", "many=1&many="})
    void namesTheItemThatIsWrong(String query) throws Exception {
        assertThat(violations(send("a?" + query)))
                .allMatch(violation -> violation.matches("(csvInts|many)\\[\\d] must be an integer of 32 bits"))
                .isNotEmpty();
    }

    @Test
    void namesWhatBreaksABoundOfAList() throws Exception {
        assertThat(violations(send("a?many=1&many=2&many=3&many=4"))).containsExactly("many must have at most 3 items");
        assertThat(violations(send("a?set=1,1"))).containsExactly("set must have no item twice");
        assertThat(violations(send("a?levels=LOW,x")))
                .containsExactly("levels[1] must be one of the documented values");
    }

    @Test
    void takesTheDefaultForWhatIsAbsent() throws Exception {
        assertThat(json(send("a"))).hasToString("[\"[a]\",\"null\",\"null\",\"null\",\"20\",\"null\"]");
        assertThat(json(send("a?limit=5")).get(4).textValue()).isEqualTo("5");
    }

    /** RFC 6570, section 3.2: a comma that belongs to a value is encoded, one that separates values is not. */
    @Test
    void splitsAListBeforeItIsDecoded() throws Exception {
        assertThat(json(send("a%2Cb,c+d?csv=a%2Cb,c+d&many=1&many=2&texts=1,2")))
                .hasToString("[\"[a,b, c+d]\",\"[a,b, c d]\",\"[1, 2]\",\"[1,2]\",\"20\",\"null\"]");
    }

    @Test
    void joinsTheLinesOfAHeader() throws Exception {
        assertThat(json(send("a", "X-Ids", "1, 2", "X-Ids", "3")).get(5).textValue())
                .isEqualTo("[1, 2, 3]");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%2C", ",");
    }
}
