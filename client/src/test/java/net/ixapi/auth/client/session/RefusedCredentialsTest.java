package net.ixapi.auth.client.session;

import static net.ixapi.auth.client.session.FakeTokens.LOG_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers lock an account after some failed log-ins. */
class RefusedCredentialsTest {
    private static final long HOUR = 3_600_000;

    private final Stage stage = Stage.atOnce();

    @ParameterizedTest
    @CsvSource({"400, 1000", "401, 1000", "403, 1000", "401, 1", "403, 1000000"})
    void areSentTwentyTimesInTheFirstHourAndTwelveTimesInEachLaterOneAtMost(int status, long initialDelay) {
        Stage hasty = Stage.atOnce(
                settings -> Stage.tuned(settings, 0.2, Duration.ofMillis(initialDelay), Duration.ofMillis(initialDelay))
                        .margin(Duration.ofMinutes(1))
                        .refreshTimeout(Duration.ofSeconds(30)));
        hasty.source.fails(Refusals.status(status));
        int before = 0;
        for (int hour = 0; hour < 3; hour++) {
            for (long time = hour * HOUR; time < (hour + 1) * HOUR; time += hour == 0 ? 1_000 : 5_000) {
                long now = time;
                assertThat(catchThrowable(() -> hasty.tokenAt(now))).hasMessageContaining("HTTP " + status);
            }
            int sent = hasty.source.calls().size() - before;
            assertThat(sent).as("hour %d", hour).isBetween(2, hour == 0 ? 20 : 12);
            before += sent;
        }
    }

    /** Other failures between do not bring the log-ins back to their first delay. */
    @Test
    void areNotSentMoreOftenIfTheServerFailsInOtherWaysToo() {
        int[] refusals = {0};
        int[] calls = {0};
        stage.source.logsIn(() -> {
            boolean refused = calls[0]++ % 2 == 0;
            refusals[0] += refused ? 1 : 0;
            throw Refusals.status(refused ? 401 : 503);
        });
        for (long time = 0; time < HOUR; time += 1_000) {
            long now = time;
            catchThrowable(() -> stage.tokenAt(now));
        }
        assertThat(refusals[0]).isBetween(2, 20);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 999})
    void callersGetTheRefusalAtOnceAndTheSourceOfCredentialsIsNotAsked(int time) {
        stage.source.fails(Refusals.status(401));
        catchThrowable(() -> stage.tokenAt(0));
        catchThrowable(() -> stage.tokenAt(time));
        assertThat(stage.source.credentialChecks()).isZero();
        assertThat(stage.source.calls()).containsExactly(LOG_IN);
    }

    @Test
    void theSourceOfCredentialsIsAskedOnceASecondAtMost() {
        refuseTwice();
        for (long time = 1_001; time < 3_000; time += 10) {
            long now = time;
            catchThrowable(() -> stage.tokenAt(now));
        }
        assertThat(stage.source.credentialChecks()).isEqualTo(1);
        assertThat(stage.source.calls()).hasSize(2);
    }

    @Test
    void newOnesEndTheDelay() {
        refuseTwice();
        stage.source.changesCredentials();
        stage.source.logsIn(stage::pair);
        assertThat(stage.tokenAt(2_000)).isNotEmpty();
        assertThat(stage.source.calls()).hasSize(3);
    }

    @Test
    void newOnesThatAreRefusedTooLengthenIt() {
        refuseTwice();
        stage.source.changesCredentials();
        catchThrowable(() -> stage.tokenAt(2_000));
        assertThat(stage.source.calls()).hasSize(3);
        for (long time = 2_001; time < 6_000; time += 100) {
            long now = time;
            catchThrowable(() -> stage.tokenAt(now));
        }
        assertThat(stage.source.calls()).as("4 seconds").hasSize(3);
    }

    /** A vault that cannot be reached says nothing new. */
    @Test
    void aSourceThatFailsChangesNothing() {
        refuseTwice();
        stage.source.failsToReadCredentials();
        assertThat(catchThrowable(() -> stage.tokenAt(2_000))).hasMessageContaining("HTTP 401");
        assertThat(stage.source.calls()).hasSize(2);
    }

    /** The caller that starts the check waits for it; the others need not. */
    @Test
    void whileTheSourceIsAskedOtherCallersGetTheRefusalAtOnce() {
        Stage byHand = Stage.byHand();
        byHand.source.fails(Refusals.status(401));
        Caller first = Caller.waiting(1, byHand.session).get(0);
        byHand.executor.run();
        first.failure();
        byHand.clock.at(1_000);
        Caller second = Caller.waiting(1, byHand.session).get(0);
        byHand.executor.run();
        second.failure();
        byHand.clock.at(2_000);
        Caller checking = Caller.waiting(1, byHand.session).get(0);
        assertThat(Caller.of(byHand.session).failure()).hasMessageContaining("HTTP 401");
        byHand.executor.run();
        assertThat(checking.failure()).hasMessageContaining("HTTP 401");
        assertThat(byHand.source.calls()).hasSize(2);
    }

    /** So that the next attempt is due two seconds after the last. */
    private void refuseTwice() {
        stage.source.fails(Refusals.status(401));
        catchThrowable(() -> stage.tokenAt(0));
        catchThrowable(() -> stage.tokenAt(1_000));
    }
}
