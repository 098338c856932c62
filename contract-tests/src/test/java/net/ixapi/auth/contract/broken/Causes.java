package net.ixapi.auth.contract.broken;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Response;
import org.junit.jupiter.params.provider.Arguments;

/** Servers that have one thing wrong which shows in many places, and the requirements that they break by it. */
final class Causes {
    private Causes() {}

    static Stream<Arguments> all() {
        return Stream.of(responses(), requests(), tokens(), FrameworkCauses.all(), RepeatedCauses.all())
                .flatMap(causes -> causes);
    }

    private static Stream<Arguments> responses() {
        UnaryOperator<Response> envelope = Responses.body(text -> "{\"data\":" + text + "}");
        return Stream.of(
                cause(
                        "200 for what is refused",
                        Behaviour.answers(401, Responses.status(200)),
                        "AUTH-LOGIN-003",
                        "AUTH-REFRESH-007"),
                cause(
                        "two keys of one customer, whom tokens name",
                        new ShapedTokens(token -> LogInDefects.ofOne(token, "")),
                        "AUTH-LOGIN-009"),
                cause("an envelope", Behaviour.answers(201, envelope), "AUTH-RESPONSE-004"),
                cause("a text for 401", Behaviour.answers(401, Responses.body(text -> "\"no\"")), "AUTH-RESPONSE-004"),
                cause(
                        "a status of 0 in problems",
                        Behaviour.answers(401, Responses.replaced("\"status\":401", "\"status\":0")),
                        "AUTH-RESPONSE-004"),
                cause(
                        "relative types of problems",
                        Behaviour.answers(Responses.replaced("https://errors.ix-api.net/v2/", "/")),
                        "AUTH-RESPONSE-004"),
                cause(
                        "pages of HTML for all errors",
                        Behaviour.answers(response -> response.status() < 400
                                ? response
                                : Responses.header("Content-Type", "text/html")
                                        .apply(Responses.body(text -> "<html>No</html>")
                                                .apply(response))),
                        "AUTH-RESPONSE-002"));
    }

    private static Stream<Arguments> requests() {
        Behaviour wrongStatus = Behaviour.answers(201, Responses.status(200));
        return Stream.of(
                cause(
                        "400 for wrong credentials",
                        wrongLogIns(response -> Responses.invalid("api_secret")),
                        "AUTH-LOGIN-003"),
                cause(
                        "no refresh",
                        Behaviour.when(
                                Received::isRefresh, request -> Responses.json(404, "{\"detail\":\"Not Found\"}")),
                        "AUTH-RESPONSE-001"),
                cause(
                        "400 for refused tokens, which calls itself what 401 does",
                        (request, good) -> request.isRefresh()
                                ? Behaviour.answers(401, Responses.status(400)).response(request, good)
                                : good.apply(request),
                        "AUTH-REFRESH-007"),
                cause("422 for wrong credentials", wrongLogIns(Responses.status(422)), "AUTH-RESPONSE-001"),
                cause(
                        "secrets of letters and digits only",
                        Behaviour.when(
                                request -> request.isLogIn()
                                        && request.body().matches("(?s).*\"api_secret\":\"[^\"]*[^\\w\"][^\"]*\".*"),
                                request -> Responses.invalid("api_secret")),
                        "AUTH-BODY-002"),
                cause(
                        "values without the white space around them",
                        Behaviour.requests(request ->
                                request.withBody(request.body().replaceAll("\"(?: |\\\\n)+|(?: |\\\\n)+\"", "\""))),
                        "AUTH-LOGIN-003"),
                cause(
                        "a refresh only with the access token in a header",
                        Behaviour.when(
                                request -> request.isRefresh()
                                        && !request.headers().containsKey("authorization"),
                                request -> Responses.unauthenticated()),
                        "AUTH-REFRESH-001"),
                cause(
                        "a refresh for whoever has an access token in a header, and for nobody who has another one",
                        Causes::ofTheHeader,
                        "AUTH-REFRESH-007"),
                cause("values of which the end is cut off", Behaviour.requests(Causes::cut), "AUTH-LOGIN-003"),
                cause(
                        "the same, and another status for what is too long",
                        Causes::cutOr422,
                        "AUTH-LOGIN-003",
                        "AUTH-RESPONSE-001"),
                cause(
                        "the right secret in errors",
                        CredentialDefects.refusals(request -> request.body().contains(EmbeddedStub.API_KEY)
                                ? EmbeddedStub.API_SECRET
                                : "0".repeat(86)),
                        "AUTH-SECRET-001"),
                cause(
                        "200 for log-ins of any media type",
                        (request, good) -> wrongStatus.response(
                                request, other -> good.apply(other.withHeader("content-type", "application/json"))),
                        "AUTH-RESPONSE-001"),
                cause(
                        "arrays of one value",
                        Behaviour.requests(
                                request -> request.withBody(request.body().replaceAll("\\[(\"[^\"]*\")]", "$1"))),
                        "AUTH-BODY-001"));
    }

    private static Stream<Arguments> tokens() {
        UnaryOperator<String> never = token ->
                TokenDefects.withClaims(token, claims -> claims.replaceAll("\"exp\":\\d+", "\"exp\":253402300799"));
        UnaryOperator<String> milliseconds = token ->
                TokenDefects.withClaims(token, claims -> claims.replaceAll("\"(exp|iat)\":(\\d+)", "\"$1\":$2000"));
        UnaryOperator<String> past = token ->
                TokenDefects.withClaims(token, claims -> claims.replaceAll("\"exp\":\\d+", "\"exp\":1000000000"));
        UnaryOperator<String> nobody = token ->
                TokenDefects.withClaims(token, claims -> claims.replaceAll("\"sub\":\"[^\"]*\"", "\"sub\":null"));
        UnaryOperator<String> secret = token -> TokenDefects.withClaims(
                token, claims -> claims.replaceFirst("\\{", "{\"s\":\"" + EmbeddedStub.API_SECRET + "\","));
        Behaviour unsigned = new ShapedTokens(
                token -> TokenDefects.withHeader(token, "{\"alg\":\"none\"}").replaceFirst("[^.]*$", ""));
        Behaviour forged = RefreshDefects.letIn(request -> request.isRefresh()
                && TokenDefects.tokenOf(request).endsWith(".")
                && TokenDefects.claimsOf(TokenDefects.tokenOf(request)).contains("\"refresh\""));
        return Stream.of(
                cause(
                        "unsigned tokens",
                        (request, good) -> forged.response(request, other -> unsigned.response(other, good)),
                        "AUTH-TOKEN-002"),
                cause("one access token for an hour", oneAccessToken(), "AUTH-REFRESH-002"),
                cause(
                        "access tokens that have expired after a refresh",
                        RefreshDefects.afterARefresh(past),
                        "AUTH-TOKEN-004"),
                cause("times in milliseconds", new ShapedTokens(milliseconds), "AUTH-TOKEN-004"),
                cause("tokens that have expired", new ShapedTokens(past), "AUTH-TOKEN-004"),
                cause("tokens for nobody after a refresh", RefreshDefects.afterARefresh(nobody), "AUTH-TOKEN-001"),
                cause("tokens that never expire", new ShapedTokens(never), "AUTH-TOKEN-004"),
                cause("the secret in tokens", new ShapedTokens(secret), "AUTH-TOKEN-008"));
    }

    private static Response ofTheHeader(Received request, Function<Received, Response> good) {
        String bearer = request.headers().getOrDefault("authorization", "");
        if (!request.isRefresh() || bearer.isEmpty()) {
            return good.apply(request);
        }
        String logIn =
                "{\"api_key\":\"" + EmbeddedStub.API_KEY + "\",\"api_secret\":\"" + EmbeddedStub.API_SECRET + "\"}";
        return bearer.endsWith(" x")
                ? Responses.unauthenticated()
                : good.apply(new Received("POST", "/api/v2/auth/token", request.headers(), logIn));
    }

    private static Response cutOr422(Received request, Function<Received, Response> good) {
        Response response = good.apply(cut(request));
        boolean tooLong = request.body().matches(".*(?:_key\":\"k{17}|_secret\":\"k{87}).*");
        return tooLong ? new Response(422, response.headers(), response.body()) : response;
    }

    private static Received cut(Received request) {
        return request.withBody(request.body()
                .replaceAll("(\"api_key\":\"[ !#-\\[\\]-~]{16})[^\"]+", "$1")
                .replaceAll("(\"api_secret\":\"[ !#-\\[\\]-~]{86})[^\"]+", "$1"));
    }

    private static Behaviour oneAccessToken() {
        AtomicReference<String> first = new AtomicReference<>();
        return Behaviour.answers(201, response -> {
            String token = response.property("access_token");
            first.compareAndSet(null, token);
            return Responses.replaced(token, first.get()).apply(response);
        });
    }

    static Behaviour wrongLogIns(UnaryOperator<Response> change) {
        return (request, good) -> {
            Response response = good.apply(request);
            return request.isLogIn() && response.status() == 401 ? change.apply(response) : response;
        };
    }

    static Arguments cause(String name, Behaviour behaviour, String... requirements) {
        return Arguments.of(name, behaviour, List.of(requirements));
    }
}
