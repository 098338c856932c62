package net.ixapi.auth.contract.broken;

import static net.ixapi.auth.contract.broken.Causes.cause;
import static net.ixapi.auth.contract.broken.Causes.wrongLogIns;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.tokens.GuessableKeys;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Response;
import org.junit.jupiter.params.provider.Arguments;

/** What frameworks do where nobody tells them otherwise, and what follows from one decision of an implementer. */
final class FrameworkCauses {
    private static final Response NOT_FOUND = Responses.json(404, "{\"detail\":\"Not Found\"}");
    private static final String FASTAPI =
            "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\",\"api_key\"],\"msg\":\"Field required\"}]}";
    /** A value that is not a string, or a string alone in an array. */
    private static final Pattern COERCED = Pattern.compile(
            "(\"(?:api_key|api_secret|refresh_token)\":\\s*)(?:(-?[\\d.eE+]+|true|false)|\\[(\"[^\"]*\")]|(null))");

    private FrameworkCauses() {}

    static Stream<Arguments> all() {
        return Stream.of(refusals(), requests(), tokens()).flatMap(causes -> causes);
    }

    private static Stream<Arguments> refusals() {
        UnaryOperator<Response> page = Responses.header("Content-Type", "text/html");
        Response invalidClient = Responses.json(400, "{\"error\":\"invalid_client\"}");
        return Stream.of(
                cause("200 for what is invalid", Behaviour.answers(400, Responses.status(200)), "AUTH-RESPONSE-001"),
                cause(
                        "any credentials of the right lengths",
                        rightFor("C{16}\",\"api_secret\":\"C{86}\"}".replace("C", "(?:[^\"\\\\]|\\\\u....)")),
                        "AUTH-LOGIN-003"),
                cause("SQL in keys and secrets", rightFor(".*' OR .*"), "AUTH-LOGIN-003"),
                cause("404 for wrong credentials", wrongLogIns(Responses.status(404)), "AUTH-RESPONSE-001"),
                cause("an error of a framework for them", wrongLogIns(any -> NOT_FOUND), "AUTH-RESPONSE-001"),
                cause("a page for them", wrongLogIns(any -> page.apply(NOT_FOUND)), "AUTH-RESPONSE-001"),
                cause("an error of OAuth2 for them", wrongLogIns(any -> invalidClient), "AUTH-LOGIN-003"),
                cause(
                        "403 for a wrong secret of a known key",
                        (request, good) -> request.body().contains(EmbeddedStub.API_KEY)
                                ? wrongLogIns(Responses.status(403)).response(request, good)
                                : good.apply(request),
                        "AUTH-LOGIN-006"),
                cause("404 for an unknown key", unknownKeys(any -> NOT_FOUND), "AUTH-LOGIN-006"),
                cause("400 for an unknown key", unknownKeys(any -> Responses.invalid("api_key")), "AUTH-LOGIN-006"),
                cause(
                        "errors of FastAPI for invalid bodies",
                        Behaviour.answers(400, any -> Responses.json(422, FASTAPI)),
                        "AUTH-RESPONSE-001"));
    }

    private static Stream<Arguments> requests() {
        return Stream.of(
                cause(
                        "something after each token, whatever the media type",
                        (request, good) -> Behaviour.answers(201, Responses.body(text -> text + "<br>"))
                                .response(
                                        request,
                                        other -> good.apply(other.withHeader("content-type", "application/json"))),
                        "AUTH-RESPONSE-004"),
                cause(
                        "media types only with a charset",
                        Behaviour.when(
                                request -> request.method().equals("POST")
                                        && !request.contentType().contains("charset"),
                                request -> Responses.json(415, "{\"type\":\"about:blank\"}")),
                        "AUTH-LOGIN-001"),
                cause(
                        "media types compared as texts",
                        Behaviour.when(
                                request -> request.method().equals("POST")
                                        && !request.contentType().equals("application/json"),
                                request -> Responses.json(415, "{\"type\":\"about:blank\"}")),
                        "AUTH-BODY-005"),
                cause(
                        "values coerced to strings, as Ajv does for Fastify",
                        Behaviour.requests(request -> request.withBody(COERCED.matcher(request.body())
                                .replaceAll(value -> "$1" + (value.group(2) == null ? "" : "\"$2\"")
                                        + (value.group(3) == null ? "" : "$3")
                                        + (value.group(4) == null ? "" : "\"\"")))),
                        "AUTH-BODY-001"));
    }

    private static Stream<Arguments> tokens() {
        UnaryOperator<String> endless = token -> TokenDefects.withClaims(
                token, claims -> claims.replaceAll("\"exp\":\\d+,?", "").replace(",}", "}"));
        UnaryOperator<String> unsigned = token -> Jwt.read(token)
                .map(jwt -> Jwt.written("{\"alg\":\"none\"}", jwt.claims().toString(), ""))
                .orElse(token);
        UnaryOperator<Response> number =
                Responses.body(text -> text.replaceFirst("(\"access_token\":)\"[^\"]*\"", "$15"));
        return Stream.of(
                cause("tokens that are not signed", new ShapedTokens(unsigned), "AUTH-TOKEN-002"),
                cause("tokens that are numbers", Behaviour.answers(201, number), "AUTH-RESPONSE-004"),
                cause(
                        "padding of tokens that does not count",
                        lenient(token -> token + "==", token -> token.replaceFirst(".=$", "")),
                        "AUTH-TOKEN-001"),
                cause(
                        "signatures in hexadecimal digits",
                        lenient(FrameworkCauses::hexadecimal, FrameworkCauses::inSmallLetters),
                        "AUTH-TOKEN-002"),
                cause("no expiry", new ShapedTokens(endless), "AUTH-TOKEN-004"),
                cause("one pair for each account", onePair(), "AUTH-REFRESH-002"),
                cause("a word for a key that has a name", ofAWord("secret"), "AUTH-TOKEN-003"),
                cause("the word 'key' for a key", ofAWord("key"), "AUTH-TOKEN-003"),
                cause("signatures of headers", ofHeaders(), "AUTH-REFRESH-007"),
                cause(
                        "signatures of claims",
                        taking(
                                new ShapedTokens(token -> token),
                                (known, sent) -> known.claims().equals(sent.claims())),
                        "AUTH-REFRESH-007"));
    }

    /** Logs in whoever sends a key, and what follows it, that looks like this. */
    private static Behaviour rightFor(String pattern) {
        String right =
                "{\"api_key\":\"" + EmbeddedStub.API_KEY + "\",\"api_secret\":\"" + EmbeddedStub.API_SECRET + "\"}";
        return Behaviour.requests(request -> request.isLogIn() && request.body().matches("\\{\"api_key\":\"" + pattern)
                ? request.withBody(right)
                : request);
    }

    private static Behaviour ofAWord(String word) {
        Behaviour shaped = new ShapedTokens(
                token -> GuessableKeys.signed("{\"alg\":\"HS256\",\"kid\":\"1\"}", TokenDefects.claimsOf(token), word));
        Behaviour letIn = RefreshDefects.letIn(request -> Jwt.read(TokenDefects.tokenOf(request))
                .filter(jwt -> jwt.claims().path("token_use").asText().equals("refresh"))
                .flatMap(jwt -> GuessableKeys.of(jwt, Stream.empty()))
                .filter(word::equals)
                .isPresent());
        return (request, good) -> letIn.response(request, other -> shaped.response(other, good));
    }

    private static String hexadecimal(String token) {
        return TokenDefects.withHeader(token, "{\"alg\":\"HS256\"}")
                .replaceFirst("\\w+$", "%064x".formatted(token.hashCode()));
    }

    private static String inSmallLetters(String token) {
        int signature = token.lastIndexOf('.') + 1;
        return token.substring(0, signature) + token.substring(signature).toLowerCase(Locale.ROOT);
    }

    /** Takes refresh tokens for those that it issued if what counts of them is the same. */
    private static Behaviour lenient(UnaryOperator<String> shape, UnaryOperator<String> counts) {
        Set<String> issued = ConcurrentHashMap.newKeySet();
        Behaviour shaped = new ShapedTokens(token -> {
            if (TokenDefects.claimsOf(token).contains("\"refresh\"")) {
                issued.add(counts.apply(shape.apply(token)));
            }
            return shape.apply(token);
        });
        Behaviour letIn = RefreshDefects.letIn(request -> issued.contains(counts.apply(TokenDefects.tokenOf(request))));
        return (request, good) -> letIn.response(request, other -> shaped.response(other, good));
    }

    private static Behaviour unknownKeys(UnaryOperator<Response> change) {
        Behaviour all = wrongLogIns(change);
        return (request, good) ->
                request.body().contains(EmbeddedStub.API_KEY) ? good.apply(request) : all.response(request, good);
    }

    private static Behaviour onePair() {
        Map<String, Response> pairs = new ConcurrentHashMap<>();
        return (request, good) -> {
            Response response = good.apply(request);
            return response.status() == 201 ? pairs.computeIfAbsent(subject(response), any -> response) : response;
        };
    }

    private static String subject(Response pair) {
        return Jwt.read(pair.property("access_token"))
                .map(jwt -> jwt.claims().path("sub").asText())
                .orElse("");
    }

    private static Behaviour ofHeaders() {
        ShapedTokens shaped = new ShapedTokens(token -> Jwt.read(token)
                .map(jwt -> Jwt.written("{\"alg\":\"RS256\"}", jwt.claims().toString(), "b2YtdGhlLWhlYWRlci1hbG9uZQ"))
                .orElse(token));
        return taking(
                shaped,
                (known, sent) -> known.header().equals(sent.header())
                        && sent.claims().path("token_use").equals(known.claims().path("token_use")));
    }

    /** Takes each token that has the signature of one that was issued, and as much of its rest in common as is signed. */
    private static Behaviour taking(Behaviour tokens, BiPredicate<Jwt, Jwt> signed) {
        Set<Jwt> issued = ConcurrentHashMap.newKeySet();
        AtomicReference<Response> last = new AtomicReference<>();
        return (request, good) -> {
            Response response = tokens.response(request, good);
            if (response.status() == 201) {
                Jwt.read(response.property("refresh_token")).ifPresent(issued::add);
                last.set(response);
            }
            boolean known = request.isRefresh()
                    && response.status() == 401
                    && Jwt.read(TokenDefects.tokenOf(request))
                            .filter(sent -> issued.stream()
                                    .anyMatch(
                                            one -> one.signature().equals(sent.signature()) && signed.test(one, sent)))
                            .isPresent();
            return known ? last.get() : response;
        };
    }
}
