package net.ixapi.auth.client.runtime;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import net.ixapi.auth.client.error.ApiConnectionException;
import net.ixapi.auth.client.error.ApiException;
import net.ixapi.auth.client.error.ApiStatusException;

/**
 * The one retry policy. Sends a request again when the server was not able to answer it: no connection, 429, 502, 503, 504.
 * An operation that is not idempotent, such as a POST of which the document does not say so, is sent again only when it cannot
 * have acted. Safe for many threads; closed when nobody is to wait for another attempt any more.
 */
public final class RetryingTransport implements Transport {
    private final Transport transport;
    private final int attempts;
    private final long initialDelay;
    private final long maxDelay;
    private final Set<Integer> statuses;
    private final Duration callTimeout;
    private final LongSupplier nanoTime;
    private final Sleeper sleeper;
    private final DoubleSupplier jitter;

    private final CountDownLatch closed = new CountDownLatch(1);

    /** Waits for the end of all waits, or for so long. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(CountDownLatch end, Duration time) throws InterruptedException;
    }

    /**
     * A transport that tries again.
     *
     * @param transport carries each attempt
     * @param settings how often
     * @param callTimeout for how long a call may take with all its attempts
     */
    public RetryingTransport(Transport transport, RetrySettings settings, Duration callTimeout) {
        this(transport, settings, callTimeout, System::nanoTime, RetryingTransport::await, Math::random);
    }

    RetryingTransport(
            Transport transport,
            RetrySettings settings,
            Duration callTimeout,
            LongSupplier nanoTime,
            Sleeper sleeper,
            DoubleSupplier jitter) {
        this.transport = transport;
        this.attempts = settings.attempts;
        this.initialDelay = TimeUnit.MILLISECONDS.convert(settings.initialDelay);
        this.maxDelay = TimeUnit.MILLISECONDS.convert(settings.maxDelay);
        this.statuses = settings.statuses;
        this.callTimeout = callTimeout;
        this.nanoTime = nanoTime;
        this.sleeper = sleeper;
        this.jitter = jitter;
    }

    @Override
    public <T> ApiResponse<T> send(ApiRequest<T> request) {
        long begun = nanoTime.getAsLong();
        for (int attempt = 1; ; attempt++) {
            try {
                request.timeLeft = left(begun);
                return transport.send(request);
            } catch (ApiException e) {
                Duration wait = Duration.ofMillis(wait(e, attempt));
                if (attempt >= attempts || !repeats(e, request.operation()) || wait.compareTo(left(begun)) >= 0) {
                    throw e;
                }
                sleep(wait, e);
            }
        }
    }

    private boolean repeats(ApiException e, ApiOperation<?> operation) {
        if (e.mayHaveBeenProcessed() && !operation.idempotent) {
            return false;
        }
        if (e instanceof ApiStatusException response) {
            return statuses.contains(response.status());
        }
        // A response that was on its way when the connection broke may have been a success.
        return e.isRetryable() && !e.mayHaveBeenProcessed();
    }

    /** As long as the server asks, or twice as long as the last time, less up to a quarter. */
    private long wait(ApiException e, int attempt) {
        double doubled = Math.scalb((double) initialDelay, attempt - 1);
        long own = Math.min((long) (doubled * (1 - jitter.getAsDouble() / 4)), maxDelay);
        Optional<Duration> asked = e instanceof ApiStatusException response ? response.retryAfter() : Optional.empty();
        return asked.map(TimeUnit.MILLISECONDS::convert).orElse(own);
    }

    private static void await(CountDownLatch end, Duration time) throws InterruptedException {
        end.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Duration left(long begun) {
        return callTimeout.minusNanos(nanoTime.getAsLong() - begun);
    }

    private void sleep(Duration wait, ApiException failure) {
        try {
            sleeper.sleep(closed, wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ApiConnectionException interrupted =
                    ApiConnectionException.because(failure.operation(), new InterruptedIOException("interrupted"));
            interrupted.addSuppressed(failure);
            throw interrupted;
        }
        if (closed.getCount() == 0) {
            throw failure;
        }
    }

    /** Ends all waits with the failure before them, and closes the transport beneath. */
    @Override
    public void close() {
        closed.countDown();
        transport.close();
    }
}
