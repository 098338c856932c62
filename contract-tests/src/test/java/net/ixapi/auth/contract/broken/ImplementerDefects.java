package net.ixapi.auth.contract.broken;

import static net.ixapi.auth.contract.broken.Behaviour.answers;
import static net.ixapi.auth.contract.broken.Behaviour.when;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Response;

/** What servers of implementers had wrong; {@link Variations} has the lawful behaviour next to each. */
final class ImplementerDefects {
    private static final String FORMS = "representations";
    private static final String ECHO = "no-secret-echo";
    private static final String FAULTS = "no-server-error";
    private static final String TRACE = "no-stack-trace";
    private static final String SECRET = EmbeddedStub.API_SECRET;
    private static final Response FAULT = Responses.json(500, "{\"type\":\"about:blank\"}");
    private static final Response NOT_ACCEPTABLE = Responses.json(406, "{\"type\":\"about:blank\"}");

    private ImplementerDefects() {}

    static Stream<Defect> all() {
        return Stream.of(requests(), credentials(), leaks()).flatMap(defects -> defects);
    }

    private static Stream<Defect> requests() {
        return Stream.of(
                new Defect("406 for */*", FORMS, to(accepts("*/*"), NOT_ACCEPTABLE)),
                new Defect(
                        "406 for weights", FORMS, to(request -> accept(request).contains("q="), NOT_ACCEPTABLE)),
                new Defect(
                        "406 for no Accept",
                        FORMS,
                        to(request -> accept(request).isEmpty(), NOT_ACCEPTABLE)),
                new Defect("each 40th request faults", FAULTS, LawfulVariations.each(40, FAULT)),
                new Defect("HEAD faults", FAULTS, to(method("HEAD"), FAULT)),
                new Defect("OPTIONS faults", FAULTS, to(method("OPTIONS"), FAULT)),
                new Defect("TRACE is answered", "methods", to(method("TRACE"), Responses.json(200, "{}"))),
                new Defect("OPTIONS is redirected", "no-redirect", to(method("OPTIONS"), Responses.json(302, "{}"))),
                new Defect(
                        "401 without a challenge",
                        "content-type",
                        answers(401, Responses.header("WWW-Authenticate", ""))),
                new Defect("NUL in a value of the right length faults", FAULTS, to(value("\\\\u0000"), FAULT)),
                new Defect("a line break in a value of the right length faults", FAULTS, to(value("\\\\n"), FAULT)),
                // Where nothing is, or the length is wrong, nobody compares it with anything.
                new Defect(
                        "half a surrogate in a value of the right length faults",
                        FAULTS,
                        to(value("[^\"]{15}\\\\ud83d"), FAULT)),
                new Defect("a value far too long faults", FAULTS, to(value("k{800,900}"), FAULT)),
                new Defect(
                        "an empty object faults",
                        FAULTS,
                        to(request -> request.body().equals("{}"), FAULT)),
                new Defect(
                        "SQL in the secret faults",
                        FAULTS,
                        to(request -> request.body().matches("(?s).*api_secret\":\\s*\"' OR.*"), FAULT)),
                new Defect(
                        "tokens may be cached",
                        "tokens",
                        answers(201, Responses.header("Cache-Control", "public, max-age=60"))),
                new Defect(
                        "shared caches may keep tokens",
                        "tokens",
                        answers(201, Responses.header("Cache-Control", "s-maxage=60"))));
    }

    private static Stream<Defect> credentials() {
        return Stream.of(
                new Defect(
                        "credentials in the query log in",
                        "credentials",
                        (request, good) -> request.path().contains("api_secret=")
                                ? good.apply(rightLogIn(request))
                                : good.apply(request)),
                new Defect(
                        "PUT logs in",
                        "methods",
                        (request, good) ->
                                good.apply(request.method().equals("PUT") ? request.withMethod("POST") : request)),
                new Defect(
                        "GET logs in if a header says that it is POST",
                        "methods",
                        (request, good) -> good.apply(
                                request.headers()
                                                .getOrDefault("x-http-method-override", "")
                                                .equals("POST")
                                        ? request.withMethod("POST")
                                        : request)),
                new Defect(
                        "SQL in the secret ends the connection",
                        "answers",
                        to(request -> request.body().matches("(?s).*api_secret\":\\s*\"' OR.*"), Responses.NONE)),
                new Defect(
                        "GET logs in",
                        "methods",
                        (request, good) ->
                                good.apply(request.method().equals("GET") ? request.withMethod("POST") : request)),
                new Defect(
                        "a secret of 0 logs in",
                        "request-body",
                        (request, good) -> good.apply(
                                request.body().matches("(?s).*\"api_secret\":0\\D.*") ? rightLogIn(request) : request)),
                new Defect(
                        "a secret of an object logs in",
                        "request-body",
                        (request, good) -> good.apply(
                                request.body().contains("\"api_secret\":{}") ? rightLogIn(request) : request)),
                RefreshDefects.taken(
                        "the key in a token's header is believed",
                        token -> header(token).contains("\"jwk\"")),
                RefreshDefects.taken(
                        "the secret key in a token's header is believed",
                        token -> header(token).contains("\"oct\"")),
                RefreshDefects.taken(
                        "the name of a key is a file", token -> header(token).contains("dev/null")),
                RefreshDefects.taken(
                        "the name of a key is put into SQL",
                        token -> header(token).contains("UNION")));
    }

    private static Stream<Defect> leaks() {
        return Stream.of(
                new Defect(
                        "half of the secret in an error",
                        ECHO,
                        CredentialDefects.refusals(r -> SECRET.substring(9, 60))),
                new Defect(
                        "the beginning of the secret in an error",
                        ECHO,
                        CredentialDefects.refusals(r -> SECRET.substring(0, 20) + "...")),
                new Defect(
                        "the secret backwards in an error",
                        ECHO,
                        CredentialDefects.refusals(
                                r -> new StringBuilder(SECRET).reverse().toString())),
                new Defect(
                        "the secret in Base64 in an error",
                        ECHO,
                        CredentialDefects.refusals(r -> base64("x:" + SECRET))),
                new Defect("the secret in hexadecimal digits", ECHO, CredentialDefects.refusals(r -> hex(SECRET))),
                new Defect(
                        "the address in the page for what is not found",
                        ECHO,
                        when(
                                request -> request.path().contains("?")
                                        && request.method().equals("GET"),
                                request -> Responses.json(404, "{\"detail\":\"no GET " + request.path() + "\"}"))),
                trace("Kotlin", "at com.ix.AuthKt.logIn(Auth.kt:12)"),
                trace("Scala", "at com.ix.Auth$.logIn(Auth.scala:9)"),
                trace("Spring", "org.springframework.dao.DataAccessException: no"),
                trace(".NET", "System.NullReferenceException: Object reference not set"),
                trace(".NET without files", "  at Ix.Api.AuthController.LogIn(String key) in /src/A.cs:line 7"),
                trace("Go", "goroutine 7 [running]: main.main() /app/main.go:12"),
                trace("Go without goroutines", "runtime error: invalid memory address"),
                trace("a client of a database", "cannot connect to postgres://auth:pw@10.0.3.17:5432/auth"),
                trace("Ruby", "app/auth.rb:7:in `login'"),
                trace("PHP", "Fatal error in /var/www/index.php on line 12"),
                trace("Node", "at node:internal/process/task_queues:95:5"));
    }

    private static Defect trace(String language, String text) {
        return new Defect("a stack trace of " + language, TRACE, CredentialDefects.refusals(request -> text));
    }

    private static Received rightLogIn(Received request) {
        return new Received(
                "POST",
                request.path().replaceAll("\\?.*", ""),
                request.headers(),
                "{\"api_key\":\"" + EmbeddedStub.API_KEY + "\",\"api_secret\":\"" + SECRET + "\"}");
    }

    private static String header(String token) {
        return Jwt.read(token).map(jwt -> jwt.header().toString()).orElse("");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(String text) {
        return java.util.HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Behaviour to(Predicate<Received> which, Response response) {
        return when(which, request -> response);
    }

    private static Predicate<Received> method(String method) {
        return request -> request.method().equals(method);
    }

    private static Predicate<Received> accepts(String accepted) {
        return request -> accept(request).equals(accepted);
    }

    private static String accept(Received request) {
        return request.headers().getOrDefault("accept", "");
    }

    private static Predicate<Received> value(String pattern) {
        return request -> request.body().matches("(?s).*\"[^\"]{0,90}" + pattern + "\".*");
    }
}
