package net.ixapi.auth.contract.clients;

import static net.ixapi.auth.contract.clients.Recording.CALL;
import static net.ixapi.auth.contract.clients.Recording.LOGIN;
import static net.ixapi.auth.contract.clients.Recording.OAUTH2;
import static net.ixapi.auth.contract.clients.Recording.REFRESH;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.ixapi.auth.server.runtime.ApiOperation;
import org.jspecify.annotations.Nullable;

/** Whether a client keeps a requirement, as far as a recording shows. */
@FunctionalInterface
interface Judgement {
    /** A response is on its way, and a thread that has it goes on: so long a client may still send what it had before. */
    Duration GRACE = Duration.ofSeconds(1);

    /** Clocks of two programs on one machine agree, but their timers are not exact. */
    Duration TIMER = Duration.ofMillis(50);

    Outcome of(Recording recording);

    /**
     * What a recording shows.
     *
     * @param seen whether the client did at all what the requirement is about
     * @param broken what shows that it is not kept; empty where it is
     */
    record Outcome(boolean seen, String broken) {
        static final Outcome KEPT = new Outcome(true, "");
        static final Outcome NOT_SEEN = new Outcome(false, "");

        static Outcome broken(String what) {
            return new Outcome(true, what);
        }
    }

    /** None of these requests may be what the words say; null for those that are right. */
    static Judgement each(Function<Recording, List<Sent>> which, Function<Sent, @Nullable String> wrong) {
        return recording -> {
            List<Sent> requests = which.apply(recording);
            Optional<String> first = requests.stream()
                    .flatMap(request ->
                            Stream.ofNullable(wrong.apply(request)).map(what -> what + " at " + request.time()))
                    .findFirst();
            return requests.isEmpty()
                    ? Outcome.NOT_SEEN
                    : first.map(Outcome::broken).orElse(Outcome.KEPT);
        };
    }

    static Judgement each(ApiOperation operation, Function<Sent, @Nullable String> wrong) {
        return each(recording -> recording.of(operation), wrong);
    }

    static Judgement both(Judgement first, Judgement second) {
        return recording -> {
            Outcome outcome = first.of(recording);
            return outcome.seen() && !outcome.broken().isEmpty() ? outcome : second.of(recording);
        };
    }

    static Judgement atMost(int most, String what, ApiOperation... operations) {
        return recording -> {
            int found = recording.of(operations).size();
            return found == 0
                    ? Outcome.NOT_SEEN
                    : found <= most ? Outcome.KEPT : Outcome.broken(found + " " + what + ", not " + most);
        };
    }

    static Judgement atMostTokenRequests(int most) {
        return atMost(most, "log-ins and refreshes", LOGIN, OAUTH2, REFRESH);
    }

    /** From the first call on that was answered with 401. */
    static Judgement sharesOneRenewal() {
        return recording -> {
            Optional<Duration> refused = recording.of(CALL).stream()
                    .filter(request -> request.status() == 401)
                    .map(Sent::at)
                    .findFirst();
            long renewals = recording.of(LOGIN, OAUTH2, REFRESH).stream()
                    .filter(request -> refused.filter(time -> time.compareTo(request.at()) < 0)
                            .isPresent())
                    .count();
            return refused.isEmpty()
                    ? Outcome.NOT_SEEN
                    : renewals <= 1 ? Outcome.KEPT : Outcome.broken(renewals + " renewals, not 1");
        };
    }

    /** All calls got 200. */
    static Judgement succeeds() {
        return recording ->
                recording.ending().isSuccess() ? Outcome.KEPT : Outcome.broken(ended(recording) + ", expected 0");
    }

    static Judgement givesUp() {
        return recording ->
                recording.ending().isSuccess() ? Outcome.broken(ended(recording) + ", expected another") : Outcome.KEPT;
    }

    static Judgement endsInTime() {
        return recording -> recording.ending().exitCode().isPresent()
                ? Outcome.KEPT
                : Outcome.broken("it had to be ended; the last of its requests: "
                        + recording.sent().stream()
                                .reduce((one, next) -> next)
                                .map(Sent::time)
                                .orElse("none"));
    }

    static Judgement saysSoIfACallFailed() {
        return recording -> {
            long succeeded = Stream.of(recording.sent(), recording.elsewhere())
                    .flatMap(List::stream)
                    .filter(request -> request.isOf(CALL) && request.status() == 200)
                    .count();
            return recording.ending().isSuccess() && succeeded < recording.calls()
                    ? Outcome.broken("exit code 0, but " + succeeded + " of " + recording.calls() + " calls got 200")
                    : Outcome.KEPT;
        };
    }

    static Judgement printsNoSecret() {
        return recording -> recording.printed().isEmpty()
                ? Outcome.KEPT
                : Outcome.broken("printed $" + String.join(", $", recording.printed()));
    }

    /** No request has a secret where it must not be. */
    static Judgement noSecret(Function<Recording, List<Sent>> requests, Predicate<Sent.Place> where) {
        return each(
                requests,
                request -> request.secrets().stream()
                        .filter(where)
                        .map(Sent.Place::toString)
                        .findFirst()
                        .orElse(null));
    }

    static Judgement noSecretInTheUrl() {
        return noSecret(Recording::everywhere, place -> place.part() == Sent.Part.URL);
    }

    static Judgement noSecretElsewhere() {
        return recording -> recording.elsewhere().isEmpty()
                ? Outcome.KEPT
                : noSecret(Recording::elsewhere, place -> true).of(recording);
    }

    static Judgement credentialsOnlyToLogIn() {
        return noSecret(
                recording -> recording.sent().stream()
                        .filter(request -> !request.isOf(LOGIN, OAUTH2))
                        .toList(),
                place -> place.isOfCredentials() && place.part() != Sent.Part.URL);
    }

    static Judgement refreshTokenOnlyToRefresh() {
        return both(
                noSecret(Recording::sent, place -> isRefreshToken(place) && place.part() != Sent.Part.BODY),
                noSecret(
                        recording -> recording.sent().stream()
                                .filter(request -> !request.isOf(REFRESH))
                                .toList(),
                        Judgement::isRefreshToken));
    }

    private static boolean isRefreshToken(Sent.Place place) {
        return place.secret().equals("REFRESH_TOKEN") && place.part() != Sent.Part.URL;
    }

    static Judgement sendsAccessTokensAsIssued() {
        return recording -> each(CALL, request -> {
                    if (request.accessToken().isEmpty()) {
                        return "a call without Authorization: Bearer and a token";
                    }
                    return recording.issue(Sent::issued, request.accessToken()).isPresent()
                                    || recording
                                            .issue(Sent::issuedRefresh, request.accessToken())
                                            .isPresent()
                            ? null
                            : "a token that was not issued";
                })
                .of(recording);
    }

    static Judgement sendsNoTokenThatHasExpired() {
        return recording -> each(
                        CALL,
                        request -> recording
                                .issue(Sent::issued, request.accessToken())
                                .map(issue -> issue.answered().plus(recording.accessLifetime()))
                                .filter(expiry -> expiry.plus(GRACE).compareTo(request.at()) < 0)
                                .map(expiry -> "a token that had expired for more than a second")
                                .orElse(null))
                .of(recording);
    }

    static Judgement refreshesWithRefreshTokens() {
        return recording -> each(
                        REFRESH,
                        request -> recording
                                        .issue(Sent::issuedRefresh, request.refreshToken())
                                        .isPresent()
                                ? null
                                : recording
                                                .issue(Sent::issued, request.refreshToken())
                                                .isPresent()
                                        ? "a refresh with the access token"
                                        : "a refresh without a refresh token that was issued")
                .of(recording);
    }

    /** Where a client asked for more than one pair, it asked by a refresh. */
    static Judgement refreshesInPlaceOfLogIns() {
        return recording -> {
            int logins = recording.of(LOGIN).size();
            return logins < 2 && recording.of(REFRESH).isEmpty()
                    ? Outcome.NOT_SEEN
                    : logins < 2 ? Outcome.KEPT : Outcome.broken(logins + " log-ins with the credentials");
        };
    }

    static Judgement usesTheNewestAccessToken() {
        return usesTheNewest(CALL, Sent::accessToken, Sent::issued, "an access token");
    }

    static Judgement usesTheNewestRefreshToken() {
        return usesTheNewest(REFRESH, Sent::refreshToken, Sent::issuedRefresh, "a refresh token");
    }

    private static Judgement usesTheNewest(
            ApiOperation operation, Function<Sent, String> token, Function<Sent, String> issued, String what) {
        return recording -> recording.sent().stream()
                                .filter(request -> !issued.apply(request).isEmpty())
                                .count()
                        < 2
                ? Outcome.NOT_SEEN
                : each(
                                operation,
                                request -> recording
                                        .issue(issued, token.apply(request))
                                        .filter(issue -> recording
                                                .newest(issued, request, GRACE)
                                                .filter(newest ->
                                                        newest.answered().compareTo(issue.answered()) > 0)
                                                .isPresent())
                                        .map(issue -> what + " of an older pair")
                                        .orElse(null))
                        .of(recording);
    }

    /** Of the first response of an operation, which came incomplete, nothing is sent. */
    static Judgement usesNoTokenOf(ApiOperation operation) {
        return recording -> recording.of(operation).stream()
                .findFirst()
                .map(cut -> each(Recording::sent, request -> isOf(cut, request) ? "a token of it" : null)
                        .of(recording))
                .orElse(Outcome.NOT_SEEN);
    }

    private static boolean isOf(Sent issue, Sent request) {
        return !issue.issued().isEmpty()
                && (request.accessToken().equals(issue.issued())
                        || request.refreshToken().equals(issue.issuedRefresh()));
    }

    static Judgement sendsNoRefreshTokenTwice() {
        return recording -> {
            Set<String> used = new HashSet<>();
            return each(REFRESH, request -> {
                        boolean unused = request.refreshToken().isEmpty() || used.add(request.refreshToken());
                        if (request.status() == 429 || request.status() == 503) {
                            used.remove(request.refreshToken());
                        }
                        return unused ? null : "a refresh token for the second time";
                    })
                    .of(recording);
        };
    }

    static Judgement keepsRetryAfter() {
        return recording -> {
            Optional<Sent> told = recording.sent().stream()
                    .filter(request -> request.retryAt() != null)
                    .findFirst();
            return told.map(first -> each(Recording::sent, request -> isTooEarly(request, first) ? "a request" : null)
                            .of(recording))
                    .orElse(Outcome.NOT_SEEN);
        };
    }

    private static boolean isTooEarly(Sent request, Sent told) {
        Duration earliest = Objects.requireNonNull(told.retryAt()).minus(TIMER);
        return request.at().compareTo(told.answered()) > 0 && request.at().compareTo(earliest) < 0;
    }

    static Judgement doesNotHammer() {
        return recording -> {
            long most = recording.most(Duration.ofSeconds(5));
            return most == 0
                    ? Outcome.NOT_SEEN
                    : most <= 5 ? Outcome.KEPT : Outcome.broken(most + " requests within 5 s, not 5");
        };
    }

    private static String ended(Recording recording) {
        return recording.ending().toString();
    }
}
