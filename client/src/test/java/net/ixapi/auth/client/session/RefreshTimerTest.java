package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A session that renews when nobody asks. */
class RefreshTimerTest {
    private final Stage stage = Stage.atOnce();
    private final ManualTimer timer = new ManualTimer();
    private final SessionBuilder builder =
            new SessionBuilder(stage.source).clock(stage.clock).executor(Runnable::run);

    private Session session() {
        builder.jitter = () -> 0;
        builder.timer = timer::set;
        return builder.renewsByTimer(true).build();
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
        assertThat(timer.set).isEmpty();
    }

    @Test
    void byDefaultThereIsNone() {
        builder.timer = timer::set;
        builder.build().accessToken();
        assertThat(timer.set).isEmpty();
    }

    @Test
    void onlyTheLastRunsAndNoneAfterTheEnd() {
        Session session = session();
        session.accessToken();
        stage.clock.at(Stage.EXPIRED);
        session.accessToken();
        assertThat(timer.set).extracting(CompletableFuture::isCancelled).containsExactly(true, false);
        session.close();
        stage.clock.at(2 * Stage.EXPIRED);
        session.accessToken();
        assertThat(timer.set).extracting(CompletableFuture::isCancelled).containsExactly(true, true);
    }

    @Test
    void theJdksRunsWhenTheTimeHasCome() {
        CompletableFuture<Void> soon = builder.timer.apply(1);
        CompletableFuture<Void> late = builder.timer.apply(1_000_000);
        assertThat(soon).succeedsWithin(Duration.ofSeconds(10));
        assertThat(late).isNotDone();
        late.cancel(false);
    }

    private static final class ManualTimer {
        final List<Timeout> set = new ArrayList<>();
        long millis;

        CompletableFuture<Void> set(long delay) {
            millis = delay;
            set.add(new Timeout());
            return set.get(set.size() - 1);
        }

        void run() {
            set.get(set.size() - 1).task.run();
        }
    }

    /** What is to be run is run by hand, and not by another thread. */
    private static final class Timeout extends CompletableFuture<Void> {
        private Runnable task;

        @Override
        public CompletableFuture<Void> thenRunAsync(Runnable next) {
            task = next;
            return this;
        }
    }
}
