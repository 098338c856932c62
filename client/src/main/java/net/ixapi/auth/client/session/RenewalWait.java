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
import org.jspecify.annotations.Nullable;

/** How one of several callers waits for a renewal: it gets an exception of its own. */
final class RenewalWait {
    private static final String OPERATION = "access_token";

    private RenewalWait() {}

    /** What a caller is told that has waited in vain; null if the renewal succeeded. */
    static @Nullable RuntimeException failureOf(CompletableFuture<CachedToken> renewal, Duration time) {
        try {
            renewal.get(TimeUnit.MILLISECONDS.convert(time), TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException e) {
            return e.getCause() instanceof ApiException cause
                    ? cause.forCaller()
                    : new IllegalStateException("The renewal of the token failed", e.getCause());
        } catch (TimeoutException e) {
            return timeout("no new token within " + time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ApiConnectionException.because(OPERATION, new InterruptedIOException("interrupted"), true);
        }
    }

    static ApiConnectionException timeout(String what) {
        return ApiConnectionException.because(OPERATION, new SocketTimeoutException(what), true);
    }
}
