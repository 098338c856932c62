package net.ixapi.auth.contract.broken;

import static net.ixapi.auth.contract.broken.Behaviour.answers;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Response;

/** What the contract leaves open: servers that differ from the stub, and are right. */
final class Variations {
    private Variations() {}

    static Map<String, Behaviour> all() {
        Map<String, Behaviour> all = new LinkedHashMap<>();
        all.put("nothing differs", answers(response -> response));
        all.put("one-time refresh tokens", oneTime());
        all.put(
                "further properties in answers",
                answers(201, Responses.body(text -> text.replaceFirst("\\{", "{\"expires_in\":900,"))));
        all.put(
                "further properties in problems",
                answers(400, Responses.body(text -> text.replaceFirst("\\{", "{\"trace\":\"1\","))));
        all.put(
                "a charset in media types",
                answers(Responses.header("Content-Type", "application/json; charset=utf-8")));
        all.put(
                "a charset that makes the same text of it",
                answers(Responses.header("Content-Type", "application/json;charset=ISO-8859-1")));
        all.put("media types in another case", answers(Responses.header("Content-Type", "Application/Json")));
        all.put("other titles", answers(401, Responses.replaced("Authentication Credentials Invalid", "Nope")));
        all.put(
                "problems without a status",
                answers(Responses.body(
                        text -> text.replaceAll("\"status\":\\d+,?", "").replace(",}", "}"))));
        all.put(
                "another documented type for 401",
                answers(401, Responses.replaced("authentication-error", "not-authenticated")));
        all.put(
                "reasons that are objects",
                answers(400, Responses.body(text -> text.replaceAll("\"reason\":\"[^\"]*\"", "\"reason\":{\"a\":1}"))));
        all.put("tokens with RS256", new ShapedTokens(token -> token.replaceFirst("^[^.]+", "eyJhbGciOiJSUzI1NiJ9")));
        all.put("tokens that only times tell apart", new ShapedTokens(Variations::withoutId));
        all.put(
                "users of one customer, whom another claim names",
                new ShapedTokens(token -> LogInDefects.ofOne(token, ",\"user\":$2")));
        all.put("404 for other methods", answers(405, Responses.status(404)));
        all.put("400 for other media types", answers(415, Responses.status(400)));
        all.put(
                "problems that name no property",
                answers(400, Responses.body(text -> text.replaceAll("\"properties\":\\[.*]", "\"properties\":[]"))));
        all.put("400 for huge bodies", answers(413, Responses.status(400)));
        all.put("401 for other paths", answers(404, response -> Responses.unauthenticated()));
        all.put("two machines that answer in turn", inTurn());
        all.put("pretty JSON", answers(Responses.body(text -> text.replace(",\"", ",\n  \""))));
        all.put(
                "401 for no body",
                Behaviour.when(
                        request -> request.body().isEmpty() && request.method().equals("POST"),
                        request -> Responses.unauthenticated()));
        all.putAll(LawfulVariations.all());
        all.putAll(Sessions.variations());
        return all;
    }

    static String withoutId(String token) {
        String claims = Jwt.read(token)
                .map(jwt -> jwt.claims()
                        .toString()
                        .replaceAll("\"(jti|family)\":\"[^\"]*\",?", "")
                        .replace(",}", "}"))
                .orElse("");
        return Jwt.written("{\"alg\":\"RS256\"}", claims, Integer.toHexString(claims.hashCode()));
    }

    private static Behaviour inTurn() {
        AtomicInteger count = new AtomicInteger();
        return answers(response -> Responses.header("X-Served-By", "machine-" + count.getAndIncrement() % 2)
                .apply(response));
    }

    static Behaviour oneTime() {
        Set<String> used = ConcurrentHashMap.newKeySet();
        return (request, good) -> {
            Response response = good.apply(request);
            return request.isRefresh() && response.status() == 201 && !used.add(TokenDefects.tokenOf(request))
                    ? Responses.unauthenticated()
                    : response;
        };
    }
}
