package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** After a 401 to a request that bore a token. */
class RefusedTokenTest {
    private final Stage stage = Stage.atOnce();
    private final TokenPair first = stage.obtains(stage.pair());

    @Test
    void aRefusedTokenIsServedNoMore() {
        stage.session.invalidate(first.accessToken());
        assertThat(stage.session.accessToken()).isNotEqualTo(first.accessToken());
        assertThat(stage.source.calls()).containsExactly("r1");
    }

    @Test
    void beforeTheFirstTokenThereIsNothingToDrop() {
        Stage fresh = Stage.atOnce();
        fresh.session.invalidate("unknown");
        assertThat(fresh.session.pair()).isEmpty();
        assertThat(fresh.session.accessToken()).isNotEmpty();
    }

    @Test
    void untilSomebodyAsksNothingIsSent() {
        stage.session.invalidate(first.accessToken());
        assertThat(stage.source.calls()).isEmpty();
        assertThat(stage.session.pair()).contains(first);
    }

    @Test
    void aTokenThatWasReplacedDropsNothing() {
        String second = stage.tokenAt(Stage.STALE);
        stage.clock.at(Stage.EXPIRED);
        stage.session.invalidate(first.accessToken());
        stage.session.invalidate("unknown");
        assertThat(stage.session.accessToken()).isEqualTo(second);
        stage.session.invalidate(second);
        assertThat(stage.session.accessToken())
                .as("the late refusal took no turn")
                .isNotEqualTo(second);
    }

    @Test
    void aTokenThatIsRefusedByManyIsReplacedOnce() {
        stage.session.invalidate(first.accessToken());
        String second = stage.session.accessToken();
        for (int i = 0; i < 10; i++) {
            stage.session.invalidate(first.accessToken());
        }
        assertThat(stage.session.accessToken()).isEqualTo(second);
        assertThat(stage.source.calls()).hasSize(1);
    }

    @Test
    void atMostOneTokenASecondIsDropped() {
        stage.session.invalidate(first.accessToken());
        String second = stage.session.accessToken();
        stage.clock.at(999);
        stage.session.invalidate(second);
        assertThat(stage.session.accessToken()).isEqualTo(second);
        stage.clock.at(1000);
        stage.session.invalidate(second);
        assertThat(stage.session.accessToken()).isNotEqualTo(second);
    }

    /** As of an endpoint that answers every token with 401. */
    @Test
    void aServerThatRefusesEachTokenIsAskedForFewer() {
        int renewals = 0;
        for (long time = 0; time < 3_600_000; time += 100) {
            stage.clock.at(time);
            String token = stage.session.accessToken();
            int before = stage.source.calls().size();
            boolean again = stage.session.invalidate(token);
            assertThat(stage.session.accessToken().equals(token))
                    .as("at %d", time)
                    .isEqualTo(!again);
            renewals += stage.source.calls().size() - before;
        }
        assertThat(renewals).isBetween(10, 25);
    }

    @Test
    void afterAQuietTimeATokenIsDroppedAtOnceAgain() {
        for (long time : new long[] {0, 1_000, 3_000, 7_000}) {
            stage.clock.at(time);
            assertThat(stage.session.invalidate(stage.session.accessToken())).isTrue();
        }
        stage.clock.at(7_000 + 8_000 + 360_001);
        assertThat(stage.session.invalidate(stage.session.accessToken())).isTrue();
        stage.clock.move(Duration.ofSeconds(1));
        assertThat(stage.session.invalidate(stage.session.accessToken())).isTrue();
    }

    @Test
    void whileNoTokenIsToBeHadTheCallerTakesTheRefusal() {
        stage.source.fails(Refusals.status(503));
        assertThat(stage.session.invalidate(first.accessToken())).isTrue();
        assertThat(catchThrowable(stage.session::accessToken)).isNotNull();
        assertThat(stage.session.invalidate(first.accessToken())).isFalse();
    }

    @Test
    void aClockThatIsSetBackDoesNotStopThat() {
        stage.session.invalidate(first.accessToken());
        String second = stage.session.accessToken();
        stage.clock.at(-3_600_000);
        stage.session.invalidate(second);
        assertThat(stage.session.accessToken()).isNotEqualTo(second);
    }

    @Test
    void aRenewalThatRunsIsJoined() {
        Stage byHand = Stage.byHand();
        String token = byHand.obtains(byHand.pair()).accessToken();
        byHand.tokenAt(Stage.STALE);
        byHand.session.invalidate(token);
        List<Caller> callers = Caller.waiting(5, byHand.session);
        byHand.executor.run();
        assertThat(callers).allSatisfy(caller -> assertThat(caller.token()).isNotEqualTo(token));
        assertThat(byHand.source.calls()).containsExactly("r1");
    }

    @Test
    void aServerThatGivesTheRefusedTokenAgainIsBelieved() {
        stage.source.refreshes(() -> first);
        stage.session.invalidate(first.accessToken());
        assertThat(stage.session.accessToken()).isEqualTo(first.accessToken());
        assertThat(stage.session.accessToken()).isEqualTo(first.accessToken());
        assertThat(stage.source.calls()).hasSize(1);
    }
}
