package net.ixapi.auth.client.session;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Runs one task later: the last that it was given. Safe for many threads. */
interface RefreshTimer extends AutoCloseable {
    /** For a session that renews only when it is asked for a token. */
    RefreshTimer NONE = (task, millis) -> {};

    void schedule(Runnable task, long millis);

    @Override
    default void close() {}

    /** Uses the JDK's own timer, so that there is no thread to be stopped. */
    final class OfJdk implements RefreshTimer {
        private final AtomicReference<Runnable> next = new AtomicReference<>(() -> {});
        private volatile boolean closed;

        @Override
        public void schedule(Runnable task, long millis) {
            Runnable mine = task::run;
            next.set(mine);
            Executor later = CompletableFuture.delayedExecutor(Math.max(1, millis), TimeUnit.MILLISECONDS);
            later.execute(() -> {
                if (!closed && next.get() == mine) {
                    task.run();
                }
            });
        }

        @Override
        public void close() {
            closed = true;
            next.set(() -> {});
        }
    }
}
