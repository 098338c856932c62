package net.ixapi.auth.client.session;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A session whose clock, executor and source are moved by hand. Its tokens live ten minutes, so that by the usual settings
 * they are stale at {@link #STALE} and expired at {@link #EXPIRED}; the refresh tokens are r1, r2 and so on.
 */
final class Stage {
    static final long EXPIRED = 600_000;
    static final long STALE = EXPIRED - 60_000;

    final MutableClock clock = new MutableClock();
    final ManualExecutor executor = new ManualExecutor();
    final FakeTokens source = new FakeTokens(this::pair);
    final Session session;

    private final AtomicInteger pairs = new AtomicInteger();

    private Stage(Consumer<SessionBuilder> settings, boolean byHand) {
        Executor chosen = byHand ? executor : Runnable::run;
        session = session(source, settings, clock, chosen);
    }

    /** A session without jitter. */
    static Session session(TokenProvider source, Consumer<SessionBuilder> settings, Clock clock, Executor executor) {
        SessionBuilder builder = new SessionBuilder(source).clock(clock).executor(executor);
        settings.accept(builder);
        builder.jitter = () -> 0;
        return builder.build();
    }

    /** What is no setting, but for tests. */
    static SessionBuilder tuned(SessionBuilder settings, double fraction, Duration initialDelay, Duration maxDelay) {
        settings.fraction = fraction;
        settings.initialDelay = initialDelay;
        settings.maxDelay = maxDelay;
        return settings;
    }

    /** Renewals wait until the executor is run. */
    static Stage byHand() {
        return new Stage(settings -> {}, true);
    }

    /** Renewals run on the thread that asks. */
    static Stage atOnce() {
        return atOnce(settings -> {});
    }

    static Stage atOnce(Consumer<SessionBuilder> settings) {
        return new Stage(settings, false);
    }

    static Stage told(TokenListener listener) {
        return new Stage(settings -> settings.listener(listener), false);
    }

    /** A new pair of the usual lifetime. */
    TokenPair pair() {
        return pair(EXPIRED);
    }

    TokenPair pair(long lifetimeMillis) {
        long now = clock.millis();
        return new TokenPair(Jwts.issued(now, now + lifetimeMillis), "r" + pairs.incrementAndGet());
    }

    /** Lets the session obtain this pair, and forgets that it asked. */
    TokenPair obtains(TokenPair pair) {
        source.logsIn(() -> pair);
        Caller caller = Caller.of(session);
        caller.awaitWaitingOrDone();
        executor.run();
        caller.token();
        source.logsIn(this::pair);
        source.calls().clear();
        return pair;
    }

    /** The token that is served so long after the start. */
    String tokenAt(long millisAfterStart) {
        clock.at(millisAfterStart);
        return session.accessToken();
    }
}
