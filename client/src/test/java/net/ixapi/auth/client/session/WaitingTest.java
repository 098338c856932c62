package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import net.ixapi.auth.client.error.ApiConnectionException;
import net.ixapi.auth.client.error.ApiException;
import net.ixapi.auth.client.error.ApiTimeoutException;
import org.junit.jupiter.api.Test;

/** How a wait for a renewal ends when it does not end well. */
class WaitingTest {
    private static final Consumer<SessionBuilder> IMPATIENT =
            settings -> settings.refreshTimeout(Duration.ofMillis(20));

    private final Stage stage = Stage.byHand();

    @Test
    void aWaitIsBounded() {
        CountDownLatch end = new CountDownLatch(1);
        stage.source.logsIn(() -> {
            await(end);
            return stage.pair();
        });
        Session session = new SessionBuilder(stage.source)
                .refreshTimeout(Duration.ofMillis(20))
                .clock(stage.clock)
                .build();
        assertThatThrownBy(session::accessToken)
                .isExactlyInstanceOf(ApiTimeoutException.class)
                .hasMessageStartingWith("access_token: no response in time")
                .hasMessageContaining("PT0.02S");
        end.countDown();
    }

    @Test
    void whoHasWaitedTooLongMayAskAgainAndJoinsTheSameRenewal() {
        Session session = session(IMPATIENT, stage.executor);
        assertThatThrownBy(session::accessToken).isInstanceOf(ApiTimeoutException.class);
        assertThatThrownBy(session::accessToken).isInstanceOf(ApiTimeoutException.class);
        assertThat(stage.executor.waiting()).isOne();
        stage.executor.run();
        assertThat(session.accessToken()).isNotEmpty();
        assertThat(stage.source.calls()).hasSize(1);
    }

    @Test
    void whoIsInterruptedStaysInterruptedAndTheOthersGetTheirToken() {
        Caller interrupted = Caller.waiting(1, stage.session).get(0);
        Caller other = Caller.waiting(1, stage.session).get(0);
        interrupted.interrupt();
        assertThat(interrupted.failure())
                .isInstanceOf(ApiConnectionException.class)
                .hasMessage("access_token: no response: java.io.InterruptedIOException: interrupted");
        assertThat(interrupted.wasInterrupted()).isTrue();
        stage.executor.run();
        assertThat(other.token()).isNotEmpty();
        assertThat(other.wasInterrupted()).isFalse();
    }

    /** As when somebody else has obtained one by the time that the one who waited wakes. */
    @Test
    void whoWaitedInVainIsServedTheTokenThatIsValidByThen() {
        stage.source.fails(Refusals.status(503));
        Caller caller = Caller.waiting(1, stage.session).get(0);
        TokenPair other = stage.pair();
        stage.session.restore(other);
        stage.clock.at(Stage.EXPIRED - 1);
        stage.executor.run();
        assertThat(caller.token()).isEqualTo(other.accessToken());
    }

    @Test
    void soIsWhoseWaitIsOver() {
        Session session = session(settings -> settings.refreshTimeout(Duration.ofSeconds(2)), stage.executor);
        Caller caller = Caller.waiting(1, session).get(0);
        TokenPair other = stage.pair();
        session.restore(other);
        assertThat(caller.token()).isEqualTo(other.accessToken());
    }

    @Test
    void anExecutorThatRejectsIsAFailureLikeAnyOther() {
        AtomicBoolean full = new AtomicBoolean(true);
        Session session = session(settings -> {}, task -> {
            if (full.get()) {
                throw new RejectedExecutionException("full");
            }
            task.run();
        });
        assertThatThrownBy(session::accessToken).hasRootCauseInstanceOf(RejectedExecutionException.class);
        full.set(false);
        stage.clock.at(1000);
        String first = session.accessToken();
        full.set(true);
        stage.clock.at(1000 + Stage.STALE);
        assertThat(session.accessToken()).isEqualTo(first);
        full.set(false);
        assertThat(session.accessToken()).as("during the pause").isEqualTo(first);
        stage.clock.at(1000 + Stage.STALE + 1000);
        assertThat(session.accessToken()).isNotEqualTo(first);
    }

    @Test
    void anExecutorWithoutAThreadLeftIsToo() {
        AssertionError error = new AssertionError("unable to create native thread");
        Session session = session(settings -> {}, task -> {
            throw error;
        });
        assertThatThrownBy(session::accessToken)
                .isInstanceOf(IllegalStateException.class)
                .hasCause(error);
    }

    @Test
    void anExceptionOfTheSourceReachesWhoWaitsAsACause() {
        RuntimeException failure = new IllegalArgumentException("no vault");
        stage.source.fails(failure);
        assertThat(failure()).isInstanceOf(IllegalStateException.class).hasCause(failure);
    }

    @Test
    void anErrorOfTheSourceReachesWhoWaitsAsACause() {
        AssertionError error = new AssertionError("no class");
        stage.source.logsIn(() -> {
            throw error;
        });
        assertThat(failure()).isInstanceOf(IllegalStateException.class).hasCause(error);
    }

    /** In languages without checked exceptions anything can be thrown anywhere. */
    @Test
    void anExceptionThatTheSourceDoesNotDeclareReachesWhoWaitsAsACause() {
        IOException undeclared = new IOException("undeclared");
        stage.source.logsIn(() -> WaitingTest.<TokenPair, RuntimeException>thrown(undeclared));
        assertThat(failure()).isInstanceOf(IllegalStateException.class).hasCause(undeclared);
    }

    /** Of a session that waits a second at most, should it never be told; the next call to it succeeds. */
    private Throwable failure() {
        Session session = session(settings -> settings.refreshTimeout(Duration.ofSeconds(1)), WaitingTest::quietly);
        Throwable failure = Caller.of(session).failure();
        stage.source.logsIn(stage::pair);
        stage.clock.at(1000);
        assertThat(session.accessToken()).isNotEmpty();
        return failure;
    }

    private Session session(Consumer<SessionBuilder> settings, Executor executor) {
        return Stage.session(stage.source, settings, stage.clock, executor);
    }

    /** As a thread of its own does, whose end nobody sees. */
    private static void quietly(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            assertThat(e).isNotInstanceOf(ApiException.class);
        }
    }

    @SuppressWarnings("unchecked")
    private static <T, E extends Throwable> T thrown(Throwable failure) throws E {
        throw (E) failure;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
