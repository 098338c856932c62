package net.ixapi.auth.client.session;

import static net.ixapi.auth.client.session.FakeTokens.LOG_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.ixapi.auth.client.error.ApiException;
import net.ixapi.auth.client.error.InvalidResponseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a renewal does when the first way to a new pair fails. */
class FallbackTest {
    private final Stage stage = Stage.atOnce();

    static Stream<RuntimeException> refused() {
        return Stream.of(
                Refusals.status(400),
                Refusals.status(401),
                Refusals.html(401),
                Refusals.problem(403),
                Refusals.problem(404));
    }

    static Stream<RuntimeException> ambiguous() {
        return Stream.of(
                Refusals.broken(),
                Refusals.status(500),
                Refusals.status(502),
                Refusals.status(504),
                Refusals.unreadable(),
                new IllegalStateException("of a source of the user's own"));
    }

    /** A proxy or firewall on the way knows nothing of tokens. */
    static Stream<ApiException> fromIntermediaries() {
        return Stream.of(
                Refusals.status(302),
                Refusals.status(403),
                Refusals.status(404),
                Refusals.status(407),
                Refusals.html(200),
                Refusals.html(400),
                Refusals.html(403),
                Refusals.html(502),
                new InvalidResponseException("r", 201, Map.of("Content-Type", List.of("text/html")), "is HTML"));
    }

    @ParameterizedTest
    @MethodSource("fromIntermediaries")
    void theRefreshTokenIsKeptWhenAProxyAnswers(ApiException failure) {
        String first = stage.obtains(stage.pair()).accessToken();
        stage.source.refusesToRefresh(failure);
        for (long time = Stage.STALE; time < Stage.EXPIRED; time += 1_000) {
            assertThat(stage.tokenAt(time)).isEqualTo(first);
        }
        assertThat(stage.source.calls()).containsOnly("r1").hasSizeBetween(3, 6);
        stage.source.refreshes(stage::pair);
        assertThat(stage.tokenAt(Stage.EXPIRED + 60_000)).isNotEqualTo(first);
        assertThat(stage.source.calls()).containsOnly("r1");
    }

    @ParameterizedTest
    @MethodSource("fromIntermediaries")
    void theCredentialsAreSentOnceTheAccessTokenHasExpired(ApiException failure) {
        stage.obtains(stage.pair());
        stage.source.refusesToRefresh(failure);
        assertThat(stage.tokenAt(Stage.EXPIRED)).isNotEmpty();
        assertThat(stage.source.calls()).containsExactly("r1", LOG_IN);
    }

    static Stream<ApiException> notSeen() {
        return Stream.of(Refusals.status(429), Refusals.status(503), Refusals.neverSent(), Refusals.certificate());
    }

    @ParameterizedTest
    @MethodSource({"refused", "ambiguous"})
    void aRefreshThatIsRefusedOrMayHaveBeenUsedUpIsFollowedByALogIn(RuntimeException failure) {
        String first = stage.obtains(stage.pair()).accessToken();
        stage.source.refusesToRefresh(failure);
        assertThat(stage.tokenAt(Stage.STALE)).isNotEqualTo(first);
        assertThat(stage.source.calls()).containsExactly("r1", LOG_IN);
    }

    @ParameterizedTest
    @MethodSource({"refused", "ambiguous"})
    void suchARefreshTokenIsNeverSentAgain(RuntimeException failure) {
        String first = stage.obtains(stage.pair()).accessToken();
        stage.source.fails(failure);
        for (int second = 0; second < 60; second++) {
            assertThat(stage.tokenAt(Stage.STALE + second * 1000)).isEqualTo(first);
        }
        assertThat(stage.source.calls()).startsWith("r1", LOG_IN, LOG_IN).containsOnlyOnce("r1");
        assertThat(stage.session.pair()).contains(new TokenPair(first, null));
    }

    @Test
    void afterAnErrorToo() {
        stage.obtains(stage.pair());
        stage.source.refreshes(() -> {
            throw new AssertionError("of a source of the user's own");
        });
        stage.tokenAt(Stage.STALE);
        stage.tokenAt(Stage.STALE + 1000);
        assertThat(stage.source.calls()).containsExactly("r1", LOG_IN);
    }

    /** A source may be written in a language that knows nothing of our annotations. */
    @Test
    void soIsARefreshThatBringsNothing() {
        stage.obtains(stage.pair());
        stage.source.refreshes(() -> null);
        stage.tokenAt(Stage.STALE);
        assertThat(stage.source.calls()).containsExactly("r1", LOG_IN);
        stage.source.logsIn(() -> null);
        assertThat(catchThrowable(() -> stage.tokenAt(3 * Stage.EXPIRED)))
                .hasRootCauseInstanceOf(NullPointerException.class)
                .hasRootCauseMessage("The provider gave no pair");
    }

    @ParameterizedTest
    @MethodSource("notSeen")
    void aRefreshThatTheServerDidNotTakeIsTriedAgainLater(ApiException failure) {
        String first = stage.obtains(stage.pair()).accessToken();
        stage.source.refusesToRefresh(failure);
        assertThat(stage.tokenAt(Stage.STALE)).isEqualTo(first);
        stage.source.refreshes(stage::pair);
        assertThat(stage.tokenAt(Stage.STALE + 999)).isEqualTo(first);
        assertThat(stage.tokenAt(Stage.STALE + 1000)).isNotEqualTo(first);
        assertThat(stage.source.calls()).containsExactly("r1", "r1");
    }

    @ParameterizedTest
    @MethodSource("notSeen")
    void onceTheTokenHasExpiredItsCallersAreToldWhy(ApiException failure) {
        stage.obtains(stage.pair());
        stage.source.refusesToRefresh(failure);
        assertThat(catchThrowable(() -> stage.tokenAt(Stage.EXPIRED))).hasCause(failure);
        assertThat(stage.session.pair().orElseThrow().refreshToken()).isEqualTo("r1");
    }

    @Test
    void aRefreshTokenThatHasExpiredIsNotSent() {
        stage.obtains(new TokenPair(stage.pair().accessToken(), Jwts.expiring(MutableClock.START + 1000)));
        stage.tokenAt(Stage.STALE);
        assertThat(stage.source.calls()).containsExactly(LOG_IN);
    }

    @Test
    void withoutARefreshTokenThereIsOnlyTheLogIn() {
        stage.obtains(new TokenPair(stage.pair().accessToken(), null));
        stage.tokenAt(Stage.STALE);
        assertThat(stage.source.calls()).containsExactly(LOG_IN);
    }

    @Test
    void eachRefreshUsesTheTokenOfTheLast() {
        stage.obtains(stage.pair());
        stage.tokenAt(Stage.STALE);
        stage.tokenAt(Stage.STALE * 2);
        stage.tokenAt(Stage.STALE * 3);
        assertThat(stage.source.calls()).containsExactly("r1", "r2", "r3");
    }

    @Test
    void aLogInThatFailsReachesOnlyThoseWhoHaveNoToken() {
        String first =
                stage.obtains(new TokenPair(stage.pair().accessToken(), null)).accessToken();
        ApiException failure = Refusals.status(401);
        stage.source.fails(failure);
        assertThat(stage.tokenAt(Stage.STALE)).isEqualTo(first);
        assertThat(stage.tokenAt(Stage.EXPIRED - 1)).isEqualTo(first);
        assertThat(catchThrowable(() -> stage.tokenAt(Stage.EXPIRED))).hasCause(failure);
    }

    @Test
    void aFailureIsForgottenWhenItsDelayIsOver() {
        stage.source.fails(Refusals.status(503));
        assertThat(catchThrowable(stage.session::accessToken)).isInstanceOf(ApiException.class);
        stage.source.logsIn(stage::pair);
        assertThat(stage.tokenAt(1000)).isNotEmpty();
    }
}
