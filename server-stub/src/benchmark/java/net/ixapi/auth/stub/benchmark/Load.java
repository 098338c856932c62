package net.ixapi.auth.stub.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongPredicate;

/** Sixteen clients, each of which logs in again and again over one connection. */
final class Load {
    private static final int CONNECTIONS = 16;

    /** Until a window is hardly faster than the best before. */
    private static final double HARDLY = 1.03;

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final int LEAST_WINDOWS = 5;
    private static final int MOST_WINDOWS = 12;

    private Load() {}

    /** Lets the compiler of a server finish; returns the log-ins a second of each window of it. */
    static List<Long> warmUp(int port) throws Exception {
        List<Long> windows = new ArrayList<>();
        double best = 0;
        double last;
        do {
            best = windows.isEmpty() ? 0 : Collections.max(windows);
            last = perSecond(port, WINDOW);
            windows.add(Math.round(last));
        } while (windows.size() < LEAST_WINDOWS || windows.size() < MOST_WINDOWS && last > best * HARDLY);
        return windows;
    }

    /** Log-ins in a second. */
    static double perSecond(int port, Duration time) throws Exception {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        long count = run(port, done -> System.nanoTime() < end);
        return count / ((System.nanoTime() - start) / 1e9);
    }

    static void send(int port, long requests) throws Exception {
        run(port, done -> done < requests / CONNECTIONS);
    }

    private static long run(int port, LongPredicate goesOn) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<Callable<Long>> clients = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                clients.add(() -> client(port, goesOn));
            }
            long count = 0;
            for (Future<Long> client : threads.invokeAll(clients)) {
                count += client.get();
            }
            return count;
        } finally {
            threads.shutdown();
        }
    }

    private static long client(int port, LongPredicate goesOn) throws IOException {
        long done = 0;
        try (Connection connection = new Connection(port)) {
            while (goesOn.test(done)) {
                connection.logIn();
                done++;
            }
        }
        return done;
    }
}
