package net.ixapi.auth.contract.broken;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Exchanger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.ixapi.auth.contract.tokens.Jwt;
import net.ixapi.auth.contract.wire.Response;

/** What is wrong with refreshes, and with what a refresh token is good for. */
final class RefreshDefects {
    private static final Response FAULT = Responses.json(500, "{}");
    private static final String REFRESH = "refresh";
    private static final String REFUSALS = "refresh-refusals";

    private RefreshDefects() {}

    static Stream<Defect> all() {
        return Stream.of(
                new Defect("a refresh brings the old refresh token", REFRESH, RefreshDefects::oldAgain),
                new Defect("a refresh is for another user", REFRESH, afterARefresh(RefreshDefects::ofAnotherUser)),
                new Defect("a pair refreshes no second time", REFRESH, chainOfOne()),
                new Defect(
                        "refresh tokens are refused",
                        REFRESH,
                        Behaviour.when(Received::isRefresh, request -> Responses.unauthenticated())),
                // As by a comparison that ends with the right one.
                taken("a longer signature refreshes", token -> token.matches("[^.]+\\.[^.]+\\.[^.]{47}")),
                taken("garbage refreshes", token -> token.equals("garbage")),
                new Defect("access tokens of refreshes refresh", REFUSALS, accessOfRefreshes()),
                new Defect(
                        "claims that are no object fault",
                        "no-server-error",
                        Behaviour.when(request -> request.body().contains(".bnVsbA."), request -> FAULT)),
                new Defect(
                        "a header that is no object faults",
                        "no-server-error",
                        Behaviour.when(request -> request.body().contains("\"bnVsbA."), request -> FAULT)),
                new Defect(
                        "five parts, as of an encrypted token, fault",
                        "no-server-error",
                        Behaviour.when(
                                request -> request.body().matches(".*\"[\\w-]+(\\.[\\w-]+){4}\"}"), request -> FAULT)),
                new Defect("a used refresh token faults", "no-server-error", usedFaults()),
                new Defect(
                        "a refresh token faults if it is sent twice at once",
                        "no-server-error",
                        oneTimeWithARace((request, good) -> FAULT)),
                taken(
                        "access tokens refresh",
                        token -> TokenDefects.claimsOf(token).contains("\"access\"")),
                taken(
                        "unsigned tokens refresh",
                        token -> Jwt.read(token)
                                .filter(jwt -> jwt.algorithm().equals("none"))
                                .isPresent()),
                taken(
                        "unsigned tokens without a name for that refresh",
                        token -> Jwt.read(token)
                                .filter(jwt -> jwt.algorithm().isEmpty()
                                        && jwt.signature().isEmpty())
                                .isPresent()),
                taken("white space around a token is passed over", token -> token.startsWith(" ")),
                taken("a scheme before a token is passed over", token -> token.startsWith("Bearer ")),
                taken("what follows a token is passed over", token -> token.split("\\.").length > 3),
                taken(
                        "the part of a signature can be left out",
                        token -> Jwt.read(token + ".").isPresent()),
                new Defect("the case of a token does not count", REFUSALS, TokensInAnyCase.plain()),
                taken(
                        "signatures can be left out",
                        token -> token.endsWith(".") && !token.startsWith("eyJhbGciOiJub25l")),
                taken(
                        "signatures are not looked at",
                        token -> Jwt.read(token)
                                        .filter(jwt -> jwt.algorithm().equals("HS256")
                                                && !jwt.signature().isEmpty())
                                        .isPresent()
                                && TokenDefects.claimsOf(token).contains("\"refresh\"")),
                new Defect("two servers whose clocks differ by a minute", REFRESH, LawfulVariations.clocksApart(60)),
                new Defect("an access token expires with the log-in's", REFRESH, new FixedExpiry("access_token", true)),
                new Defect(
                        "an access token expires with the last one", REFRESH, new FixedExpiry("access_token", false)),
                taken("a signature of zeros is taken", token -> token.matches("[\\w-]+\\.[\\w-]+\\.A{86}")),
                new Defect("a refresh is for whoever logged in last", REFRESH, ofWhoeverLoggedInLast()),
                new Defect("the case of an opaque token does not count", REFUSALS, TokensInAnyCase.opaque()),
                new Defect(
                        "refreshes at the same time are refused",
                        REFRESH,
                        Behaviour.together(Received::isRefresh, Responses.unauthenticated())),
                taken("the end of a signature does not count", endOfSignature()),
                new Defect(
                        "a token for one use is good for two at once",
                        REFRESH,
                        oneTimeWithARace((request, good) -> good.apply(request))),
                new Defect("two refreshes at once mix up their accounts", REFRESH, mixedUp()),
                taken(
                        "claims can be changed",
                        token -> TokenDefects.claimsOf(token).contains("\"another\"")),
                taken(
                        "headers are not signed",
                        token -> Jwt.read(token)
                                .filter(jwt -> jwt.header().has("another"))
                                .isPresent()));
    }

    private static Predicate<String> endOfSignature() {
        Set<String> beginnings = ConcurrentHashMap.newKeySet();
        return token -> !beginnings.add(token.substring(0, Math.max(0, token.length() - 5)))
                && Jwt.read(token).filter(jwt -> jwt.signature().length() == 43).isPresent();
    }

    /** It is used up only after the next pair was made. */
    private static Behaviour oneTimeWithARace(Behaviour second) {
        Set<String> used = ConcurrentHashMap.newKeySet();
        Exchanger<Received> underWay = new Exchanger<>();
        return (request, good) -> {
            if (!request.isRefresh()) {
                return good.apply(request);
            } else if (used.contains(TokenDefects.tokenOf(request))) {
                return Responses.unauthenticated();
            }
            Behaviour.meets(underWay, request, 50);
            return used.add(TokenDefects.tokenOf(request)) ? good.apply(request) : second.response(request, good);
        };
    }

    private static Behaviour mixedUp() {
        Exchanger<Received> underWay = new Exchanger<>();
        return (request, good) -> {
            Response response = good.apply(request);
            return request.isRefresh() && response.status() == 201 && Behaviour.meets(underWay, request, 50)
                    ? afterARefresh(RefreshDefects::ofAnotherUser).response(request, other -> response)
                    : response;
        };
    }

    /** A server that keeps one user for all. */
    private static Behaviour ofWhoeverLoggedInLast() {
        AtomicReference<String> last = new AtomicReference<>("");
        return (request, good) -> {
            Response response = good.apply(request);
            String token = response.status() == 201 ? response.property("access_token") : "";
            String subject = TokenDefects.claimsOf(token).replaceAll(".*(\"sub\":\"[^\"]*\").*", "$1");
            if (request.isLogIn() && !subject.isEmpty()) {
                last.set(subject);
            }
            return request.isRefresh() && !token.isEmpty() && !subject.equals(last.get())
                    ? Responses.replaced(
                                    token,
                                    Jwt.written(
                                            "{\"alg\":\"RS256\"}",
                                            TokenDefects.claimsOf(token).replace(subject, last.get()),
                                            "c2ln"))
                            .apply(response)
                    : response;
        };
    }

    private static String ofAnotherUser(String token) {
        return TokenDefects.withClaims(token, claims -> claims.replaceAll("\"sub\":\"[^\"]*\"", "\"sub\":\"x\""));
    }

    /** The access token of a refresh is another one. */
    static Behaviour afterARefresh(UnaryOperator<String> change) {
        return (request, good) -> {
            Response response = good.apply(request);
            String token = response.property("access_token");
            return request.isRefresh() && response.status() == 201
                    ? Responses.replaced(token, change.apply(token)).apply(response)
                    : response;
        };
    }

    private static Behaviour accessOfRefreshes() {
        Map<String, Response> pairs = new ConcurrentHashMap<>();
        return (request, good) -> {
            Response response = pairs.getOrDefault(TokenDefects.tokenOf(request), good.apply(request));
            if (request.isRefresh() && response.status() == 201) {
                pairs.put(response.property("access_token"), response);
            }
            return response;
        };
    }

    private static Behaviour usedFaults() {
        Set<String> used = ConcurrentHashMap.newKeySet();
        return (request, good) -> {
            Response response = good.apply(request);
            boolean refreshed = request.isRefresh() && response.status() == 201;
            return refreshed && !used.add(TokenDefects.tokenOf(request)) ? FAULT : response;
        };
    }

    /** What should be refused brings a new pair. */
    static Defect taken(String name, Predicate<String> which) {
        return new Defect(
                name, REFUSALS, letIn(request -> request.isRefresh() && which.test(TokenDefects.tokenOf(request))));
    }

    /** With the last pair. */
    static Behaviour letIn(Predicate<Received> which) {
        AtomicReference<Response> last = new AtomicReference<>();
        return (request, good) -> {
            Response response = good.apply(request);
            if (response.status() == 201) {
                last.set(response);
            }
            return response.status() == 401 && which.test(request) ? last.get() : response;
        };
    }

    private static Response oldAgain(Received request, Function<Received, Response> good) {
        Response response = good.apply(request);
        return request.isRefresh() && response.status() == 201
                ? Responses.replaced(response.property("refresh_token"), TokenDefects.tokenOf(request))
                        .apply(response)
                : response;
    }

    /** Tokens that came from a refresh are refused. */
    private static Behaviour chainOfOne() {
        Set<String> refreshed = ConcurrentHashMap.newKeySet();
        return (request, good) -> {
            if (request.isRefresh() && refreshed.contains(TokenDefects.tokenOf(request))) {
                return Responses.unauthenticated();
            }
            Response response = good.apply(request);
            if (request.isRefresh() && response.status() == 201) {
                refreshed.add(response.property("refresh_token"));
            }
            return response;
        };
    }
}
