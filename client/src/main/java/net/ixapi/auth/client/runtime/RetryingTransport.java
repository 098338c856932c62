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
 * The one retry policy. Sends a request again when the server was not able to respond to it: no connection, 429, 502, 503, 504.
 * An operation that is not idempotent, such as a POST of which the document does not say so, is sent again only when it cannot
 * have acted. Safe for many threads; closed when nobody is to wait for another attempt any more.
 */
public final class RetryingTransport implements Transport {
    /** What a busy server responds, or a proxy that does not reach it: the next attempt may succeed. */
    private static final Set<Integer> STATUSES = Set.of(429, 502, 503, 504);

    private static final double INITIAL_DELAY_MILLIS = 500;
    private static final double MAX_DELAY_MILLIS = 10_000;

    LongSupplier nanoTime = System::nanoTime;
    Sleeper sleeper = CountDownLatch::await;
    DoubleSupplier jitter = Math::random;

    private final Transport transport;
    private final int attempts;
    private final Duration callTimeout;
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Waits until the latch is open, or for so long. */
    @FunctionalInterface
    interface Sleeper {
        boolean sleep(CountDownLatch end, long time, TimeUnit unit) throws InterruptedException;
    }

    /**
     * A transport that tries again.
     *
     * @param transport carries each attempt
     * @param attempts how often a request is sent at most; 1 for no retry
     * @param callTimeout for how long a call may take with all its attempts
     * @throws IllegalArgumentException if there is to be no attempt
     */
    public RetryingTransport(Transport transport, int attempts, Duration callTimeout) {
        if (attempts < 1) {
            throw new IllegalArgumentException("There must be an attempt, but attempts is " + attempts);
        }
        this.transport = transport;
        this.attempts = attempts;
        this.callTimeout = callTimeout;
    }

    @Override
    public <T> ApiResponse<T> send(ApiRequest<T> request) {
        long begun = nanoTime.getAsLong();
        request.timeLeft = callTimeout;
        for (int attempt = 1; ; attempt++) {
            try {
                return transport.send(request);
            } catch (ApiException e) {
                long wait = delay(e, attempt);
                boolean endsInTime = Duration.ofMillis(wait).compareTo(left(begun)) < 0;
                if (attempt >= attempts || !endsInTime || !repeats(e, request.operation())) {
                    throw e;
                }
                sleep(wait, e);
                request.timeLeft = left(begun);
            }
        }
    }

    private boolean repeats(ApiException e, ApiOperation<?> operation) {
        if (e instanceof ApiStatusException response) {
            return STATUSES.contains(response.status()) && (operation.idempotent || !e.mayHaveBeenProcessed());
        }
        // A response that was on its way when the connection broke may have been a success.
        return e.isRetryable() && !e.mayHaveBeenProcessed();
    }

    /** In milliseconds: as long as the server asks, or twice as long as the last time, less up to a quarter. */
    private long delay(ApiException e, int attempt) {
        double doubled = Math.scalb(INITIAL_DELAY_MILLIS, attempt - 1);
        long own = (long) Math.min(MAX_DELAY_MILLIS, doubled * (1 - jitter.getAsDouble() / 4));
        Optional<Duration> asked = e instanceof ApiStatusException response ? response.retryAfter() : Optional.empty();
        return asked.map(TimeUnit.MILLISECONDS::convert).orElse(own);
    }

    private Duration left(long begun) {
        return callTimeout.minusNanos(nanoTime.getAsLong() - begun);
    }

    private void sleep(long wait, ApiException failure) {
        try {
            sleeper.sleep(closed, wait, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ApiConnectionException interrupted = ApiConnectionException.because(
                    failure.operation(), new InterruptedIOException("interrupted"), true);
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
