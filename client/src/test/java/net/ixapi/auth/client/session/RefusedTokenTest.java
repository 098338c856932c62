package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** After a 401 to a request that bore a token. */
class RefusedTokenTest {
    private final Stage stage = Stage.atOnce();
    private final TokenPair first = stage.obtains(stage.pair());

    @Test
    void aRefusedTokenIsServedNoMore() {
        stage.session.refused(first.accessToken());
        assertThat(stage.session.accessToken()).isNotEqualTo(first.accessToken());
        assertThat(stage.source.calls()).containsExactly("r1");
    }

    @Test
    void beforeTheFirstTokenThereIsNothingToDrop() {
        Stage fresh = Stage.atOnce();
        fresh.session.refused("unknown");
        assertThat(fresh.session.pair()).isEmpty();
        assertThat(fresh.session.accessToken()).isNotEmpty();
    }

    @Test
    void untilSomebodyAsksNothingIsSent() {
        stage.session.refused(first.accessToken());
        assertThat(stage.source.calls()).isEmpty();
        assertThat(stage.session.pair()).contains(first);
    }

    @Test
    void aTokenThatWasReplacedDropsNothing() {
        String second = stage.tokenAt(Stage.STALE);
        stage.clock.at(Stage.EXPIRED);
        stage.session.refused(first.accessToken());
        stage.session.refused("unknown");
        assertThat(stage.session.accessToken()).isEqualTo(second);
        stage.session.refused(second);
        assertThat(stage.session.accessToken())
                .as("the late refusal took no turn")
                .isNotEqualTo(second);
    }

    @Test
    void aTokenThatIsRefusedByManyIsReplacedOnce() {
        stage.session.refused(first.accessToken());
        String second = stage.session.accessToken();
        for (int i = 0; i < 10; i++) {
            stage.session.refused(first.accessToken());
        }
        assertThat(stage.session.accessToken()).isEqualTo(second);
        assertThat(stage.source.calls()).hasSize(1);
    }

    @Test
    void atMostOneTokenASecondIsDropped() {
        stage.session.refused(first.accessToken());
        String second = stage.session.accessToken();
        stage.clock.at(999);
        stage.session.refused(second);
        assertThat(stage.session.accessToken()).isEqualTo(second);
        stage.clock.at(1000);
        stage.session.refused(second);
        assertThat(stage.session.accessToken()).isNotEqualTo(second);
    }

    @Test
    void aClockThatIsSetBackDoesNotStopThat() {
        stage.session.refused(first.accessToken());
        String second = stage.session.accessToken();
        stage.clock.at(-3_600_000);
        stage.session.refused(second);
        assertThat(stage.session.accessToken()).isNotEqualTo(second);
    }

    @Test
    void aRenewalThatRunsIsJoined() {
        Stage byHand = Stage.byHand();
        String token = byHand.obtains(byHand.pair()).accessToken();
        byHand.tokenAt(Stage.STALE);
        byHand.session.refused(token);
        List<Caller> callers = Caller.waiting(5, byHand.session);
        byHand.executor.run();
        assertThat(callers).allSatisfy(caller -> assertThat(caller.token()).isNotEqualTo(token));
        assertThat(byHand.source.calls()).containsExactly("r1");
    }

    @Test
    void aServerThatGivesTheRefusedTokenAgainIsBelieved() {
        stage.source.refreshes(() -> first);
        stage.session.refused(first.accessToken());
        assertThat(stage.session.accessToken()).isEqualTo(first.accessToken());
        assertThat(stage.session.accessToken()).isEqualTo(first.accessToken());
        assertThat(stage.source.calls()).hasSize(1);
    }
}
