package net.ixapi.auth.client.runtime;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.ixapi.auth.client.error.ApiConnectionException;
import net.ixapi.auth.client.error.ApiException;
import net.ixapi.auth.client.error.ApiStatusException;

/**
 * The one retry policy. Sends a request again when the server was not able to respond to it: no connection, 429, 502, 503, 504.
 * An operation that is not idempotent, such as a POST of which the document does not say so, is sent again only when it cannot
 * have acted. Safe for many threads; closed when nobody is to wait for another attempt any more.
 */
public final class RetryingTransport implements Transport {
    private final Transport transport;
    private final RetrySettings settings;
    private final Duration callTimeout;
    private final CountDownLatch closed = new CountDownLatch(1);

    /**
     * A transport that tries again.
     *
     * @param transport carries each attempt
     * @param settings how often; not to be changed from now on
     * @param callTimeout for how long a call may take with all its attempts
     */
    public RetryingTransport(Transport transport, RetrySettings settings, Duration callTimeout) {
        this.transport = transport;
        this.settings = settings;
        this.callTimeout = callTimeout;
    }

    @Override
    public <T> ApiResponse<T> send(ApiRequest<T> request) {
        long begun = settings.nanoTime.getAsLong();
        request.timeLeft = callTimeout;
        for (int attempt = 1; ; attempt++) {
            try {
                return transport.send(request);
            } catch (ApiException e) {
                long wait = wait(e, attempt);
                boolean endsInTime = Duration.ofMillis(wait).compareTo(left(begun)) < 0;
                if (attempt >= settings.attempts || !endsInTime || !repeats(e, request.operation())) {
                    throw e;
                }
                sleep(wait, e);
                request.timeLeft = left(begun);
            }
        }
    }

    private boolean repeats(ApiException e, ApiOperation<?> operation) {
        if (e instanceof ApiStatusException response) {
            return settings.statuses.contains(response.status()) && (operation.idempotent || !e.mayHaveBeenProcessed());
        }
        // A response that was on its way when the connection broke may have been a success.
        return e.isRetryable() && !e.mayHaveBeenProcessed();
    }

    /** In milliseconds: as long as the server asks, or twice as long as the last time, less up to a quarter. */
    private long wait(ApiException e, int attempt) {
        double doubled = Math.scalb((double) TimeUnit.MILLISECONDS.convert(settings.initialDelay), attempt - 1);
        long own = Math.min(
                (long) (doubled * (1 - settings.jitter.getAsDouble() / 4)),
                TimeUnit.MILLISECONDS.convert(settings.maxDelay));
        Optional<Duration> asked = e instanceof ApiStatusException response ? response.retryAfter() : Optional.empty();
        return asked.map(TimeUnit.MILLISECONDS::convert).orElse(own);
    }

    private Duration left(long begun) {
        return callTimeout.minusNanos(settings.nanoTime.getAsLong() - begun);
    }

    private void sleep(long wait, ApiException failure) {
        try {
            settings.sleeper.sleep(closed, wait, TimeUnit.MILLISECONDS);
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
