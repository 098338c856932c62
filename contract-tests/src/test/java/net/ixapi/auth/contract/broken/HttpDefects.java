package net.ixapi.auth.contract.broken;

import static net.ixapi.auth.contract.broken.Behaviour.answers;
import static net.ixapi.auth.contract.broken.Behaviour.when;
import static net.ixapi.auth.contract.broken.Responses.header;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.ixapi.auth.contract.wire.Response;

/** What is wrong with a server beside its answers to good and to wrong bodies. */
final class HttpDefects {
    private static final String FORMS = "representations";
    private static final Response FAULT = Responses.json(500, "{\"type\":\"about:blank\"}");
    private static final Response TYPE = Responses.json(415, "{\"type\":\"about:blank\"}");
    private static final Response OK = Responses.json(200, "{}");

    private HttpDefects() {}

    static Stream<Defect> all() {
        return Stream.of(
                new Defect(
                        "unknown properties are refused", FORMS, to(has("\"unknown\""), Responses.invalid("unknown"))),
                new Defect("a charset is refused", FORMS, to(type("charset"), TYPE)),
                new Defect("a trailing semicolon is refused", FORMS, to(type(";$"), TYPE)),
                new Defect("media types in another case are refused", FORMS, to(type("Application"), TYPE)),
                new Defect("chunks are refused", FORMS, to(sends("transfer-encoding"), Responses.invalid("body"))),
                new Defect(
                        "an Authorization header harms",
                        FORMS,
                        to(sends("authorization"), Responses.unauthenticated())),
                new Defect(
                        "a client that takes problems as well as JSON is refused",
                        "generated-client",
                        to(accepts("application/problem+json"), Responses.json(406, "{}"))),
                new Defect(
                        "a client that takes problems as well as JSON gets a number for a token",
                        "response-body",
                        (request, good) -> accepts("application/problem+json").test(request) && request.isLogIn()
                                ? Responses.body(text -> text.replaceFirst("(\"access_token\":)\"[^\"]*\"", "$15"))
                                        .apply(good.apply(request))
                                : good.apply(request)),
                new Defect(
                        "properties in another order are refused",
                        FORMS,
                        to(bodies("(?s).*pi_secret.*api_key.*"), Responses.invalid("body"))),
                new Defect(
                        "white space around an object is refused",
                        FORMS,
                        to(bodies("(?s)\\s.*|.*\\s"), Responses.invalid("body"))),
                new Defect("white space is refused", FORMS, to(bodies("(?s)\\s*\\{\\s.*"), Responses.invalid("body"))),
                new Defect("escapes are refused", FORMS, to(bodies("(?s).*\\\\u00[67].*"), Responses.invalid("body"))),
                new Defect(
                        "a media type that is none faults",
                        "no-server-error",
                        to(type("json$").and(type("/").negate()), FAULT)),
                new Defect("an unknown charset faults", "no-server-error", to(type("charset=(?!utf-8)"), FAULT)),
                new Defect("an Accept without JSON faults", "no-server-error", to(accepts("image/png"), FAULT)),
                new Defect("forms are taken", FORMS, to(type("urlencoded"), OK)),
                new Defect("GET is taken", "methods", to(method("GET"), OK)),
                new Defect("DELETE is taken", "methods", to(method("DELETE"), OK)),
                new Defect(
                        "GET logs in by the query",
                        "methods",
                        (request, good) ->
                                request.method().equals("GET") && request.path().contains("api_secret=")
                                        ? OK
                                        : good.apply(request)),
                new Defect(
                        "a name that stands twice in a success",
                        "response-body",
                        answers(201, Responses.body(text -> text.replaceFirst("\\{", "{\"access_token\":\"x\",")))),
                new Defect("an unknown method faults", "no-server-error", to(method("UNKNOWN"), FAULT)),
                new Defect("PUT faults", "no-server-error", to(method("PUT"), FAULT)),
                new Defect(
                        "405 names the method that it refuses",
                        "allow-header",
                        answers(405, header("Allow", "GET, POST"))),
                new Defect(
                        "a cookie that scripts can read is a token",
                        "no-secret-echo",
                        answers(
                                201,
                                response -> header("Set-Cookie", "token=" + response.property("access_token"))
                                        .apply(response))),
                new Defect("405 without Allow", "allow-header", answers(405, header("Allow", ""))),
                new Defect(
                        "every path is taken",
                        "paths",
                        to(request -> request.path().contains("unknown"), OK)),
                new Defect(
                        "other paths bring a page of HTML",
                        "no-framework-page",
                        to(
                                request -> request.path().contains("unknown"),
                                header("Content-Type", "text/html").apply(Responses.json(404, "<html>No</html>")))),
                new Defect(
                        "a huge body faults",
                        "no-server-error",
                        to(request -> request.body().length() > 1_000_000, FAULT)),
                new Defect(
                        "a body of more than 64 KiB faults, unless it is huge",
                        "no-server-error",
                        to(
                                request -> request.body().length() >> 16 != 0
                                        && request.body().length() < 1_000_000,
                                FAULT)),
                new Defect(
                        "a response to SQL is longer than is read",
                        "answers",
                        to(Firewall::isSuspicious, Responses.json(400, " ".repeat(1_100_000)))),
                new Defect("NUL faults", "no-server-error", to(has("\\u0000"), FAULT)),
                new Defect("invalid UTF-8 faults", "no-server-error", to(has("\u00ff"), FAULT)),
                new Defect("half a surrogate faults", "no-server-error", to(has("\\ud83d\""), FAULT)),
                new Defect("a byte order mark faults", "no-server-error", to(has("\u00ef\u00bb\u00bf"), FAULT)),
                new Defect("a huge exponent faults", "no-server-error", to(has("1e999999999"), FAULT)),
                new Defect(
                        "a comma that nothing follows is taken",
                        "hostile-bodies",
                        Behaviour.requests(
                                request -> request.withBody(request.body().replace(",}", "}")))),
                new Defect(
                        "a byte order mark begins responses",
                        "response-body",
                        answers(Responses.body(text -> "\ufeff" + text))),
                new Defect("what is left of a refused body spoils the next request", FORMS, undrained()),
                new Defect("depth faults", "no-server-error", to(has("[[[["), FAULT)),
                new Defect("quotes of SQL are taken", "hostile-bodies", to(has("' OR '"), OK)),
                new Defect("quotes of SQL fault", "no-server-error", to(has("' OR '"), FAULT)),
                new Defect(
                        "no body faults",
                        "no-server-error",
                        to(
                                request -> request.body().isEmpty()
                                        && request.method().equals("POST"),
                                FAULT)),
                new Defect(
                        "a property that stands twice ends the connection",
                        "answers",
                        to(has("\":2}"), Responses.NONE)));
    }

    private static Behaviour undrained() {
        AtomicBoolean left = new AtomicBoolean();
        return (request, good) -> {
            Response response = left.getAndSet(false) ? Responses.json(400, "{}") : good.apply(request);
            left.set(response.status() == 415);
            return response;
        };
    }

    private static Behaviour to(Predicate<Received> which, Response response) {
        return when(which, request -> response);
    }

    private static Predicate<Received> bodies(String pattern) {
        return request -> request.body().matches(pattern);
    }

    private static Predicate<Received> has(String text) {
        return request -> request.body().contains(text);
    }

    private static Predicate<Received> accepts(String mediaType) {
        return request -> request.headers().getOrDefault("accept", "").contains(mediaType);
    }

    private static Predicate<Received> sends(String header) {
        return request -> request.headers().containsKey(header);
    }

    private static Predicate<Received> type(String pattern) {
        return request ->
                request.contentType().matches(".*" + pattern.replace("$", "") + (pattern.endsWith("$") ? "" : ".*"));
    }

    private static Predicate<Received> method(String method) {
        return request -> request.method().equals(method);
    }
}
