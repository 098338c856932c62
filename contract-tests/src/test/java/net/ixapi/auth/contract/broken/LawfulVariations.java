package net.ixapi.auth.contract.broken;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.contract.wire.Response;

/** The lawful behaviour next to a defect. Servers of implementers were blamed for each of these. */
final class LawfulVariations {
    private static final Response PAGE =
            new Response(403, List.of(new Header("Content-Type", "text/html")), "<html>Forbidden</html>".getBytes());

    private static final Pattern KEY = Pattern.compile("\"api_key\":\\s*\"([^\"]{1,40})\"");

    private static final Pattern CONTROL = Pattern.compile("\"(\\w+)\":\\s*\"[^\"]*\\\\(n|u0000)");

    private static final Pattern TIME = Pattern.compile("(\"(?:iat|nbf|exp)\":)(\\d+)");
    private static final Pattern EXPIRY = Pattern.compile("\"exp\":(\\d+)");

    private LawfulVariations() {}

    static Map<String, Behaviour> all() {
        Map<String, Behaviour> all = new LinkedHashMap<>();
        all.putAll(LockedAccounts.all());
        all.put("a session that ends when it ends", new FixedExpiry("refresh_token", true));
        all.put(
                "one log-in at a time",
                Behaviour.together(
                        Received::isLogIn,
                        Responses.header("Retry-After", "0").apply(Responses.json(429, "{\"type\":\"about:blank\"}"))));
        all.put("two servers whose clocks differ by twenty seconds", clocksApart(20));
        all.put("expiries of whole minutes", new ShapedTokens(LawfulVariations::toTheMinute));
        all.put("a server that is busy once", busy(50));
        all.put("a limit that answers 503", busy(7));
        all.put("a limit that answers 503 and does not say for how long", each(7, page(503)));
        all.put("405 by a proxy for TRACE", to(r -> r.method().equals("TRACE"), page(405)));
        all.put("a server that fails once", once(60, Responses.json(500, "{}")));
        all.put("a connection that is lost once", once(70, Responses.NONE));
        all.put("a firewall", to(Firewall::isSuspicious, PAGE));
        all.put(
                "a firewall that answers with JSON",
                to(Firewall::isSuspicious, Responses.json(403, "{\"message\":\"Forbidden\"}")));
        all.put(
                "a firewall that answers with problems of its own",
                to(Firewall::isSuspicious, Responses.json(403, "{\"type\":\"about:blank\"}")));
        all.put("a firewall that looks at headers", to(Firewall::hasUnusualHeaders, PAGE));
        all.put("a firewall that ends the connection", to(Firewall::isSuspicious, Responses.NONE));
        all.put("a firewall that takes access tokens for attacks", suspiciousAccessTokens());
        all.put(
                "a firewall that passes no secrets in headers",
                to(r -> r.headers().containsKey("x-api-secret"), PAGE));
        all.put(
                "a gateway that passes nothing but bearers",
                to(r -> r.headers().getOrDefault("authorization", "").startsWith("Basic"), Responses.json(403, "{}")));
        all.put("403 for other origins", to(r -> r.headers().containsKey("origin"), Responses.json(403, "{}")));
        all.put("resources that other origins may read", OddRequestDefects.readableBy("", ""));
        all.put("an origin that may read", OddRequestDefects.readableBy("https://portal.ix.example", "true"));
        all.put(
                "400 for a malformed Authorization",
                to(
                        r -> r.headers().getOrDefault("authorization", "").matches("Bearer|.*%.*"),
                        Responses.json(400, "{\"type\":\"about:blank\"}")));
        all.put(
                "400 for a lifetime that is too long, and for a prototype",
                to(r -> r.body().matches(".*(expires_in|__proto__).*"), Responses.invalid("expires_in")));
        all.put(
                "tokens that have expired for caches",
                Behaviour.answers(201, OddRequestDefects.expiring("Thu, 01 Jan 1970 00:00:00 GMT")));
        all.put("tokens that caches cannot read an expiry of", Behaviour.answers(201, OddRequestDefects.expiring("0")));
        all.put("400 for signatures that are not Base64 to the last bit", StrictBase64.signatures());
        all.put("411 without a length", to(LawfulVariations::hasNoLength, Responses.json(411, "{}")));
        all.put("411 for chunks", to(r -> r.headers().containsKey("transfer-encoding"), Responses.json(411, "{}")));
        all.put("a firewall that answers 405", to(Firewall::isSuspicious, page(405)));
        all.put("a firewall that answers 400", to(Firewall::isSuspicious, page(400)));
        all.put(
                "a page for those who follow the address",
                (request, good) -> List.of("GET", "HEAD").contains(request.method()) ? page(200) : good.apply(request));
        all.put("errors that repeat the key that was sent", CredentialDefects.refusals(LawfulVariations::keyOf));
        all.put(
                "errors that repeat the key, and a tag of them",
                (request, good) -> tagged(
                        CredentialDefects.refusals(LawfulVariations::keyOf).response(request, good)));
        all.put("errors that are nested deeper than the suite reads", more("[".repeat(900) + "]".repeat(900)));
        all.put("errors with longer numbers than the suite reads", more("1".repeat(2_000)));
        all.put("errors that are longer than the suite reads", more("\"" + "x".repeat(1 << 18) + "\""));
        all.put("413 for bodies of more than 1.5 kB", to(r -> r.body().length() > 1_500, Responses.json(413, "{}")));
        all.put("a page for bodies of more than 10 kB", to(r -> r.body().length() > 10_000, page(413)));
        all.put("a demand for User-Agent", to(r -> !r.headers().containsKey("user-agent"), Responses.json(403, "{}")));
        all.put("compression, unless refused", (request, good) -> {
            boolean refused = "identity".equals(request.headers().get("accept-encoding"));
            Response response = good.apply(request);
            return refused
                    ? response
                    : Responses.header("Content-Encoding", "gzip").apply(response);
        });
        all.put("one-time tokens that only times tell apart", oneTimeWithoutIds());
        all.put(
                "any media type",
                (request, good) -> good.apply(request.withHeader("content-type", "application/json")));
        all.put(
                "a random header",
                (request, good) -> Responses.header("X-Served-By", "" + new Random().nextInt(2))
                        .apply(good.apply(request)));
        all.put("errors that repeat the key", CredentialDefects.refusals(request -> EmbeddedStub.API_KEY));
        all.put(
                "an address of mail in errors",
                CredentialDefects.refusals(request -> "ask bob@ix.example or at ix.example (9 to 5)"));
        all.put(
                "OPTIONS with Allow",
                to(
                        r -> r.method().equals("OPTIONS"),
                        new Response(204, List.of(new Header("Allow", "POST, OPTIONS")), new byte[0])));
        all.put(
                "several audiences",
                new ShapedTokens(token -> TokenDefects.withClaims(
                        token, claims -> claims.replaceFirst("\\{", "{\"aud\":[\"a\",\"b\"],"))));
        all.put(
                "a critical header",
                new ShapedTokens(
                        token -> TokenDefects.withHeader(token, "{\"alg\":\"RS256\",\"crit\":[\"x\"],\"x\":1}")));
        all.put("Allow in two lines", (request, good) -> allowInTwoLines(request, good.apply(request)));
        all.put(
                "the end of the secret in errors",
                CredentialDefects.refusals(r -> "..." + EmbeddedStub.API_SECRET.substring(82)));
        all.put(
                "501 for unknown methods",
                to(r -> List.of("TRACE", "PATCH", "UNKNOWN").contains(r.method()), Responses.json(501, "{}")));
        // As Node does before the server of a user sees the request.
        all.put(
                "a page of HTML for a method that nobody knows",
                to(
                        r -> r.method().equals("UNKNOWN"),
                        Responses.header("Content-Type", "text/html").apply(Responses.json(400, "<html>No</html>"))));
        all.put(
                "400 for control characters",
                Behaviour.when(
                        r -> CONTROL.matcher(r.body()).find(),
                        r -> Responses.invalid(CONTROL.matcher(r.body())
                                .results()
                                .findFirst()
                                .orElseThrow()
                                .group(1))));
        return all;
    }

    /** Two servers that issue pairs in turns. */
    static Behaviour clocksApart(int seconds) {
        AtomicInteger tokens = new AtomicInteger();
        return new ShapedTokens(token -> {
            int behind = tokens.getAndIncrement() / 2 % 2 * seconds;
            return TokenDefects.withClaims(
                    token,
                    claims -> TIME.matcher(claims)
                            .replaceAll(time -> time.group(1) + (Long.parseLong(time.group(2)) - behind)));
        });
    }

    private static Behaviour more(String json) {
        return Behaviour.answers(401, Responses.body(text -> text.replaceAll("}$", ",\"more\":" + json + "}")));
    }

    private static String toTheMinute(String token) {
        return Jwt.read(token)
                .map(jwt -> Jwt.written(
                        "{\"alg\":\"RS256\"}",
                        EXPIRY.matcher(jwt.claims().toString())
                                .replaceAll(expiry -> "\"exp\":" + Long.parseLong(expiry.group(1)) / 60 * 60),
                        jwt.signature()))
                .orElse(token);
    }

    /** RFC 9110, section 5.3. */
    private static Response allowInTwoLines(Received request, Response response) {
        if (response.status() != 405) {
            return response;
        }
        List<Header> headers = new ArrayList<>(response.headers());
        headers.add(0, new Header("Allow", "OPTIONS"));
        return request.method().equals("OPTIONS")
                ? new Response(204, headers, new byte[0])
                : new Response(405, headers, response.body());
    }

    /** As Express does with each response. */
    private static Response tagged(Response response) {
        return Responses.header("ETag", "W/\"" + response.text().hashCode() + "\"")
                .apply(response);
    }

    private static Behaviour to(Predicate<Received> which, Response response) {
        return Behaviour.when(which, request -> response);
    }

    private static Response page(int status) {
        return new Response(status, PAGE.headers(), PAGE.body());
    }

    private static boolean hasNoLength(Received request) {
        return request.method().equals("POST")
                && !request.headers().containsKey("content-length")
                && !request.headers().containsKey("transfer-encoding");
    }

    static String keyOf(Received request) {
        Matcher key = KEY.matcher(request.body());
        return key.find() ? key.group(1) : "";
    }

    /** A signature may have two hyphens in a row, with which a comment of SQL begins. */
    private static Behaviour suspiciousAccessTokens() {
        ShapedTokens shaped = new ShapedTokens(token -> Jwt.read(token)
                .filter(jwt -> jwt.claims().toString().contains("\"access\""))
                .map(jwt -> jwt.signed() + ".--" + jwt.signature().substring(2))
                .orElse(token));
        return (request, good) -> request.body().contains("--") ? page(406) : shaped.response(request, good);
    }

    private static Behaviour busy(int every) {
        return each(
                every, Responses.header("Retry-After", "0").apply(Responses.json(503, "{\"type\":\"about:blank\"}")));
    }

    static Behaviour each(int every, Response response) {
        AtomicInteger count = new AtomicInteger();
        return (request, good) -> count.incrementAndGet() % every == 0 ? response : good.apply(request);
    }

    private static Behaviour once(int which, Response response) {
        AtomicInteger count = new AtomicInteger();
        return (request, good) -> count.incrementAndGet() == which ? response : good.apply(request);
    }

    private static Behaviour oneTimeWithoutIds() {
        Behaviour oneTime = Variations.oneTime();
        ShapedTokens shaped = new ShapedTokens(Variations::withoutId);
        return (request, good) -> oneTime.response(request, other -> shaped.response(other, good));
    }
}
