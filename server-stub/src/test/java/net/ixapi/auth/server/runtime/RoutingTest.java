package net.ixapi.auth.server.runtime;

import static net.ixapi.auth.server.runtime.TestApi.detail;
import static net.ixapi.auth.server.runtime.TestApi.json;
import static net.ixapi.auth.server.runtime.TestApi.route;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.type.TypeReference;
import io.javalin.Javalin;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutingTest {
    @AutoClose
    private static final TestApi API = TestApi.of(
            route("GET", "/items/{id}", "200", RoutingTest::id),
            route("DELETE", "/items/{id}", "204", call -> null),
            route("GET", "/items/special", "200", call -> Map.of("special", true)),
            route("GET", "/items/{id}/parts", "200", RoutingTest::id),
            route("GET", "/items/special/parts", "200", call -> Map.of("special", true)),
            route("POST", "/items", "201", call -> null));

    private static Object id(ApiCall call) {
        return Map.of("id", call.parameter("path", "id", new TypeReference<String>() {}));
    }

    private static HttpResponse<String> send(String method, String path) throws Exception {
        return API.send(API.to(path).method(method, BodyPublishers.noBody()));
    }

    @ParameterizedTest
    @CsvSource({"a, a", "a%20b, a b", "%C3%A4, \u00e4", "a+b, a+b", "a;b=c, a;b=c", "SPECIAL, SPECIAL", "a%2Fb, a/b"})
    void readsThePathOncePercentDecoded(String encoded, String decoded) throws Exception {
        assertThat(json(API.get("/items/" + encoded)).get("id").textValue()).isEqualTo(decoded);
    }

    /** OpenAPI 3.0.3, Paths Object: concrete paths are matched before their templated counterparts. */
    @ParameterizedTest
    @ValueSource(strings = {"/items/special", "/items/special/parts"})
    void prefersAConcretePathToATemplate(String path) throws Exception {
        assertThat(json(API.get(path))).hasToString("{\"special\":true}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/nothing", "/items/", "/items/a/", "/items//", "//items/a", "/ITEMS/a", "/items/a/parts/b"
            })
    void findsNothingElsewhere(String path) throws Exception {
        assertThat(detail(API.get(path), 404, "Not Found")).isEqualTo("There is nothing at this address.");
    }

    @Test
    void findsNothingOutsideTheBasePath() throws Exception {
        assertThat(RawPeer.exchange(API.port(), RawPeer.head("GET /items/a HTTP/1.1")))
                .startsWith("HTTP/1.1 404 ")
                .endsWith("\"There is nothing at this address.\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST    | /items/a | DELETE, GET, HEAD",
                "OPTIONS | /items/a | DELETE, GET, HEAD",
                "BREW    | /items/a | DELETE, GET, HEAD",
                "get     | /items/a | DELETE, GET, HEAD",
                "DELETE  | /items   | POST",
                "GET     | /items   | POST",
                "HEAD    | /items   | POST",
                "TRACE   | /items   | POST"
            })
    void namesTheMethodsThatAnAddressHas(String method, String path, String allowed) throws Exception {
        HttpResponse<String> response = send(method, path);

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(response.headers().firstValue("Allow").orElse("").split(", "))
                .containsExactlyInAnyOrder(allowed.split(", "));
    }

    @Test
    void saysWhatIsWrongWithAMethod() throws Exception {
        assertThat(detail(send("PUT", "/items"), 405, "Method Not Allowed"))
                .isEqualTo("This address does not have this method.");
    }

    @Test
    void refusesToStartWithTwoRoutesForTheSameRequests() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TestApi.of(
                        route("GET", "/a/{id}", "200", call -> null), route("GET", "/a/{key}", "200", call -> null)))
                .withMessage("Two operations answer GET /a/{}");
    }

    @Test
    void needsNoBasePath() throws Exception {
        List<ApiRoute> routes = List.of(route("GET", "/a", "200", call -> "here"));
        Javalin javalin = Javalin.create(config -> JavalinApi.install(config, "", routes, new TestProblems()));
        try {
            javalin.start("127.0.0.1", 0);
            assertThat(RawPeer.exchange(javalin.port(), RawPeer.head("GET /a HTTP/1.1")))
                    .endsWith("\r\n\r\n\"here\"");
        } finally {
            javalin.stop();
        }
    }
}
