package net.ixapi.auth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import net.ixapi.auth.client.session.MutableClock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All ask at the moment at which the token expires, or nears its expiry. */
class IxApiClientManyThreadsTest {
    private final MutableClock clock = new MutableClock();

    @AutoClose
    private final TokenServer server = new TokenServer(clock);

    @AutoClose
    private final IxApiClient client = IxApiClient.at(server.uri())
            .credentials("key", "secret")
            .clock(clock)
            .build();

    @Test
    void aThousandThreadsCauseOneLogIn() throws Exception {
        assertThat(ask(Executors.newFixedThreadPool(1_000), 1_000)).containsOnly(client.accessToken());
        assertThat(server.logIns()).isOne();
        assertThat(server.refreshes()).isZero();
    }

    @Test
    void aThousandThreadsCauseOneRefresh() throws Exception {
        assertOneRefresh(Executors.newFixedThreadPool(1_000), 1_000);
    }

    @Test
    void tenThousandVirtualThreadsCauseOneRefresh() throws Exception {
        assertOneRefresh(virtualThreads(), 10_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {54_000, 1})
    void aStaleTokenIsServedToAThousandThreadsOrElseTheNewOne(long left) throws Exception {
        String first = client.accessToken();
        clock.at(TokenServer.LIFETIME.toMillis() - left);
        List<String> served = ask(Executors.newFixedThreadPool(1_000), 1_000);
        assertThat(served).allMatch(server::isValid).contains(first);
        assertThat(server.refreshes()).isLessThanOrEqualTo(1);
        assertThat(server.logIns()).isOne();
    }

    private void assertOneRefresh(ExecutorService threads, int callers) throws Exception {
        String first = client.accessToken();
        clock.at(TokenServer.LIFETIME.toMillis());
        List<String> served = ask(threads, callers);
        assertThat(server.refreshes()).isOne();
        assertThat(server.logIns()).isOne();
        assertThat(served).hasSize(callers).containsOnly(client.accessToken()).doesNotContain(first);
        assertThat(served).allMatch(server::isValid);
    }

    /** Nobody asks before all can. */
    private List<String> ask(ExecutorService threads, int callers) throws InterruptedException, ExecutionException {
        CountDownLatch ready = new CountDownLatch(callers);
        try {
            List<Future<String>> answers = Stream.generate(() -> threads.submit(() -> {
                        ready.countDown();
                        ready.await();
                        return client.accessToken();
                    }))
                    .limit(callers)
                    .toList();
            List<String> tokens = new ArrayList<>();
            for (Future<String> answer : answers) {
                tokens.add(answer.get());
            }
            return tokens;
        } finally {
            threads.shutdown();
            threads.awaitTermination(10, TimeUnit.SECONDS);
        }
    }

    /** Since Java 21. */
    private static ExecutorService virtualThreads() throws ReflectiveOperationException {
        assumeTrue(Runtime.version().feature() >= 21, "virtual threads came with Java 21");
        return (ExecutorService)
                Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
    }
}
