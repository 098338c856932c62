package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import net.ixapi.auth.client.error.ApiConnectionException;
import net.ixapi.auth.client.error.ApiException;
import net.ixapi.auth.client.error.ApiStatusException;
import net.ixapi.auth.client.error.ErrorResponse;
import net.ixapi.auth.client.error.ProblemDetails;
import net.ixapi.auth.client.session.MutableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How long is waited between attempts, by a clock that only waiting moves. */
class RetryWaitTest {
    private static final ApiRequest<Void> REQUEST =
            ApiOperation.of("thing_read", "GET", "/").request();

    private final List<Duration> waits = new ArrayList<>();
    private final MutableClock clock = new MutableClock();
    private double jitter;

    @Test
    void eachWaitIsTwiceAsLongUpToTheLongest() {
        send(9, failures(8, 503));
        assertThat(waits)
                .extracting(Duration::toMillis)
                .containsExactly(500L, 1000L, 2000L, 4000L, 8000L, 10000L, 10000L, 10000L);
    }

    @Test
    void manyAttemptsDoNotOverflow() {
        send(101, failures(100, 503));
        assertThat(waits).hasSize(100).allMatch(wait -> !wait.isNegative());
        assertThat(waits.get(99)).isEqualTo(Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @CsvSource({"0, 500, 1000", "0.5, 437, 875", "0.999999, 375, 750"})
    void jitterTakesOffUpToAQuarter(double value, long first, long second) {
        jitter = value;
        send(3, failures(2, 503));
        assertThat(waits).extracting(Duration::toMillis).containsExactly(first, second);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|PT0S",
                "3|PT3S",
                "10|PT10S",
                "11|PT11S",
                "3599|PT59M59S",
                "Tue, 14 Nov 2023 22:13:24 GMT|PT4S",
                "Tue, 14 Nov 2023 22:13:19 GMT|PT0S",
                "Sun, 06 Nov 1994 08:49:37 GMT|PT0S",
                "soon|PT0.5S",
                "-5|PT0.5S",
            })
    void theServersWishHolds(String retryAfter, Duration wait) {
        send(2, status(503, retryAfter(retryAfter)));
        assertThat(waits).containsExactly(wait);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3600", "99999999999999999999", "Wed, 15 Nov 2023 22:13:20 GMT"})
    void aWishBeyondWhatIsLeftEndsTheCallAtOnceAndIsToldToTheCaller(String retryAfter) {
        ApiException failure = status(503, retryAfter(retryAfter));
        ScriptedTransport script = new ScriptedTransport(failure);
        assertThat(catchThrowable(() -> transport(script, 2).send(REQUEST))).isSameAs(failure);
        assertThat(((ApiStatusException) failure).retryAfter().orElseThrow())
                .isGreaterThanOrEqualTo(Duration.ofHours(1));
        assertThat(waits).isEmpty();
    }

    private static Map<String, List<String>> retryAfter(String value) {
        return Map.of("Retry-After", List.of(value), "Date", List.of("Tue, 14 Nov 2023 22:13:20 GMT"));
    }

    @ParameterizedTest
    @CsvSource({"PT3.5S, 2", "PT3.501S, 3", "PT0.5S, 0", "PT0.501S, 1", "PT0.001S, 0"})
    void noAttemptBeginsAfterTheCallTimeout(String timeout, int repeated) {
        ScriptedTransport script = new ScriptedTransport(failures(9, 503));
        ApiException last = (ApiException) catchThrowable(
                () -> transport(script, 9, Duration.parse(timeout)).send(REQUEST));
        assertThat(last).isExactlyInstanceOf(ApiStatusException.class);
        assertThat(script.attempts()).isEqualTo(1 + repeated);
        assertThat(Duration.ofMillis(clock.millis() - MutableClock.START)).isLessThanOrEqualTo(Duration.parse(timeout));
    }

    @Test
    void theTimeThatAttemptsTakeCounts() {
        List<Duration> left = new ArrayList<>();
        Transport slow = new Transport() {
            @Override
            public <T> ApiResponse<T> send(ApiRequest<T> request) {
                left.add(request.timeLeft);
                clock.move(Duration.ofSeconds(15));
                throw status(503, Map.of());
            }
        };
        catchThrowable(() -> transport(slow, 3, Duration.ofSeconds(25)).send(REQUEST));
        assertThat(waits).hasSize(1);
        assertThat(left).containsExactly(Duration.ofSeconds(25), Duration.ofMillis(9_500));
    }

    @Test
    void afterTheLastAttemptThereIsNoWait() {
        ScriptedTransport script = new ScriptedTransport(failures(9, 503));
        assertThat(catchThrowable(() -> transport(script, 3).send(REQUEST))).hasMessage("thing_read: HTTP 503");
        assertThat(waits).hasSize(2);
    }

    @Test
    void anInterruptEndsTheWaitAndIsKept() {
        ApiException failure = status(503, Map.of());
        ScriptedTransport script = new ScriptedTransport(failure);
        RetryingTransport interrupted = new RetryingTransport(script, 3, Duration.ofHours(1));
        interrupted.sleeper = (end, time, unit) -> {
            throw new InterruptedException();
        };
        Throwable thrown = catchThrowable(() -> interrupted.send(REQUEST));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown)
                .isExactlyInstanceOf(ApiConnectionException.class)
                .hasMessageContaining("interrupted")
                .hasCauseInstanceOf(InterruptedIOException.class)
                .hasSuppressedException(failure);
        assertThat(script.attempts()).isEqualTo(1);
    }

    /** The public constructor, whose wait is a real one: it ends at once. */
    @Test
    void anInterruptedThreadDoesNotWait() {
        ScriptedTransport script = new ScriptedTransport(failures(1, 503));
        Thread.currentThread().interrupt();
        Throwable thrown = catchThrowable(() -> new RetryingTransport(script, 3, Duration.ofHours(1)).send(REQUEST));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(thrown).isExactlyInstanceOf(ApiConnectionException.class);
    }

    /** The public constructor again: the wait is a real one, of half a second. */
    @Test
    void aRealWaitEnds() {
        ScriptedTransport script = new ScriptedTransport(failures(1, 503));
        RetryingTransport transport = new RetryingTransport(script, 2, Duration.ofHours(1));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> transport.send(REQUEST));
        assertThat(script.attempts()).isEqualTo(2);
    }

    /** The public constructor again: the wait of a minute has begun when it is closed. */
    @Test
    void closingEndsTheWaitWithTheFailureBeforeIt() throws Exception {
        ApiException failure = status(503, Map.of("Retry-After", List.of("60")));
        ScriptedTransport script = new ScriptedTransport(failure);
        RetryingTransport transport = new RetryingTransport(script, 2, Duration.ofHours(1));
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread waiting = new Thread(() -> thrown.complete(catchThrowable(() -> transport.send(REQUEST))));
        waiting.start();
        while (waiting.isAlive() && waiting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        transport.close();
        assertThat(thrown).succeedsWithin(Duration.ofSeconds(20)).isSameAs(failure);
        assertThat(script.attempts()).isOne();
    }

    @Test
    void afterItsClosingEachRequestIsSentOnce() {
        ApiException failure = status(503, Map.of("Retry-After", List.of("60")));
        ScriptedTransport script = new ScriptedTransport(failure);
        RetryingTransport transport = new RetryingTransport(script, 2, Duration.ofHours(1));
        transport.close();
        transport.close();
        assertThat(catchThrowable(() -> transport.send(REQUEST))).isSameAs(failure);
        assertThat(script.attempts()).isOne();
        transport.send(REQUEST);
    }

    private void send(int attempts, ApiException... failures) {
        ScriptedTransport script = new ScriptedTransport(failures);
        transport(script, attempts).send(REQUEST);
        assertThat(script.attempts()).isEqualTo(1 + failures.length);
    }

    private Transport transport(Transport transport, int attempts) {
        return transport(transport, attempts, Duration.ofHours(1));
    }

    private Transport transport(Transport transport, int attempts, Duration callTimeout) {
        RetryingTransport retrying = new RetryingTransport(transport, attempts, callTimeout);
        retrying.nanoTime = () -> (clock.millis() - MutableClock.START) * 1_000_000;
        retrying.sleeper = (end, time, unit) -> pass(Duration.of(time, unit.toChronoUnit()));
        retrying.jitter = () -> jitter;
        return retrying;
    }

    private boolean pass(Duration time) {
        clock.move(time);
        return waits.add(time);
    }

    private static ApiException[] failures(int number, int status) {
        return Collections.nCopies(number, status(status, Map.of())).toArray(ApiException[]::new);
    }

    private static ApiException status(int status, Map<String, List<String>> headers) {
        return ApiStatusException.of(
                new ErrorResponse("thing_read", status, headers, ProblemDetails.NONE, null, Instant.EPOCH));
    }
}
