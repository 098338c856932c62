package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ConcurrencyTest {
    private static final int CALLERS = 64;
    private static final ApiOperation<Integer> ECHO = ApiOperation.of("echo", "POST", "/echo/{number}")
            .sends("application/json")
            .returns(new TypeRef<Integer>() {});

    @AutoClose
    private final FakeServer server = new FakeServer();

    @AutoClose
    private final HttpTransport transport = HttpTransport.to(server.uri());

    /** The server answers nobody until all have asked: so all have a connection at the same time. */
    @Test
    void everyCallerOfOneTransportGetsItsOwnAnswer() {
        CyclicBarrier all = new CyclicBarrier(CALLERS);
        server.answers(request -> {
            await(all);
            return new FakeServer.Response(200, request.body());
        });
        List<CompletableFuture<ApiResponse<Integer>>> answers = IntStream.range(0, CALLERS)
                .mapToObj(number -> Background.send(
                        transport, ECHO.request().path("number", number).body(number)))
                .toList();
        for (int number = 0; number < CALLERS; number++) {
            assertThat(answers.get(number))
                    .succeedsWithin(Duration.ofSeconds(20))
                    .extracting(ApiResponse::body)
                    .isEqualTo(number);
        }
        assertThat(server.requests())
                .hasSize(CALLERS)
                .allSatisfy(request -> assertThat(request.target()).isEqualTo("/echo/" + request.body()));
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (InterruptedException | BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }
}
