package net.ixapi.auth.client.session;

import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import net.ixapi.auth.client.error.ApiConnectionException;
import net.ixapi.auth.client.error.ApiException;
import net.ixapi.auth.client.error.ApiStatusException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One attempt to obtain the next pair: by a refresh where that is possible, else by a log-in. Used by one thread, once. */
final class TokenRefresh {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    /** The {@link ApiException#operation} of a wait in vain. */
    private static final String OPERATION = "access_token";

    final CachedToken old;
    final boolean checksCredentials;
    final CompletableFuture<CachedToken> result = new CompletableFuture<>();
    private final TokenProvider provider;
    private final Clock clock;
    /** The time before the request for the new pair was sent. */
    long since;
    /** Whether the refresh token must not be sent again. */
    boolean refreshTokenUsed;

    private boolean loggedIn;
    private volatile @Nullable Thread thread;
    private @Nullable TokenPair obtained;

    /**
     * An attempt.
     *
     * @param checksCredentials whether it is made only if there are other credentials than those that were refused
     */
    TokenRefresh(TokenProvider provider, CachedToken old, Clock clock, boolean checksCredentials) {
        this.provider = provider;
        this.old = old;
        this.clock = clock;
        this.checksCredentials = checksCredentials;
    }

    /** The next pair; null where nothing was sent, since the credentials are still those that were refused. */
    @Nullable TokenPair run() {
        thread = Thread.currentThread();
        if (checksCredentials && !isTrue(provider::credentialsChanged)) {
            return null;
        }
        since = clock.millis();
        String refreshToken = old.refreshToken(since);
        TokenPair next = refreshToken == null ? logIn() : refreshOrLogIn(refreshToken);
        LOG.atLevel(loggedIn ? Level.INFO : Level.DEBUG).log(loggedIn ? "Logged in" : "Refreshed the token");
        obtained = next.origin() == null ? next.withOrigin(old.pair().origin()) : next;
        return obtained;
    }

    boolean runsOnThisThread() {
        return Thread.currentThread() == thread;
    }

    /** For a listener that asks for a token on this thread. */
    String obtained() {
        if (obtained == null) {
            throw new IllegalStateException("The token provider asks the session for the token that it is to provide");
        }
        return obtained.accessToken();
    }

    /** What a caller is told that has waited in vain, an exception of its own; null if the renewal succeeded. */
    static @Nullable RuntimeException failureOf(CompletableFuture<CachedToken> renewal, Duration timeout) {
        try {
            renewal.get(TimeUnit.MILLISECONDS.convert(timeout), TimeUnit.MILLISECONDS);
            return null;
        } catch (ExecutionException e) {
            return e.getCause() instanceof ApiException cause
                    ? cause.forCaller()
                    : new IllegalStateException("The renewal of the token failed", e.getCause());
        } catch (TimeoutException e) {
            return timeout("no new token within " + timeout);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ApiConnectionException.because(OPERATION, new InterruptedIOException("interrupted"), true);
        }
    }

    static ApiConnectionException timeout(String what) {
        return ApiConnectionException.because(OPERATION, new SocketTimeoutException(what), true);
    }

    /** False where the credentials cannot be read now: a log-in will say so. */
    static boolean isTrue(BooleanSupplier ofCredentials) {
        try {
            return ofCredentials.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.warn("The credentials cannot be read: {}", said(e));
            return false;
        }
    }

    private TokenPair logIn() {
        since = clock.millis();
        loggedIn = true;
        return Objects.requireNonNull(provider.logIn(), "The provider gave no pair");
    }

    private TokenPair refreshOrLogIn(String refreshToken) {
        refreshTokenUsed = true;
        try {
            return Objects.requireNonNull(provider.refresh(refreshToken), "The provider gave no pair");
        } catch (RuntimeException e) {
            // The response of a proxy or firewall says nothing about the refresh token.
            boolean kept = e instanceof ApiException failure && failure.isFromIntermediary();
            refreshTokenUsed = !kept && !isUnused(e);
            if (isUnused(e) || kept && old.isValid(clock.millis())) {
                throw e;
            }
            LOG.debug("The refresh failed, logging in instead: {}", said(e));
            return logIn();
        }
    }

    /**
     * A refresh token may be good for one attempt. It is unused if the request was never sent, or if the server responded with 429 or
     * 503. Any other failure may have used it up.
     */
    private static boolean isUnused(RuntimeException failure) {
        return failure instanceof ApiException e
                && !e.mayHaveBeenProcessed()
                && (e.isRetryable() || e instanceof ApiConnectionException);
    }

    /** Whether the server refused the credentials. */
    boolean credentialsRefused(Throwable failure) {
        return loggedIn
                && failure instanceof ApiStatusException e
                && (e.status() == 400 || e.status() == 401 || e.status() == 403);
    }

    /** The message of any other exception may hold a token. */
    static String said(Throwable failure) {
        return failure instanceof ApiException
                ? failure.getMessage()
                : failure.getClass().getName();
    }
}
