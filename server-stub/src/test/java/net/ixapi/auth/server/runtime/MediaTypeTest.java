package net.ixapi.auth.server.runtime;

import static net.ixapi.auth.server.runtime.TestApi.detail;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaTypeTest {
    private static final List<String> CONSUMED =
            List.of("application/json", "Application/Merge-Patch+JSON; charset=utf-8");

    @AutoClose
    private static final TestApi API = TestApi.of(
            TestApi.route("POST", "/text", "201", MediaTypeTest::text),
            TestApi.route("PATCH", "/text", "200", CONSUMED, MediaTypeTest::text));

    private static Object text(ApiCall call) {
        return List.of(String.valueOf(call.body(new TypeReference<Object>() {})));
    }

    private static HttpResponse<String> send(String method, String body, String... headers) throws Exception {
        return API.send(API.to("/text").headers(headers).method(method, BodyPublishers.ofString(body)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/Json",
                "application/json;",
                "application/json; charset=utf-8",
                "application/json;charset=\"UTF-8\"",
                "application/json ; charset=iso-8859-1",
                "application/json;;x",
                "application/json; charset=none-that-there-is",
                "application/json; charset=a b",
                "application/json; charset=\"",
                "application/json; charset=UTF-8,"
            })
    void isTheDocumentedOneWhateverItsParameters(String type) throws Exception {
        assertThat(send("POST", "1", "Content-Type", type).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/problem+json",
                "application/json/x",
                "application/jsonp",
                "application/json, text/plain",
                "application;charset=x/json",
                "json",
                "*/*",
                ";"
            })
    void isRefusedWhereItIsAnother(String type) throws Exception {
        assertThat(detail(send("POST", "1", "Content-Type", type), 415, "Unsupported Media Type"))
                .isEqualTo("The Content-Type must be application/json.");
    }

    @Test
    void isMissed() throws Exception {
        assertThat(detail(send("POST", "1", "Accept", "*/*"), 415, "Unsupported Media Type"))
                .isEqualTo("The Content-Type must be application/json.");
    }

    @Test
    void mattersOnlyWhereThereIsABody() throws Exception {
        assertThat(send("POST", "", "Accept", "*/*").statusCode()).isEqualTo(201);
        assertThat(send("POST", "", "Content-Type", "text/plain").statusCode()).isEqualTo(201);
    }

    @Test
    void isOneOfSeveralWhereTheDocumentHasSeveral() throws Exception {
        assertThat(send("PATCH", "1", "Content-Type", "application/json").statusCode())
                .isEqualTo(200);
        assertThat(send("PATCH", "1", "Content-Type", "application/merge-patch+json")
                        .statusCode())
                .isEqualTo(200);
        assertThat(detail(send("PATCH", "1", "Content-Type", "text/plain"), 415, "Unsupported Media Type"))
                .isEqualTo("The Content-Type must be application/json or application/merge-patch+json.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "x", "identity, gzip"})
    void isRefusedWhereTheBodyIsEncoded(String encoding) throws Exception {
        HttpResponse<String> response =
                send("POST", "1", "Content-Type", "application/json", "Content-Encoding", encoding);

        assertThat(detail(response, 415, "Unsupported Media Type"))
                .isEqualTo("The body must not be encoded: send it without Content-Encoding.");
    }

    @Test
    void isRefusedWhereOneOfSeveralEncodingsIsOne() throws Exception {
        HttpResponse<String> response = send(
                "POST",
                "1",
                "Content-Type",
                "application/json",
                "Content-Encoding",
                "identity",
                "Content-Encoding",
                "gzip");

        assertThat(response.statusCode()).isEqualTo(415);
    }

    @Test
    void isAcceptedWhereTheEncodingIsNone() throws Exception {
        assertThat(send("POST", "1", "Content-Type", "application/json", "Content-Encoding", "Identity")
                        .statusCode())
                .isEqualTo(201);
    }
}
