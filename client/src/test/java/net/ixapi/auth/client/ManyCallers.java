package net.ixapi.auth.client;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Many who ask at the same moment. */
final class ManyCallers {
    private ManyCallers() {}

    /** What each of them got; nobody asks before all can. The threads have ended by then. */
    static <T> List<T> ask(ExecutorService threads, int callers, Callable<T> question)
            throws InterruptedException, ExecutionException {
        CountDownLatch ready = new CountDownLatch(callers);
        try {
            List<Future<T>> answers = Stream.generate(() -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return question.call();
                    }))
                    .limit(callers)
                    .toList();
            List<T> all = new ArrayList<>();
            for (Future<T> answer : answers) {
                all.add(answer.get());
            }
            return all;
        } finally {
            threads.shutdown();
            threads.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    /** Since Java 21. */
    static ExecutorService virtualThreads() throws ReflectiveOperationException {
        assumeTrue(Runtime.version().feature() >= 21, "virtual threads came with Java 21");
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }
}
