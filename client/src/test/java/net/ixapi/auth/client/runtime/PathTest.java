package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathTest {
    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plain-1.0_~x|plain-1.0_~x",
                "a b|a%20b",
                "a/b|a%2Fb",
                "../admin|..%2Fadmin",
                "50%|50%25",
                "%2F|%252F",
                "%2e%2e|%252e%252e",
                "ü|%C3%BC",
                "a?b|a%3Fb",
                "a#b|a%23b",
                "a;b=c|a%3Bb%3Dc",
                "a+b&c|a%2Bb%26c",
                "{id}|%7Bid%7D",
                "...|...",
            })
    void aValueStaysOneSegment(String value, String segment) {
        transport.send(operation("/things/{id}").request().path("id", value));
        assertThat(server.request().target()).isEqualTo("/things/" + segment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void aValueThatWouldAddressAnotherResourceIsRefused(String value) {
        ApiRequest<Void> request = operation("/things/{id}/parts").request().path("id", value);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transport.send(request))
                .withMessageContaining("{id}");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void twoValuesShareASegment() {
        transport.send(
                operation("/ranges/{from}-{to}").request().path("from", 1).path("to", "x/y"));
        assertThat(server.request().target()).isEqualTo("/ranges/1-x%2Fy");
    }

    @Test
    void aValueThatLooksLikeAPlaceIsNotFilled() {
        transport.send(
                operation("/ranges/{from}-{to}").request().path("from", "{to}").path("to", "secret"));
        assertThat(server.request().target()).isEqualTo("/ranges/%7Bto%7D-secret");
    }

    @Test
    void twoDotsFromTwoValuesAreRefused() {
        ApiRequest<Void> request =
                operation("/things/{a}{b}").request().path("a", ".").path("b", ".");
        assertThatIllegalArgumentException().isThrownBy(() -> transport.send(request));
    }

    @Test
    void anEmptyValueBesideAnotherIsRefused() {
        ApiRequest<Void> request =
                operation("/things/{a}-{b}").request().path("a", "x").path("b", "");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transport.send(request))
                .withMessageContaining("{b}");
    }

    @Test
    void aPlaceWithoutAValueIsRefused() {
        ApiRequest<Void> request = operation("/things/{id}").request();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> transport.send(request))
                .withMessageContaining("{id}");
    }

    @Test
    void aListIsWrittenWithCommas() {
        transport.send(operation("/things/{ids}").request().path("ids", List.of("a,b", 2)));
        assertThat(server.request().target()).isEqualTo("/things/a%2Cb,2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/|/",
                "/things/|/things/",
                "/things:search|/things:search",
                "/(all)/@me|/(all)/@me",
                "/$metadata|/$metadata",
                "/two words|/two%20words",
                "/#Action=List|/%23Action=List",
                "/straße|/stra%C3%9Fe",
            })
    void theRestOfTheTemplateIsKept(String template, String target) {
        transport.send(operation(template).request());
        assertThat(server.request().target()).isEqualTo(target);
    }

    private static ApiOperation<Void> operation(String path) {
        return ApiOperation.of("thing_read", "GET", path);
    }
}
