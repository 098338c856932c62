package net.ixapi.auth.contract.broken;

import static net.ixapi.auth.contract.broken.Behaviour.answers;
import static net.ixapi.auth.contract.broken.Responses.body;
import static net.ixapi.auth.contract.broken.Responses.header;
import static net.ixapi.auth.contract.broken.Responses.replaced;
import static net.ixapi.auth.contract.broken.Responses.status;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.contract.wire.Response;

/** Responses that are not those of the document. */
final class DocumentDefects {
    private static final String STATUS = "documented-status";
    private static final String TYPE = "content-type";
    private static final String BODY = "response-body";

    private DocumentDefects() {}

    static Stream<Defect> all() {
        return Stream.of(
                new Defect("200 for 201", STATUS, answers(201, status(200))),
                new Defect("422 for 400", STATUS, answers(400, status(422))),
                new Defect("403 for 401", STATUS, answers(401, status(403))),
                new Defect("500 for 400", "no-server-error", answers(400, status(500))),
                new Defect("503 for 401", "no-server-error", answers(401, status(503))),
                new Defect("302 for 401", "no-redirect", answers(401, status(302))),
                new Defect("HTML for 400", TYPE, answers(400, html())),
                new Defect("text for 201", TYPE, answers(201, header("Content-Type", "text/plain"))),
                new Defect("two media types", TYPE, answers(201, DocumentDefects::withSecondType)),
                new Defect("no media type", TYPE, answers(header("Content-Type", ""))),
                new Defect(
                        "a charset that makes another text of it",
                        TYPE,
                        answers(201, header("Content-Type", "application/json; charset=utf-16"))),
                new Defect("problem+json", TYPE, answers(401, header("Content-Type", "application/problem+json"))),
                new Defect("no refresh token", BODY, answers(201, replaced("\"refresh_token\"", "\"another\""))),
                new Defect(
                        "a null token",
                        BODY,
                        answers(
                                201,
                                body(text -> text.replaceAll("\"access_token\":\"[^\"]+\"", "\"access_token\":null")))),
                new Defect(
                        "a token that is a number",
                        BODY,
                        answers(
                                201,
                                body(text -> text.replaceAll("\"access_token\":\"[^\"]+\"", "\"access_token\":1")))),
                new Defect("an empty 201", BODY, answers(201, body(text -> ""))),
                new Defect("tokens in an array", BODY, answers(201, body(text -> "[" + text + "]"))),
                new Defect("half a 401", BODY, answers(401, body(text -> text.substring(0, text.length() / 2)))),
                new Defect("each body in a string", BODY, answers(body(text -> "\"" + text.replace("\"", "'") + "\""))),
                new Defect("an encoding that nobody asked for", TYPE, answers(header("Content-Encoding", "gzip"))),
                new Defect("a line break after the type", BODY, answers(401, replaced(".html\"", ".html\\n\""))),
                new Defect(
                        "a status beyond 32 bits",
                        "problem-status",
                        answers(401, replaced("\"status\":401", "\"status\":4294967697"))),
                new Defect("problems without a type", BODY, answers(401, replaced("\"type\"", "\"kind\""))),
                new Defect("another type for 400", BODY, answers(400, replaced("validation-error", "not-found"))),
                new Defect(
                        "another type for 401",
                        BODY,
                        answers(401, replaced("authentication-error", "validation-error"))),
                new Defect(
                        "properties that are text",
                        BODY,
                        answers(400, body(text -> text.replaceAll("\"properties\":\\[.*]", "\"properties\":\"all\"")))),
                new Defect("properties without a reason", BODY, answers(400, replaced("\"reason\"", "\"why\""))),
                new Defect(
                        "another status in the problem",
                        "problem-status",
                        answers(401, replaced("\"status\":401", "\"status\":403"))),
                new Defect(
                        "properties named otherwise", "names-properties", answers(400, replaced("api_key", "apiKey"))));
    }

    private static UnaryOperator<Response> html() {
        return response -> header("Content-Type", "text/html")
                .apply(body(text -> "<html>Error</html>").apply(response));
    }

    /** So does the add_header of nginx. */
    private static Response withSecondType(Response response) {
        List<Header> headers = new ArrayList<>(response.headers());
        headers.add(new Header("Content-Type", "text/html"));
        return new Response(response.status(), headers, response.body());
    }
}
