package net.ixapi.auth.client.session;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import net.ixapi.auth.client.error.ApiStatusException;

/**
 * Whether it is too early for another renewal, and what the last one failed with. Only its
 * last failure may be read by several threads at once.
 */
final class RenewalBackoff {
    /** Servers lock accounts after failed log-ins. With these delays, 18 are made in the first hour and 10 in each later one. */
    static final Duration MIN_REFUSED_DELAY = Duration.ofSeconds(1);

    static final Duration MAX_REFUSED_DELAY = Duration.ofMinutes(6);
    private static final Duration BETWEEN_CREDENTIAL_CHECKS = Duration.ofSeconds(1);
    /** A server that asks for more than this is asked again all the same. */
    private static final Duration MAX_RETRY_AFTER = Duration.ofHours(1);

    private final Backoff failures;
    /** Apart from the others, so that no other failure and no setting brings the log-ins back to their first delay. */
    private final Backoff refusedCredentials;

    private volatile Throwable lastFailure = new IllegalStateException("No renewal has failed yet");
    private long lastCredentialCheck;

    RenewalBackoff(Duration initialDelay, Duration maxDelay) {
        failures = new Backoff(initialDelay, maxDelay);
        refusedCredentials = new Backoff(
                Collections.max(List.of(MIN_REFUSED_DELAY, initialDelay)),
                Collections.max(List.of(MAX_REFUSED_DELAY, maxDelay)));
    }

    boolean lasts(long now) {
        return failures.lasts(now) || refusedCredentials.lasts(now);
    }

    Throwable lastFailure() {
        return lastFailure;
    }

    /** Whether to ask now if there are other credentials than those that were refused; at most once a second. */
    boolean checksCredentials(long now) {
        if (!refusedCredentials.lasts(now)
                || Math.abs(now - lastCredentialCheck) < BETWEEN_CREDENTIAL_CHECKS.toMillis()) {
            return false;
        }
        lastCredentialCheck = now;
        return true;
    }

    /** Returns the time before which there is no other attempt. */
    long failed(long now, Throwable cause, boolean credentialsRefused) {
        lastFailure = cause;
        lastCredentialCheck = now;
        Duration asked = cause instanceof ApiStatusException e ? e.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
        Backoff backoff = credentialsRefused ? refusedCredentials : failures;
        return backoff.begin(now, Collections.min(List.of(asked, MAX_RETRY_AFTER)));
    }

    /**
     * Returns the time before which there is no other attempt.
     *
     * @param helped false if the server repeats its last response: asking again and again would not help
     */
    long succeeded(long now, boolean helped) {
        refusedCredentials.end();
        return helped ? failures.end() : failures.begin(now, Duration.ZERO);
    }
}
