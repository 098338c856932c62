package net.ixapi.auth.server.runtime;

import static net.ixapi.auth.server.runtime.TestApi.json;
import static net.ixapi.auth.server.runtime.TestApi.route;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.type.TypeReference;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessResponseTest {
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes(@JsonSubTypes.Type(value = Cable.class, name = "cable"))
    interface Part {}

    record Cable(int length) implements Part {}

    @AutoClose
    private static final TestApi API = TestApi.of(
            route("GET", "/thing", "200", call -> Map.of("text", "\u00e4\u20ac\ud83d\ude00")),
            route("POST", "/thing", "201", call -> Map.of()),
            route("PUT", "/thing", "2XX", call -> ""),
            route("PATCH", "/thing", "202", call -> null),
            route("DELETE", "/thing", "204", call -> null),
            route("GET", "/times", "200", SuccessResponseTest::times),
            TestDocument.route(
                    new ApiOperation("parts", "GET", "/parts"),
                    "200",
                    List.of(),
                    call -> List.of(new Cable(3)),
                    new TypeReference<List<Part>>() {}),
            route("GET", "/things/{id}", "200", SuccessResponseTest::thing),
            route("GET", "/own", "200", call -> Map.of("get", true)),
            route("HEAD", "/own", "204", call -> null));

    private static Object times(ApiCall call) {
        return Map.of("at", OffsetDateTime.parse("2020-01-01T12:00:00+02:00"), "day", LocalDate.of(2020, 2, 29));
    }

    private static Object thing(ApiCall call) {
        if (call.parameter("path", "id", new TypeReference<String>() {}).equals("unknown")) {
            throw new ProblemException(404, Map.of("unknown", true));
        }
        return Map.of("known", true);
    }

    private static HttpResponse<String> send(String method, String path) throws Exception {
        return API.send(API.to(path).method(method, BodyPublishers.noBody()));
    }

    @ParameterizedTest
    @CsvSource({"GET, 200", "POST, 201", "PUT, 200", "PATCH, 202", "DELETE, 204"})
    void hasTheDocumentedStatus(String method, int status) throws Exception {
        assertThat(send(method, "/thing").statusCode()).isEqualTo(status);
    }

    @Test
    void isJsonInUtf8() throws Exception {
        HttpResponse<String> response = send("GET", "/thing");

        assertThat(json(response)).hasToString("{\"text\":\"\u00e4\u20ac\ud83d\ude00\"}");
        assertThat(json(send("PUT", "/thing")).textValue()).isEmpty();
    }

    @Test
    void writesTimesAsTheFormatsOfTheDocument() throws Exception {
        assertThat(json(send("GET", "/times")).get("at").textValue()).isEqualTo("2020-01-01T12:00:00+02:00");
        assertThat(json(send("GET", "/times")).get("day").textValue()).isEqualTo("2020-02-29");
    }

    /** A list's class does not say what it is a list of. */
    @Test
    void hasTheDiscriminatorOfEveryItem() throws Exception {
        assertThat(json(send("GET", "/parts"))).hasToString("[{\"kind\":\"cable\",\"length\":3}]");
    }

    @ParameterizedTest
    @CsvSource({"PATCH", "DELETE"})
    void hasNeitherBodyNorTypeWhereThereIsNone(String method) throws Exception {
        HttpResponse<String> response = send(method, "/thing");

        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValue("Content-Type")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/thing, 200", "/things/a, 200", "/things/unknown, 404", "/nothing, 404"})
    void isForHeadWhatItIsForGetButForTheBody(String path, int status) throws Exception {
        HttpResponse<String> head = send("HEAD", path);
        HttpResponse<String> get = send("GET", path);

        assertThat(head.statusCode()).isEqualTo(get.statusCode()).isEqualTo(status);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValue("Content-Type"))
                .isEqualTo(get.headers().firstValue("Content-Type"))
                .contains("application/json");
        assertThat(head.headers().firstValue("Content-Length"))
                .isEqualTo(get.headers().firstValue("Content-Length"))
                .isPresent();
    }

    @Test
    void isTheDocumentsOwnForHeadWhereItHasOne() throws Exception {
        assertThat(send("HEAD", "/own").statusCode()).isEqualTo(204);
        assertThat(send("GET", "/own").statusCode()).isEqualTo(200);
    }
}
