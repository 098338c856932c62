package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A session that renews when nobody asks. */
class RefreshTimerTest {
    private final Stage stage = Stage.atOnce();
    private final ManualTimer timer = new ManualTimer();
    private final SessionBuilder builder =
            new SessionBuilder(stage.source).clock(stage.clock).executor(Runnable::run);

    private Session session() {
        builder.jitter = () -> 0;
        return builder.build(timer);
    }

    @Test
    void theTokenIsRenewedWhenItIsStale() {
        session().accessToken();
        assertThat(timer.millis).isEqualTo(Stage.STALE);
        stage.clock.at(Stage.STALE);
        timer.run();
        assertThat(stage.source.calls()).containsExactly("log in", "r1");
        assertThat(timer.millis).isEqualTo(Stage.STALE);
    }

    @Test
    void aTimerThatIsEarlyIsSetAgain() {
        session().accessToken();
        stage.clock.at(Stage.STALE - 5);
        timer.run();
        assertThat(stage.source.calls()).hasSize(1);
        assertThat(timer.millis).isEqualTo(5);
    }

    @Test
    void afterAFailureItTriesAgainWhenTheDelayIsOver() {
        session().accessToken();
        stage.source.fails(Refusals.status(503));
        stage.clock.at(Stage.STALE);
        timer.run();
        assertThat(timer.millis).isEqualTo(1_000);
        stage.source.refreshes(stage::pair);
        stage.clock.move(Duration.ofSeconds(1));
        timer.run();
        assertThat(stage.source.calls()).containsExactly("log in", "r1", "r1");
    }

    @Test
    void buildingSetsNone() {
        session();
        assertThat(timer.task).isNull();
    }

    @Test
    void theLastTaskRunsAndNoneAfterTheEnd() throws InterruptedException {
        RefreshTimer real = new RefreshTimer.OfJdk();
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(1);
        real.schedule(first::countDown, 1_000_000);
        real.schedule(second::countDown, 1);
        assertThat(second.await(10, TimeUnit.SECONDS)).isTrue();
        real.schedule(first::countDown, 20);
        real.close();
        assertThat(first.await(60, TimeUnit.MILLISECONDS)).isFalse();
    }

    private static final class ManualTimer implements RefreshTimer {
        Runnable task;
        long millis;

        @Override
        public void schedule(Runnable next, long delay) {
            task = next;
            millis = delay;
        }

        void run() {
            task.run();
        }
    }
}
