package net.ixapi.auth.client.session;

import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.ixapi.auth.client.error.ApiConnectionException;
import net.ixapi.auth.client.error.ApiException;

/** How one of several callers waits for a renewal: it gets an exception of its own. */
final class RenewalWait {
    private static final String OPERATION = "access_token";

    private RenewalWait() {}

    static CachedToken await(CompletableFuture<CachedToken> renewal, Duration time) {
        try {
            return renewal.get(SessionBuilder.millis(time), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ApiException cause
                    ? cause.forCaller()
                    : new IllegalStateException("The renewal of the token failed", e.getCause());
        } catch (TimeoutException e) {
            throw timeout("no new token within " + time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiConnectionException.because(OPERATION, new InterruptedIOException("interrupted"));
        }
    }

    static ApiConnectionException timeout(String what) {
        return ApiConnectionException.because(OPERATION, new SocketTimeoutException(what));
    }
}
