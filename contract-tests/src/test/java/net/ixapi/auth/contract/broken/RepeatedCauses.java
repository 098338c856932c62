package net.ixapi.auth.contract.broken;

import static net.ixapi.auth.contract.broken.Causes.cause;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Response;
import org.junit.jupiter.params.provider.Arguments;

/** What is wrong in one place, and meets another check, another operation or the other token again. */
final class RepeatedCauses {
    private static final String SQL =
            "{\"type\":\"about:blank\",\"detail\":\"SELECT id FROM users WHERE api_key = 'x\"}";

    private static final Response FATAL = Responses.header("Content-Type", "text/html")
            .apply(Responses.json(
                    200, "<b>Fatal error</b>: Uncaught Error in /srv/index.php:46\nStack trace:\n#0 {main}"));

    private RepeatedCauses() {}

    static Stream<Arguments> all() {
        return Stream.concat(requests(), tokens());
    }

    private static Stream<Arguments> requests() {
        UnaryOperator<Response> invalidClient = any -> Responses.json(400, "{\"error\":\"invalid_client\"}");
        return Stream.of(
                cause("an error of OAuth2 for all refusals", Behaviour.answers(401, invalidClient), "AUTH-LOGIN-003"),
                cause(
                        "statements of a database for quotes",
                        Behaviour.when(
                                request -> request.isLogIn() && request.body().contains("'"),
                                request -> Responses.json(500, SQL)),
                        "AUTH-HTTP-002"),
                cause(
                        "what PHP prints of an error, with 200, for what is not an object",
                        Behaviour.when(
                                request -> request.method().equals("POST")
                                        && !request.body().matches("(?s)\\{.*}"),
                                request -> FATAL),
                        "AUTH-HTTP-002"),
                cause("operators of MongoDB", RepeatedCauses::operators, "AUTH-BODY-001"),
                cause("secrets cut by units of UTF-16", Behaviour.requests(RepeatedCauses::cut), "AUTH-LOGIN-003"));
    }

    private static Stream<Arguments> tokens() {
        UnaryOperator<String> brokenOff = text -> text.replaceAll("(_token\":\"[^\"]*)", "$1\\\\n");
        UnaryOperator<String> swapped = text -> text.replaceAll("access_token", "x_token")
                .replace("refresh", "access")
                .replace("x_token", "refresh_token");
        Behaviour exchanged = Behaviour.answers(201, Responses.body(swapped));
        return Stream.of(
                cause("exchanged tokens", exchanged, "AUTH-REFRESH-006"),
                cause(
                        "tokens that are exchanged at a refresh",
                        (request, good) ->
                                request.isRefresh() ? exchanged.response(request, good) : good.apply(request),
                        "AUTH-REFRESH-006"),
                cause("a line break after tokens", new ShapedTokens(token -> token + "\\n"), "AUTH-TOKEN-001"),
                cause(
                        "a line break after tokens that does not come back",
                        Behaviour.answers(201, Responses.body(brokenOff)),
                        "AUTH-TOKEN-001"),
                each("objects", "{\"token\":\"$2\"}"),
                each("numbers", "12345"),
                cause(
                        "arrays as claims",
                        new ShapedTokens(token -> TokenDefects.withClaims(token, claims -> "[" + claims + "]")),
                        "AUTH-TOKEN-001"));
    }

    private static Arguments each(String name, String token) {
        UnaryOperator<String> all = text -> text.replaceAll("(\"\\w+_token\":)\"([^\"]*)\"", "$1" + token);
        return cause("tokens that are " + name, Behaviour.answers(201, Responses.body(all)), "AUTH-RESPONSE-004");
    }

    /** Objects log in, and nobody looks at them at a refresh. */
    private static Response operators(Received request, Function<Received, Response> good) {
        String right = request.body()
                .replaceAll("(\"api_key\":)\\{[^}]*}", "$1\"" + EmbeddedStub.API_KEY + "\"")
                .replaceAll("(\"api_secret\":)\\{[^}]*}", "$1\"" + EmbeddedStub.API_SECRET + "\"");
        boolean lost = request.isRefresh() && request.body().matches("\\{\"refresh_token\":\\{.*");
        return lost ? Responses.json(500, "{}") : good.apply(request.withBody(right));
    }

    private static Received cut(Received request) {
        String body = new String(request.body().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        String shorter = body.replaceAll("(\"api_secret\":\"[ !#-\\[\\]-\\x{ffff}]{86})[^\"]+", "$1")
                .replaceAll("(\"api_secret\":\"[\\x{10000}-\\x{10ffff}]{43})[^\"]+", "$1");
        return request.withBody(new String(shorter.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
    }
}
