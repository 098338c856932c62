package net.ixapi.auth.contract.broken;

import static net.ixapi.auth.contract.broken.Behaviour.when;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.ixapi.auth.openapi.document.PlainJson;

/** Rules of the document for requests that are not enforced, or are where there are none. */
final class RequestDefects {
    private static final String BODY = "request-body";
    private static final String KEY = "api_key";
    private static final String SECRET = "api_secret";

    private RequestDefects() {}

    static Stream<Defect> all() {
        return Stream.of(
                lax("short keys are taken", body -> text(body, KEY).length() < 16 && isText(body, KEY)),
                lax("long keys are taken", body -> text(body, KEY).length() > 16),
                lax(
                        "a line break at the end is not counted, as by '$' in patterns",
                        body -> text(body, KEY).matches("\\S{16}\n")),
                lax(
                        "secrets of any length are taken",
                        body -> isText(body, SECRET) && text(body, SECRET).length() != 86),
                lax("a missing key is taken", body -> body.isObject() && !body.has(KEY)),
                lax("a missing refresh token is taken", body -> body.isObject() && body.isEmpty()),
                lax(
                        "null is taken",
                        body -> body.path(KEY).isNull()
                                || body.path("refresh_token").isNull()),
                lax(
                        "numbers are taken as text",
                        body -> body.path(KEY).isNumber()
                                || body.path("refresh_token").isNumber()),
                lax("truth is taken as text", body -> body.path("refresh_token").isBoolean()),
                lax(
                        "arrays are taken as text",
                        body -> body.path("refresh_token").isArray()),
                lax("objects are taken as text", body -> body.path(SECRET).isObject()),
                lax("a query of MongoDB is taken", body -> body.path(SECRET).has("$ne")),
                lax("an array is taken as a body", JsonNode::isArray),
                lax("null is taken as a body", JsonNode::isNull),
                lax("text is taken as a body", JsonNode::isTextual),
                new Defect("a text of JSON is taken as a body", BODY, Behaviour.requests(RequestDefects::readOnceMore)),
                new Defect(
                        "what is no JSON is taken",
                        BODY,
                        when(RequestDefects::isNoJson, request -> Responses.unauthenticated())),
                strict("lengths are counted in UTF-16", body -> text(body, KEY).length() == 32),
                strict("lengths are counted in bytes", body -> text(body, KEY).matches("\u00e9{16}")));
    }

    private static Received readOnceMore(Received request) {
        JsonNode body = json(request);
        return body.isTextual() ? request.withBody(body.asText()) : request;
    }

    private static Defect lax(String name, Predicate<JsonNode> which) {
        return new Defect(
                name, BODY, when(request -> which.test(json(request)), request -> Responses.unauthenticated()));
    }

    private static Defect strict(String name, Predicate<JsonNode> which) {
        return new Defect(name, BODY, when(request -> which.test(json(request)), request -> Responses.invalid(KEY)));
    }

    private static boolean isText(JsonNode body, String property) {
        return body.path(property).isTextual();
    }

    private static String text(JsonNode body, String property) {
        return body.path(property).asText("");
    }

    private static boolean isNoJson(Received request) {
        return json(request).isMissingNode()
                && !request.body().isEmpty()
                && request.method().equals("POST");
    }

    private static JsonNode json(Received request) {
        try {
            return PlainJson.read(request.body().getBytes(StandardCharsets.ISO_8859_1));
        } catch (UncheckedIOException e) {
            return MissingNode.getInstance();
        }
    }
}
