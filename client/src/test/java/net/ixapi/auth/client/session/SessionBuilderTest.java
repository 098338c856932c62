package net.ixapi.auth.client.session;

import static net.ixapi.auth.client.session.FakeTokens.LOG_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SessionBuilderTest {
    private final Stage stage = Stage.byHand();
    private final SessionBuilder builder = new SessionBuilder(stage.source).clock(stage.clock);

    @Test
    void aRenewalRunsOnADaemonThreadOfItsOwnThatHasAName() {
        CompletableFuture<Thread> used = new CompletableFuture<>();
        stage.source.logsIn(() -> {
            used.complete(Thread.currentThread());
            return stage.pair();
        });
        builder.build().accessToken();
        assertThat(used.join().getName()).startsWith("ixapi-auth");
        assertThat(used.join().isDaemon()).isTrue();
        assertThat(used.join()).isNotSameAs(Thread.currentThread());
    }

    @Test
    void theExecutorRunsRenewals() {
        Caller caller = Caller.of(builder.executor(stage.executor).build());
        caller.awaitWaiting();
        assertThat(stage.executor.waiting()).isOne();
        stage.executor.run();
        assertThat(caller.token()).isNotEmpty();
    }

    @Test
    void theListenerSeesWhatIsObtainedAndNotWhatWasStored() {
        List<TokenPair> seen = new ArrayList<>();
        TokenPair stored = stage.pair();
        Session session =
                builder.executor(Runnable::run).listener(seen::add).pair(stored).build();
        assertThat(session.accessToken()).isEqualTo(stored.accessToken());
        assertThat(seen).isEmpty();
        stage.clock.at(Stage.EXPIRED);
        assertThat(session.accessToken()).isEqualTo(seen.get(0).accessToken());
        assertThat(stage.source.calls()).containsExactly("r1");
    }

    @Test
    void noStoredPairIsALogIn() {
        builder.executor(Runnable::run).pair(stage.pair()).pair(null).build().accessToken();
        assertThat(stage.source.calls()).containsExactly(LOG_IN);
    }

    @Test
    void buildingCallsNobody() {
        assertThat(builder.executor(stage.executor).build().pair()).isEmpty();
        assertThat(builder.pair(stage.pair()).build().pair()).isPresent();
        assertThat(stage.executor.waiting()).isZero();
    }

    /** The jitter of each session is its own: a thousand clients that start together do not renew together. */
    @Test
    void programsThatStartTogetherDoNotRenewTogether() {
        List<Session> sessions = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Session session =
                    builder.executor(stage.executor).pair(stage.pair()).build();
            sessions.add(session);
        }
        stage.clock.at(Stage.STALE + 3_000);
        sessions.forEach(Session::accessToken);
        assertThat(stage.executor.waiting()).isBetween(1, 49);
    }

    @Test
    void whatIsMissingIsRefusedAtOnce() {
        assertThatNullPointerException().isThrownBy(() -> new SessionBuilder(null));
        assertThatNullPointerException().isThrownBy(() -> builder.clock(null));
        assertThatNullPointerException().isThrownBy(() -> builder.executor(null));
        assertThatNullPointerException().isThrownBy(() -> builder.listener(null));
        assertThatNullPointerException().isThrownBy(() -> new TokenPair(null, "r"));
        assertThatNullPointerException().isThrownBy(() -> new Credentials(null, "secret"));
        assertThatNullPointerException().isThrownBy(() -> new Credentials("key", null));
    }
}
