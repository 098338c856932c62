package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import org.junit.jupiter.api.Test;

/** What a fresh token costs each request. */
class FreshTokenCostTest {
    private static final int CALLS = 100_000;

    private final Stage stage = Stage.atOnce();

    @Test
    void itAllocatesNothing() {
        Session session =
                new SessionBuilder(stage.source).clock(Clock.systemUTC()).build();
        stage.source.logsIn(() -> new TokenPair("opaque", null));
        ask(session);
        long before = allocated();
        ask(session);
        assertThat(allocated() - before).isLessThan(CALLS);
    }

    @Test
    void itTakesNoLock() {
        BlockingClock clock = new BlockingClock();
        Session session = new SessionBuilder(stage.source)
                .clock(clock)
                .executor(Runnable::run)
                .build();
        String token = session.accessToken();
        Caller locking = Caller.of(() -> clock.keeping(() -> {
            session.invalidate("another");
            return "";
        }));
        locking.awaitBlocked();
        assertThat(Caller.of(session).token()).isEqualTo(token);
        clock.goOn();
    }

    private static void ask(Session session) {
        for (int i = 0; i < CALLS; i++) {
            session.accessToken();
        }
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }
}
