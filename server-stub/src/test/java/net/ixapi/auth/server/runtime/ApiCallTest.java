package net.ixapi.auth.server.runtime;

import static net.ixapi.auth.server.runtime.TestApi.json;
import static net.ixapi.auth.server.runtime.TestApi.violations;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All parts of a request, read as generated routes read them. */
class ApiCallTest {
    enum Level {
        LOW,
        HIGH
    }

    record Port(@JsonProperty("port_name") String name, Integer speed) {}

    private record Input(
            Integer id,
            Long limit,
            Boolean free,
            Level level,
            List<Integer> ids,
            List<String> tags,
            UUID trace,
            OffsetDateTime since,
            LocalDate day,
            Port port) {}

    private static final ApiDocument DOCUMENT = TestDocument.of("""
            parameters: [
              {name: id, in: path, required: true, schema: {type: integer}},
              {name: limit, in: query, schema: {type: integer, format: int64, minimum: 1}},
              {name: free, in: query, schema: {type: boolean}},
              {name: level, in: query, schema: {type: string, enum: [LOW, HIGH]}},
              {name: ids, in: query, explode: false, schema: {type: array, maxItems: 2, items: {type: integer}}},
              {name: tag, in: query, schema: {type: array, items: {type: string, maxLength: 3}}},
              {name: X-Trace, in: header, schema: {type: string, format: uuid}},
              {name: X-Since, in: header, schema: {type: string, format: date-time}},
              {name: day, in: cookie, required: true, schema: {type: string, format: date}}],
            requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Port'}}}}""", """
            Port: {type: object, required: [port_name],
              properties: {port_name: {type: string, maxLength: 3}, speed: {type: integer}}}""");

    @AutoClose
    private static final TestApi API =
            TestApi.of(TestDocument.route(DOCUMENT, call -> List.of(read(call).toString())));

    private static Input read(ApiCall call) {
        return new Input(
                call.parameter("path", "id", new TypeReference<Integer>() {}),
                call.parameter("query", "limit", new TypeReference<Long>() {}),
                call.parameter("query", "free", new TypeReference<Boolean>() {}),
                call.parameter("query", "level", new TypeReference<Level>() {}),
                call.parameter("query", "ids", new TypeReference<List<Integer>>() {}),
                call.parameter("query", "tag", new TypeReference<List<String>>() {}),
                call.parameter("header", "X-Trace", new TypeReference<UUID>() {}),
                call.parameter("header", "X-Since", new TypeReference<OffsetDateTime>() {}),
                call.parameter("cookie", "day", new TypeReference<LocalDate>() {}),
                call.body(new TypeReference<Port>() {}));
    }

    private static HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        var request = API.to("/test/" + path).headers("Content-Type", "application/json");
        if (headers.length > 0) {
            request.headers(headers);
        }
        return API.send(request.POST(BodyPublishers.ofString(body)));
    }

    @Test
    void readsEveryPartFromItsPlace() throws Exception {
        HttpResponse<String> response = post(
                "7?limit=1&free=true&level=LOW&ids=1,2&tag=a&tag=b,c",
                "{\"port_name\": \"x\", \"speed\": 9}",
                "x-trace",
                "0a1b2c3d-0000-4000-8000-0123456789ab",
                "X-Since",
                "2020-01-01T00:00:00Z",
                "Cookie",
                "other=1; day=2020-02-29");

        assertThat(json(response).get(0).textValue())
                .isEqualTo("Input[id=7, limit=1, free=true, level=LOW, ids=[1, 2], tags=[a, b,c], "
                        + "trace=0a1b2c3d-0000-4000-8000-0123456789ab, since=2020-01-01T00:00Z, day=2020-02-29, "
                        + "port=Port[name=x, speed=9]]");
    }

    @Test
    void takesWhatIsAbsentAndOptionalForNull() throws Exception {
        assertThat(json(post("7", "", "Cookie", "day=2020-02-29")).get(0).textValue())
                .isEqualTo(
                        "Input[id=7, limit=null, free=null, level=null, ids=null, tags=null, trace=null, since=null, "
                                + "day=2020-02-29, port=null]");
    }

    @Test
    void namesEverythingOfAWrongTypeAtOnce() throws Exception {
        HttpResponse<String> response = post(
                "canary?limit=canary&free=canary&level=canary&ids=1,canary&tag=a",
                "{\"port_name\": 987654, \"speed\": \"canary\"}",
                "X-Trace",
                "canary",
                "X-Since",
                "canary",
                "Cookie",
                "day=canary");

        assertThat(violations(response))
                .containsExactly(
                        "id must be an integer of 32 bits",
                        "limit must be an integer of 64 bits",
                        "free must be a boolean",
                        "level must be one of the documented values",
                        "ids[1] must be an integer of 32 bits",
                        "X-Trace must be of the documented format",
                        "X-Since must be of the documented format",
                        "day must be of the documented format",
                        "port_name must be a string",
                        "speed must be an integer of 32 bits");
        assertThat(response.body()).doesNotContain("canary", "987654");
    }

    @Test
    void namesWhatBreaksConstraintsBesideWhatIsOfAWrongType() throws Exception {
        HttpResponse<String> response =
                post("7?limit=0&ids=1,2,3&tag=abc&tag=canary", "{\"port_name\": \"canary\", \"speed\": true}");

        assertThat(violations(response))
                .containsExactly(
                        "limit must be at least 1",
                        "ids must have at most 2 items",
                        "tag[1] must have at most 3 characters",
                        "day is required",
                        "speed must be an integer of 32 bits",
                        "port_name must have at most 3 characters");
        assertThat(response.body()).doesNotContain("canary");
    }

    @Test
    void namesABodyThatCannotBeReadBesideWrongParameters() throws Exception {
        assertThat(violations(post("7?free=1", "{\"port_name\": ")))
                .containsExactly(
                        "free must be a boolean", "day is required", "body is not valid JSON at line 1, column 15");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit", "limit=", "limit=null", "limit=%ff", "limit=%00", "limit=%2B%2B1"})
    void refusesAParameterThatHoldsNothingOfItsType(String query) throws Exception {
        assertThat(RawPeer.exchange(API.port(), RawPeer.head("POST /api/test/7?" + query + " HTTP/1.1")))
                .startsWith("HTTP/1.1 400 ")
                .contains("{\"name\":\"limit\",\"reason\":\"must be an integer of 64 bits\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=%zz", "limit=1%", "other=%a", "tag=a&tag=%%"})
    void refusesAQueryThatCannotBeDecoded(String query) throws Exception {
        assertThat(RawPeer.exchange(API.port(), RawPeer.head("POST /api/test/7?" + query + " HTTP/1.1")))
                .startsWith("HTTP/1.1 400 ")
                .endsWith("\"detail\":\"The query has a % that two hexadecimal digits do not follow.\"}");
    }
}
