package net.ixapi.auth.contract.clients;

import static net.ixapi.auth.contract.clients.Recording.CALL;
import static net.ixapi.auth.contract.clients.Recording.LOGIN;
import static net.ixapi.auth.contract.clients.Recording.OAUTH2;
import static net.ixapi.auth.contract.clients.Recording.REFRESH;

import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import net.ixapi.auth.server.runtime.ApiOperation;

/** What a client must have done. Requirements name these. */
enum Judgement {
    /** Of a client that did not end in time, that is what is said. */
    SUCCEEDS(all -> all.ending().exitCode().isEmpty()
            ? new Outcome(false, "")
            : ended(all, all.ending().isSuccess(), "expected 0: all calls get 200")),
    GIVES_UP(all -> ended(all, !all.ending().isSuccess(), "expected another")),
    ENDS_IN_TIME(all -> ended(all, all.ending().exitCode().isPresent(), "it did not end in time")),
    EXIT_CODE_IS_TRUE(all -> ended(
            all,
            !all.ending().isSuccess() || all.succeeded() >= all.scenario().calls(),
            all.succeeded() + " calls got 200")),
    PRINTS_NO_SECRET(all -> ended(all, all.printed().isEmpty(), "it printed " + all.printed())),
    SENDS_NOTHING(all -> ended(all, all.sent().isEmpty(), all.sent().size() + " requests came")),

    HAS_REQUIRED_PROPERTIES(none("lacks what is required", (all, one) -> !one.wellFormed(), LOGIN, REFRESH)),
    IS_GRANT(none("is not such a form", (all, one) -> !one.wellFormed(), OAUTH2)),
    IS_JSON(none("is not application/json", (all, one) -> !one.mediaType().equals("application/json"), LOGIN, REFRESH)),
    NO_EMPTY_PARAMETER(
            none("has an empty parameter", (all, one) -> one.contentType().matches(".*;\\s*(;.*)?"))),
    ACCEPTS_JSON(
            none("accepts no JSON", (all, one) -> !one.accept().matches("(?i)|.*(\\*/|application/)(\\*|json).*"))),
    BEARER_AS_ISSUED(none(
            "has no access token that was issued",
            (all, one) -> all.issue(Sent::issued, one.accessToken()).isEmpty(),
            CALL)),
    REFRESH_TOKEN_AS_ISSUED(none(
            "has no refresh token that was issued",
            (all, one) -> all.issue(Sent::issuedRefresh, one.refreshToken()).isEmpty(),
            REFRESH)),

    NO_SECRET_IN_URL(noSecret((one, place) -> place.part() == Sent.Part.URL)),
    CREDENTIALS_TO_LOG_IN(noSecret((one, place) -> place.isOfCredentials() && !one.isOf(LOGIN, OAUTH2))),
    REFRESH_TOKEN_TO_REFRESH(
            noSecret((one, place) -> place.isRefreshToken() && !(one.isOf(REFRESH) && place.part() == Sent.Part.BODY))),
    NO_SECRET_ELSEWHERE(all -> new Outcome(
            !all.sent().isEmpty(),
            first(all.elsewhere(), one -> !one.secrets().isEmpty(), "has secrets, at another host")
                    .broken())),

    ONE_LOG_IN(all -> atMost(1, all.of(LOGIN, OAUTH2))),
    THREE_LOG_INS(all -> atMost(3, all.of(LOGIN, OAUTH2))),
    ONE_TOKEN_REQUEST(all -> atMost(1, all.tokenRequests())),
    ONE_TOKEN_REQUEST_A_CALL(all -> atMost(1 + all.scenario().calls(), all.tokenRequests())),
    ONE_RENEWAL(all -> atMost(1, all.renewals())),
    ONE_REPEAT(all -> atMost(2, all.of(CALL).size() > 2 ? all.of(CALL) : all.tokenRequests())),
    NO_HAMMERING(all -> atMost(5, all.most())),

    NO_EXPIRED_TOKEN(none("has a token that expired more than a second ago", Recording::hasExpired, CALL)),
    REFRESHES(all -> new Outcome(
            all.tokenRequests().size() > 1, all.of(LOGIN).size() > 1 ? "another log-in with the credentials" : "")),
    NEWEST_ACCESS_TOKEN(none("has an access token of an older pair", Recording::hasOlderAccessToken, CALL)),
    NEWEST_REFRESH_TOKEN(none("has a refresh token of an older pair", Recording::hasOlderRefreshToken, REFRESH)),
    NO_REFRESH_TOKEN_TWICE(none("has a refresh token that may be used up", Recording::hasUsedRefreshToken, REFRESH)),
    NO_CUT_TOKEN(none("has a token of the response that was cut off", Recording::hasTokenOfCut)),
    KEEPS_RETRY_AFTER(none("came too early", Recording::isTooEarly));

    private final Function<Recording, Outcome> judge;

    Judgement(Function<Recording, Outcome> judge) {
        this.judge = judge;
    }

    /**
     * What a recording shows.
     *
     * @param seen whether the client did at all what is judged
     * @param broken what it did wrong; empty where that is nothing
     */
    record Outcome(boolean seen, String broken) {}

    Outcome of(Recording recording) {
        return judge.apply(recording);
    }

    private static Outcome ended(Recording all, boolean right, String otherwise) {
        return new Outcome(true, right ? "" : all.ending() + ", " + otherwise);
    }

    private static Outcome atMost(int most, List<Sent> requests) {
        return new Outcome(
                !requests.isEmpty(),
                requests.size() <= most ? "" : requests.size() + " requests, not " + most + ": " + requests.get(most));
    }

    /** None of the requests of some operations, or of all where none is named. */
    private static Function<Recording, Outcome> none(
            String words, BiPredicate<Recording, Sent> wrong, ApiOperation... operations) {
        return all ->
                first(operations.length == 0 ? all.sent() : all.of(operations), one -> wrong.test(all, one), words);
    }

    private static Function<Recording, Outcome> noSecret(BiPredicate<Sent, Sent.Place> wrong) {
        return all -> new Outcome(
                !all.sent().isEmpty(),
                all.sent().stream()
                        .flatMap(one -> one.secrets().stream()
                                .filter(place -> wrong.test(one, place))
                                .map(place -> one + " has $" + place.secret() + " in its " + place.part()))
                        .findFirst()
                        .orElse(""));
    }

    private static Outcome first(List<Sent> requests, Predicate<Sent> wrong, String words) {
        return new Outcome(
                !requests.isEmpty(),
                requests.stream()
                        .filter(wrong)
                        .findFirst()
                        .map(one -> one + " " + words)
                        .orElse(""));
    }
}
