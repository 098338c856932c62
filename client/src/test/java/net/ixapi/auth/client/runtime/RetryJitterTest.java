package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import net.ixapi.auth.client.error.ApiConnectionException;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.ErrorResponse;
import net.ixapi.auth.client.error.ProblemDetails;
import org.junit.jupiter.api.Test;

/** Programs that failed together do not all come back together. */
class RetryJitterTest {
    /** Half of the waits fit into the call's time: an interrupted thread fails at them, so that nothing is waited for. */
    @Test
    void theWaitsDiffer() {
        long begun = IntStream.range(0, 100).filter(i -> beginsAWait()).count();
        assertThat(begun).isBetween(1L, 99L);
    }

    private static boolean beginsAWait() {
        ScriptedTransport script = new ScriptedTransport(ApiStatusException.of(
                new ErrorResponse("thing_read", 503, Map.of(), ProblemDetails.NONE, null, Instant.EPOCH)));
        Transport transport = new RetryingTransport(script, 3, Duration.ofMillis(437));
        Thread.currentThread().interrupt();
        Throwable thrown = catchThrowable(
                () -> transport.send(ApiOperation.of("thing_read", "GET", "/").request()));
        Thread.interrupted();
        return thrown instanceof ApiConnectionException;
    }
}
