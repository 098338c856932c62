package net.ixapi.auth.contract.broken;

import static net.ixapi.auth.contract.broken.Behaviour.when;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.ixapi.auth.contract.wire.Response;

/** What comes of properties and headers that a good request may have beside what it needs. */
final class OddRequestDefects {
    private static final String FORMS = "representations";
    private static final String FAULTS = "no-server-error";
    private static final Response FAULT = Responses.json(500, "{\"type\":\"about:blank\"}");

    private OddRequestDefects() {}

    static Stream<Defect> all() {
        return Stream.of(
                new Defect("claims come from the request", FORMS, choosing("\"role\":\"[^\"]*\"")),
                new Defect("an expiry comes from the request", FORMS, choosing("\"exp\":\\d+")),
                new Defect(
                        "a prototype faults",
                        FAULTS,
                        when(request -> request.body().contains("__proto__"), request -> FAULT)),
                new Defect(
                        "a constructor faults",
                        FAULTS,
                        when(request -> request.body().contains("constructor"), request -> FAULT)),
                // In the two bytes of UTF-8.
                new Defect(
                        "a name with an umlaut faults",
                        FAULTS,
                        when(request -> request.body().contains("\u00c3\u00bc\":"), request -> FAULT)),
                new Defect("Basic of no Base64 faults", FAULTS, when(authorization("Basic %%%"), request -> FAULT)),
                new Defect("a scheme without a token faults", FAULTS, when(authorization("Bearer"), request -> FAULT)),
                new Defect(
                        "a cookie without a value faults",
                        FAULTS,
                        when(
                                request -> request.headers()
                                        .getOrDefault("cookie", "=")
                                        .matches("[^=]*;.*"),
                                request -> FAULT)),
                new Defect(
                        "a coding that nobody knows faults",
                        FAULTS,
                        when(request -> request.headers().containsKey("content-encoding"), request -> FAULT)),
                new Defect("pages of any origin may read tokens", FORMS, readableBy("", "true")),
                new Defect(
                        "tokens may be cached until they expire",
                        "tokens",
                        Behaviour.answers(201, expiring("Fri, 31 Dec 9999 23:59:59 GMT"))));
    }

    private static Predicate<Received> authorization(String value) {
        return request -> value.equals(request.headers().get("authorization"));
    }

    /** By pages of the origin, or of any. */
    static Behaviour readableBy(String known, String credentials) {
        return (request, good) -> {
            String origin = request.headers().getOrDefault("origin", "");
            return Responses.header("Access-Control-Allow-Origin", known.isEmpty() ? origin : known)
                    .apply(Responses.header("Access-Control-Allow-Credentials", credentials)
                            .apply(good.apply(request)));
        };
    }

    /** What a body says goes before what the access token would. */
    private static Behaviour choosing(String claim) {
        Pattern chosen = Pattern.compile(claim);
        return (request, good) -> {
            Response response = good.apply(request);
            Matcher sent = chosen.matcher(request.body());
            String token = response.property("access_token");
            return response.status() == 201 && sent.find()
                    ? Responses.replaced(
                                    token,
                                    TokenDefects.withClaims(
                                            token, claims -> claims.replaceFirst("}$", "," + sent.group() + "}")))
                            .apply(response)
                    : response;
        };
    }

    static UnaryOperator<Response> expiring(String date) {
        return response -> Responses.header("Expires", date)
                .apply(Responses.header("Cache-Control", "").apply(response));
    }
}
