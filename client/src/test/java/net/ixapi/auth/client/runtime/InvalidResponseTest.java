package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import net.ixapi.auth.client.error.InvalidResponseException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidResponseTest {
    record Thing(String name, Integer size) {}

    private static final ApiOperation<Thing> CREATE =
            ApiOperation.of("thing_create", "POST", "/things").succeeds("201").returns(new TypeRef<Thing>() {});
    private static final ApiOperation<List<Integer>> SIZES =
            ApiOperation.of("thing_sizes", "GET", "/sizes").returns(new TypeRef<List<Integer>>() {});
    private static final ApiOperation<LocalDate> TODAY =
            ApiOperation.of("today", "GET", "/today").returns(new TypeRef<LocalDate>() {});

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|is empty",
                "null|is null, or of a kind that the document does not describe",
                "{\"name\": \"x|is not the JSON that the document describes",
                "<html></html>|is not the JSON that the document describes",
                "[]|is not the JSON that the document describes",
                "\"\"|is not the JSON that the document describes",
                "{\"name\": {}}|is not the JSON that the document describes",
                "{\"size\": \"ten\"}|is not the JSON that the document describes",
                "{} {}|is not the JSON that the document describes",
                "{\"size\": 1e999999999}|is not the JSON that the document describes",
            })
    void theExceptionSaysWhatIsWrong(String body, String reason) {
        server.answers(201, body, "X-Request", "7");
        InvalidResponseException failure = Failures.of(InvalidResponseException.class, transport, CREATE.request());
        assertThat(failure)
                .hasMessage("thing_create: HTTP 201, but the response " + reason)
                .hasNoCause();
        assertThat(failure.operation()).isEqualTo("thing_create");
        assertThat(failure.status()).isEqualTo(201);
        assertThat(failure.headers()).containsEntry("x-request", List.of("7"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[\"x\"]", "[1"})
    void aListIsReadAsStrictly(String body) {
        server.answers(200, body);
        assertThat(Failures.of(InvalidResponseException.class, transport, SIZES.request()))
                .hasMessageContaining("is not the JSON");
    }

    /** Of these Jackson throws what java.time and java.math throw. */
    @ParameterizedTest
    @ValueSource(strings = {"[2026,13,45]", "{}", "\"2026-13-45\""})
    void aDateIsReadAsStrictly(String body) {
        server.answers(200, body);
        assertThat(Failures.of(InvalidResponseException.class, transport, TODAY.request()))
                .hasMessageContaining("is not the JSON")
                .hasNoCause();
    }

    @Test
    void theLongestAnswerIsRead() {
        server.answers(201, "{\"name\": \"x\"}" + " ".repeat(ResponseReader.MAX_BYTES - 13));
        assertThat(transport.send(CREATE.request()).body().name()).isEqualTo("x");
    }

    @Test
    void aLongerOneIsNot() {
        server.answers(201, "{\"name\": \"x\"}" + " ".repeat(ResponseReader.MAX_BYTES - 12));
        assertThat(Failures.of(InvalidResponseException.class, transport, CREATE.request()))
                .hasMessage("thing_create: HTTP 201, but the response is longer than 8388608 bytes");
    }
}
