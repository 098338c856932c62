package net.ixapi.auth.client.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Somebody who asks for a token on a thread of its own. */
final class Caller {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final CompletableFuture<String> result = new CompletableFuture<>();
    private final CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    private final Thread thread;

    private Caller(Supplier<String> request) {
        thread = new Thread(() -> ask(request), "caller");
        thread.setDaemon(true);
        thread.start();
    }

    static Caller of(Session session) {
        return new Caller(session::accessToken);
    }

    static Caller of(Supplier<String> request) {
        return new Caller(request);
    }

    static List<Caller> waiting(int callers, Session session) {
        List<Caller> all = Stream.generate(() -> of(session)).limit(callers).toList();
        all.forEach(Caller::awaitWaiting);
        return all;
    }

    private void ask(Supplier<String> request) {
        try {
            result.complete(request.get());
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
        interrupted.complete(Thread.currentThread().isInterrupted());
    }

    /** Until the thread waits with a bound, as for a renewal. */
    void awaitWaiting() {
        await(Thread.State.TIMED_WAITING);
    }

    /** Until the thread waits without a bound, as for a lock. */
    void awaitBlocked() {
        await(Thread.State.WAITING);
    }

    void awaitWaitingOrDone() {
        await(Thread.State.TIMED_WAITING, Thread.State.TERMINATED);
    }

    private void await(Thread.State... states) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!List.of(states).contains(thread.getState())) {
            assertThat(System.nanoTime())
                    .as("the thread is still %s", thread.getState())
                    .isLessThan(end);
            Thread.onSpinWait();
        }
    }

    void interrupt() {
        thread.interrupt();
    }

    boolean wasInterrupted() {
        return interrupted.join();
    }

    CompletableFuture<String> result() {
        return result;
    }

    String token() {
        assertThat(result).succeedsWithin(LONG);
        return result.join();
    }

    Throwable failure() {
        assertThat(result).failsWithin(LONG);
        return catchThrowable(result::get) instanceof ExecutionException e ? e.getCause() : null;
    }
}
