package net.ixapi.auth.client.bearer;

import static net.ixapi.auth.client.bearer.BearerClients.status;
import static net.ixapi.auth.client.bearer.BearerClients.withBearer;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.ixapi.auth.client.runtime.FakeServer;
import net.ixapi.auth.client.runtime.FakeServer.Response;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class BearerConcurrencyTest {
    private static final int THREADS = 50;

    private final FakeTokens tokens = new FakeTokens();

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final CloseableHttpClient http = withBearer(tokens.session(), server.uri())
            .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(THREADS)
                    .setMaxConnPerRoute(THREADS)
                    .build())
            .build();

    /** The server refuses nobody until all have asked: so all are refused with the same token. */
    @Test
    void aRevokedTokenIsRenewedOnce() throws Exception {
        CyclicBarrier all = new CyclicBarrier(THREADS);
        server.answers(request -> {
            if (request.header("Authorization").contains("Bearer token-1")) {
                await(all);
                return new Response(401, "");
            }
            return new Response(204, "");
        });
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                answers.add(threads.submit(() -> status(http, server.uri())));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get(20, TimeUnit.SECONDS)).isEqualTo(204);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(tokens.given()).isEqualTo(2);
        assertThat(server.requests()).hasSize(2 * THREADS);
    }

    private static void await(CyclicBarrier all) {
        try {
            all.await();
        } catch (BrokenBarrierException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
