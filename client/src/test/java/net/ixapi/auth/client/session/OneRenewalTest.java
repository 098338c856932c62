package net.ixapi.auth.client.session;

import static net.ixapi.auth.client.session.FakeTokens.LOG_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.ixapi.auth.client.error.ApiException;
import org.junit.jupiter.api.Test;

/** However many ask, one renewal runs. */
class OneRenewalTest {
    private final Stage stage = Stage.byHand();

    @Test
    void aSessionCallsNobodyBeforeItIsAsked() {
        assertThat(stage.executor.waiting()).isZero();
        assertThat(stage.session.pair()).isEmpty();
        assertThat(stage.source.calls()).isEmpty();
    }

    @Test
    void theFirstCallersShareOneLogIn() {
        List<Caller> callers = Caller.waiting(20, stage.session);
        assertThat(stage.executor.waiting()).isOne();
        stage.executor.run();
        assertAllHaveTheNewToken(callers);
        assertThat(stage.source.calls()).containsExactly(LOG_IN);
    }

    @Test
    void aStaleTokenIsServedWhileOneRenewalRuns() {
        String first = stage.obtains(stage.pair()).accessToken();
        stage.clock.at(Stage.STALE);
        assertThat(Caller.of(stage.session).token()).as("without a wait").isEqualTo(first);
        for (int i = 0; i < 20; i++) {
            assertThat(stage.tokenAt(Stage.STALE + i)).isEqualTo(first);
        }
        assertThat(stage.executor.waiting()).isOne();
        stage.executor.run();
        assertThat(stage.session.accessToken()).isNotEqualTo(first);
        assertThat(stage.source.calls()).containsExactly("r1");
    }

    @Test
    void callersOfAnExpiredTokenJoinTheRenewalThatBeganWhenItWasStale() {
        stage.obtains(stage.pair());
        stage.tokenAt(Stage.STALE);
        stage.clock.at(Stage.EXPIRED);
        List<Caller> callers = Caller.waiting(20, stage.session);
        assertThat(stage.executor.waiting()).isOne();
        stage.executor.run();
        assertAllHaveTheNewToken(callers);
        assertThat(stage.source.calls()).containsExactly("r1");
    }

    @Test
    void aCallerThatComesLateIsServedTheFreshTokenThatCameMeanwhile() {
        BlockingClock clock = new BlockingClock();
        Session session = session(clock);
        Caller locking = Caller.of(() -> clock.keeping(() -> {
            session.invalidate("another");
            return "";
        }));
        locking.awaitBlocked();
        Caller late = Caller.of(session);
        late.awaitBlocked();
        TokenPair fresh = stage.pair();
        session.restore(fresh);
        clock.goOn();
        assertThat(late.token()).isEqualTo(fresh.accessToken());
        assertThat(stage.executor.waiting()).isZero();
    }

    @Test
    void allWhoWaitAreToldOfItsFailure() {
        ApiException failure = Refusals.status(503);
        stage.source.fails(failure);
        List<Caller> callers = Caller.waiting(20, stage.session);
        stage.executor.run();
        assertThat(callers).allSatisfy(caller -> assertThat(caller.failure()).hasCause(failure));
        assertThat(callers.stream().map(Caller::failure).distinct()).hasSameSizeAs(callers);
        assertThat(stage.source.calls()).containsExactly(LOG_IN);
    }

    @Test
    void afterItsEndTheNextOneMayBegin() {
        stage.source.fails(Refusals.status(503));
        Caller.waiting(1, stage.session);
        stage.executor.run();
        stage.source.logsIn(stage::pair);
        stage.clock.at(1000);
        List<Caller> second = Caller.waiting(1, stage.session);
        stage.executor.run();
        assertAllHaveTheNewToken(second);
    }

    /** The renewal cannot store its token, because somebody holds the lock: so nobody may have it yet. */
    @Test
    void aTokenIsInPlaceBeforeThoseWhoWaitForItWake() {
        BlockingClock clock = new BlockingClock();
        Session session = session(clock);
        Caller waiting = Caller.waiting(1, session).get(0);
        Caller locking = Caller.of(() -> clock.keeping(() -> {
            session.invalidate("another");
            return "";
        }));
        locking.awaitBlocked();
        Caller renewing = Caller.of(() -> {
            stage.executor.run();
            return "";
        });
        renewing.awaitBlocked();
        assertThatThrownBy(() -> waiting.result().get(50, TimeUnit.MILLISECONDS))
                .isInstanceOf(TimeoutException.class);
        clock.goOn();
        assertThat(waiting.token()).isEqualTo(session.accessToken());
    }

    /** When it looked there was no token; by the time it has the lock there is one, which only nears its expiry. */
    @Test
    void aCallerThatComesLateIsServedTheStaleTokenThatCameMeanwhile() {
        BlockingClock clock = new BlockingClock();
        Session session = session(clock);
        Caller late = Caller.of(() -> clock.keeping(session::accessToken));
        late.awaitBlocked();
        Caller first = Caller.waiting(1, session).get(0);
        stage.executor.run();
        clock.at(Stage.STALE);
        clock.goOn();
        assertThat(late.token()).isEqualTo(first.token());
    }

    /** As on a laptop that sleeps between a look at the clock and the lock. */
    @Test
    void aCallerThatWasAwayForTheWholeLifeOfATokenGetsTheNextOne() {
        BlockingClock clock = new BlockingClock();
        Session session = session(clock);
        Caller locking = Caller.of(() -> clock.keeping(() -> {
            session.invalidate("another");
            return "";
        }));
        locking.awaitBlocked();
        Caller late = Caller.of(session);
        late.awaitBlocked();
        TokenPair passed = stage.pair();
        session.restore(passed);
        clock.at(Stage.EXPIRED);
        stage.clock.at(Stage.EXPIRED);
        clock.goOn();
        late.awaitWaitingOrDone();
        stage.executor.run();
        assertThat(late.token()).isNotEqualTo(passed.accessToken());
    }

    private Session session(MutableClock clock) {
        return Stage.session(stage.source, settings -> {}, clock, stage.executor);
    }

    private void assertAllHaveTheNewToken(List<Caller> callers) {
        String token = stage.session.pair().orElseThrow().accessToken();
        assertThat(callers).allSatisfy(caller -> assertThat(caller.token()).isEqualTo(token));
    }
}
