package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class QueryTest {
    private static final ApiOperation<Void> LIST = ApiOperation.of("thing_list", "GET", "/things");

    enum State {
        @JsonProperty("in_production")
        IN_PRODUCTION
    }

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri());

    @Test
    void nothingIsAskedWithoutParameters() {
        assertThat(targetOf(request -> request)).isEqualTo("/things");
    }

    @Test
    void nullIsLeftOut() {
        assertThat(targetOf(request -> request.query("a", null)
                        .query("b", 1)
                        .queryEach("c", null)
                        .query("d", null)))
                .isEqualTo("/things?b=1");
    }

    @Test
    void anEmptyTextIsNotNull() {
        assertThat(targetOf(request -> request.query("a", ""))).isEqualTo("/things?a=");
    }

    @Test
    void parametersKeepTheirOrder() {
        assertThat(targetOf(request -> request.query("z", 1).query("a", 2).query("m", 3)))
                .isEqualTo("/things?z=1&a=2&m=3");
    }

    @Test
    void aListIsWrittenWithCommasThatItsItemsCannotForge() {
        assertThat(targetOf(request -> request.query("ids", List.of("1,2", 3, "ä"))))
                .isEqualTo("/things?ids=1%2C2,3,%C3%A4");
    }

    @Test
    void aListWithoutItemsIsLeftOut() {
        assertThat(targetOf(request -> request.query("ids", List.of()).queryEach("names", List.of())))
                .isEqualTo("/things");
    }

    @Test
    void itemsThatAreNullAreLeftOut() {
        List<?> items = Arrays.asList(1, null, 2);
        assertThat(targetOf(request -> request.query("ids", items).queryEach("id", items)))
                .isEqualTo("/things?ids=1,2&id=1&id=2");
    }

    @Test
    void aListIsRepeatedWhereTheDocumentSaysSo() {
        assertThat(targetOf(request -> request.queryEach("id", List.of("a b", "c,d"))))
                .isEqualTo("/things?id=a%20b&id=c%2Cd");
    }

    @Test
    void namesAndValuesAreEncoded() {
        assertThat(targetOf(request -> request.query("filter[name]", "a&b=c+d e#f%?/ü")))
                .isEqualTo("/things?filter%5Bname%5D=a%26b%3Dc%2Bd%20e%23f%25%3F%2F%C3%BC");
    }

    static Stream<Arguments> valuesAndTheirText() {
        UUID id = UUID.fromString("5a1e34f2-6f4b-4f0e-9a66-1d8f1c1f8d1b");
        return Stream.of(
                Arguments.of(true, "true"),
                Arguments.of(9007199254740993L, "9007199254740993"),
                Arguments.of(new BigDecimal("100"), "100"),
                Arguments.of(new BigDecimal("1.50"), "1.50"),
                Arguments.of(LocalDate.of(2026, 1, 31), "2026-01-31"),
                Arguments.of(OffsetDateTime.parse("2026-01-31T10:00:00+02:00"), "2026-01-31T10%3A00%3A00%2B02%3A00"),
                Arguments.of(State.IN_PRODUCTION, "in_production"),
                Arguments.of(List.of(State.IN_PRODUCTION, LocalDate.EPOCH), "in_production,1970-01-01"),
                Arguments.of(id, "5a1e34f2-6f4b-4f0e-9a66-1d8f1c1f8d1b"));
    }

    @ParameterizedTest
    @MethodSource("valuesAndTheirText")
    void valuesAreWrittenAsJsonWritesThem(Object value, String text) {
        assertThat(targetOf(request -> request.query("v", value))).isEqualTo("/things?v=" + text);
    }

    @ParameterizedTest
    @MethodSource("valuesWithoutText")
    void anObjectIsRefused(Object value) {
        ApiRequest<Void> request = LIST.request().query("v", value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transport.send(request))
                .withMessageContaining(value.getClass().getName());
    }

    static Stream<Object> valuesWithoutText() {
        return Stream.of(Map.of("a", 1), List.of(List.of(1)));
    }

    private String targetOf(UnaryOperator<ApiRequest<Void>> filled) {
        transport.send(filled.apply(LIST.request()));
        return server.request().target();
    }
}
