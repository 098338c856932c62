package net.ixapi.auth.contract.clients;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.server.runtime.ApiOperation;
import net.ixapi.auth.stub.fault.Fault;
import net.ixapi.auth.stub.http.StubOperations;

/**
 * What a client did in a scenario. Immutable; holds no secret.
 *
 * @param scenario what it was told to do
 * @param requests how many requests came, those that were never answered included
 * @param sent its requests that were answered, the first first
 * @param elsewhere its requests to the host that a redirect named
 * @param ending how it ended
 * @param printed the secrets that it printed
 * @param output the lines that it printed, without secrets
 */
record Recording(
        Scenario scenario,
        int requests,
        List<Sent> sent,
        List<Sent> elsewhere,
        ClientProgram.Ending ending,
        List<String> printed,
        List<String> output) {
    static final ApiOperation LOGIN = AuthApiRoutes.AUTH_TOKEN_CREATE;
    static final ApiOperation REFRESH = AuthApiRoutes.AUTH_TOKEN_REFRESH;
    static final ApiOperation OAUTH2 = StubOperations.OAUTH2_TOKEN;
    static final ApiOperation CALL = StubOperations.PROTECTED_RESOURCE;

    /** A response is on its way, and its reader has other threads: so long a client may still send what it had before. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    /** Timers are not exact. */
    private static final Duration TIMER = Duration.ofMillis(50);

    private static final String CUT = Fault.truncatedBody().toString();

    private static final Duration HAMMERING = Duration.ofSeconds(5);

    List<Sent> of(ApiOperation... operations) {
        return sent.stream().filter(one -> one.isOf(operations)).toList();
    }

    List<Sent> tokenRequests() {
        return of(LOGIN, OAUTH2, REFRESH);
    }

    long succeeded() {
        return Stream.concat(sent.stream(), elsewhere.stream())
                .filter(one -> one.isOf(CALL) && one.status() == 200)
                .count();
    }

    /** The token requests since a call was refused for the first time. */
    List<Sent> renewals() {
        Optional<Sent> refused =
                of(CALL).stream().filter(one -> one.status() == 401).findFirst();
        return tokenRequests().stream()
                .filter(one ->
                        refused.filter(call -> one.isAfter(call, Duration.ZERO)).isPresent())
                .toList();
    }

    /** The most requests within five seconds. */
    List<Sent> most() {
        return sent.stream()
                .map(last ->
                        sent.stream().filter(one -> isShortlyBefore(one, last)).toList())
                .max(Comparator.comparing(List::size))
                .orElse(List.of());
    }

    private static boolean isShortlyBefore(Sent one, Sent last) {
        Duration before = last.at().minus(one.at());
        return !before.isNegative() && before.compareTo(HAMMERING) < 0;
    }

    boolean hasExpired(Sent one) {
        return issue(Sent::issued, one.accessToken())
                .filter(issue -> one.isAfter(issue, scenario.accessLifetime().plus(GRACE)))
                .isPresent();
    }

    /** A token that was refused before is known to be of no use, so that there is no grace for it. */
    boolean hasOlderAccessToken(Sent one) {
        boolean refused = of(CALL).stream()
                .filter(other -> other.status() == 401 && one.isAfter(other, Duration.ZERO))
                .anyMatch(other -> other.accessToken().equals(one.accessToken()));
        return isOlder(one, Sent::issued, one.accessToken(), refused ? Duration.ZERO : GRACE);
    }

    boolean hasOlderRefreshToken(Sent one) {
        return isOlder(one, Sent::issuedRefresh, one.refreshToken(), GRACE);
    }

    /** Between the response with a token and a request with it there was another, and time to take it in. */
    private boolean isOlder(Sent one, Function<Sent, String> issued, String token, Duration grace) {
        return issue(issued, token)
                .filter(issue -> sent.stream()
                        .filter(other -> !issued.apply(other).isEmpty() && one.isAfter(other, grace))
                        .anyMatch(newer -> newer.answered().compareTo(issue.answered()) > 0))
                .isPresent();
    }

    /** What is answered with 429 and 503 has not been done. */
    boolean hasUsedRefreshToken(Sent one) {
        return of(REFRESH).stream()
                .filter(other -> other.at().compareTo(one.at()) < 0 && other.status() != 429 && other.status() != 503)
                .anyMatch(other -> other.refreshToken().equals(one.refreshToken()));
    }

    boolean hasTokenOfCut(Sent one) {
        return Stream.of(issue(Sent::issued, one.accessToken()), issue(Sent::issuedRefresh, one.refreshToken()))
                .flatMap(Optional::stream)
                .anyMatch(issue -> issue.fault().equals(CUT));
    }

    boolean isTooEarly(Sent one) {
        return sent.stream()
                .filter(other -> one.isAfter(other, Duration.ZERO))
                .anyMatch(other -> one.at().plus(TIMER).compareTo(other.retryAt()) < 0);
    }

    /** The response with which a token went out. */
    Optional<Sent> issue(Function<Sent, String> issued, String token) {
        return sent.stream()
                .filter(one -> !token.isEmpty() && issued.apply(one).equals(token))
                .findFirst();
    }
}
