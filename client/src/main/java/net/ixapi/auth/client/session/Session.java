package net.ixapi.auth.client.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleSupplier;
import net.ixapi.auth.client.error.ApiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Always has a valid access token: logs in on first use, renews early, one renewal at a time. Safe for many threads, virtual
 * ones too. Only a session that renews by a timer has to be closed.
 *
 * <p>While a token is fresh it is served without a lock. When it nears its expiry it is still served, while one renewal runs
 * beside. When it has expired, callers wait for that one renewal, up to {@link SessionSettings#refreshTimeout}.
 *
 * <p>After a renewal that failed, the next one is tried after a delay that grows. Until then a token that is still valid is
 * served, and callers without one get the last failure at once, each an exception of its own. Credentials that the server
 * refuses (400, 401, 403) are sent at most 20 times in the first hour and 12 times in each later one, or when the provider has
 * new ones.
 */
public final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final TokenProvider provider;
    private final TokenListener listener;
    private final SessionSettings settings;
    private final Clock clock;
    private final Executor executor;
    private final DoubleSupplier jitter;
    private final RefreshTimer timer;
    private final ReentrantLock lock = new ReentrantLock();

    // Guarded by the lock, as is each write of the token.
    private final RenewalBackoff backoff;
    private final Backoff invalidations;
    private @Nullable CompletableFuture<CachedToken> running;
    private boolean checkingCredentials;

    private volatile CachedToken token = CachedToken.NONE;
    /** The thread that renews, and the pair that it has obtained already. */
    private volatile @Nullable Thread renewing;

    private volatile @Nullable TokenPair obtained;

    Session(SessionBuilder builder) {
        provider = builder.provider;
        listener = builder.listener;
        settings = builder.settings;
        clock = builder.clock;
        executor = builder.executor;
        jitter = builder.jitter;
        timer = builder.timer;
        backoff = new RenewalBackoff(settings);
        invalidations = new Backoff(RenewalBackoff.MIN_REFUSED_DELAY, RenewalBackoff.MAX_REFUSED_DELAY);
    }

    /**
     * A valid access token. A {@link TokenListener} that asks for one while it is told of a new pair gets the new one.
     *
     * @return the token, which is a secret
     * @throws ApiException if there is no valid token and none is to be had: a copy of what the last renewal threw, with that
     *     as its cause; or a timeout if the renewal takes longer than {@link SessionSettings#refreshTimeout}; or a connection
     *     failure if the thread is interrupted
     * @throws IllegalStateException if the provider threw something else, which is the cause; or if the provider itself asks
     */
    public String accessToken() {
        CachedToken current = token;
        return current.isFresh(clock.millis()) ? current.accessToken() : renewed();
    }

    /**
     * Tells the session that a server refused an access token with 401. The token is served no more, unless it has been
     * replaced already, or was issued because the one before it was refused, too: then the token is hardly the reason, and the
     * next one is dropped after a delay that grows.
     *
     * @param accessToken the token that was refused
     * @return whether the request may be sent once more, with another token; false if the caller should take the 401 as it is
     */
    public boolean invalidate(String accessToken) {
        lock.lock();
        try {
            long now = clock.millis();
            if (!token.holds(accessToken)) {
                return true;
            } else if (!token.isValid(now)) {
                return running != null || !backoff.lasts(now);
            } else if (invalidations.lasts(now)) {
                return false;
            }
            if (now - invalidations.until() > RenewalBackoff.MAX_REFUSED_DELAY.toMillis()) {
                invalidations.end();
            }
            invalidations.begin(now, Duration.ZERO);
            token = token.invalidated();
            return running != null || !backoff.lasts(now);
        } finally {
            lock.unlock();
        }
    }

    /**
     * The pair that is in use, to be stored by a program that ends.
     *
     * @return the pair, or empty before the first log-in
     */
    public Optional<TokenPair> pair() {
        return Optional.ofNullable(token.pair());
    }

    /** Starts with a pair of an earlier run; it is renewed when its time comes. */
    void restore(TokenPair pair) {
        if (!isOfProvider(pair)) {
            LOG.warn(
                    "The stored pair of tokens is not known to be for these credentials at this exchange: it is not used");
            return;
        }
        token = CachedToken.restored(pair, clock.millis(), settings, jitter.getAsDouble());
    }

    /** Where the credentials cannot be read now, the log-in will say so. */
    private boolean isOfProvider(TokenPair pair) {
        try {
            return Objects.equals(pair.origin(), provider.origin());
        } catch (RuntimeException e) {
            LOG.warn("The credentials cannot be read: {}", TokenRefresh.said(e));
            return false;
        }
    }

    /** Ends the timer. A token that is valid is served on, and renewed when a caller asks for it. */
    @Override
    public void close() {
        timer.close();
    }

    private String renewed() {
        if (Thread.currentThread() == renewing) {
            TokenPair next = obtained;
            if (next == null) {
                throw new IllegalStateException(
                        "The token provider asks the session for the token that it is to provide");
            }
            return next.accessToken();
        }
        CompletableFuture<CachedToken> result = renew();
        CachedToken current = token;
        return current.isValid(clock.millis()) ? current.accessToken() : awaited(result);
    }

    private String awaited(CompletableFuture<CachedToken> result) {
        try {
            return valid(RenewalWait.await(result, settings.refreshTimeout()));
        } catch (RuntimeException e) {
            // A caller that woke late may find that another one has obtained a token meanwhile.
            CachedToken current = token;
            if (current.isValid(clock.millis())) {
                return current.accessToken();
            }
            throw e;
        }
    }

    private String valid(CachedToken next) {
        if (next.isValid(clock.millis())) {
            return next.accessToken();
        }
        throw RenewalWait.timeout("a new token expired before it could be served");
    }

    /** Joins the renewal that runs, or starts one, unless it is too early for another attempt. */
    private CompletableFuture<CachedToken> renew() {
        CompletableFuture<CachedToken> started;
        CachedToken old;
        boolean checkCredentials;
        lock.lock();
        try {
            // The time by now: a thread that has waited for the lock may have slept for the whole life of a token.
            long now = clock.millis();
            old = token;
            checkCredentials = backoff.lasts(now);
            if (running != null) {
                return checkingCredentials ? CompletableFuture.failedFuture(backoff.lastFailure()) : running;
            } else if (old.isFresh(now) || checkCredentials && old.isValid(now)) {
                return CompletableFuture.completedFuture(old);
            } else if (checkCredentials && !backoff.checksCredentials(now)) {
                return CompletableFuture.failedFuture(backoff.lastFailure());
            }
            checkingCredentials = checkCredentials;
            started = new CompletableFuture<>();
            running = started;
        } finally {
            lock.unlock();
        }
        start(old, checkCredentials, started);
        return started;
    }

    private void start(CachedToken old, boolean checkCredentials, CompletableFuture<CachedToken> result) {
        try {
            executor.execute(() -> run(old, checkCredentials, result));
        } catch (RuntimeException | Error e) {
            fail(result, e, false);
        }
    }

    private void run(CachedToken old, boolean checkCredentials, CompletableFuture<CachedToken> result) {
        renewing = Thread.currentThread();
        TokenRefresh refresh = new TokenRefresh(provider, old, clock, this::forgetRefreshToken);
        try {
            if (checkCredentials && !credentialsChanged()) {
                stop(result);
                return;
            }
            TokenPair pair = refresh.run();
            obtained = pair;
            succeed(result, old, pair, refresh);
        } catch (Throwable e) {
            // Undeclared exceptions too: callers that wait must be told whatever happens.
            fail(result, e, refresh.credentialsRefused(e));
        }
    }

    /** Under the lock, so that nothing of the next renewal is taken for this one's. */
    private void endRenewal() {
        running = null;
        checkingCredentials = false;
        obtained = null;
        renewing = null;
    }

    private boolean credentialsChanged() {
        try {
            return provider.credentialsChanged();
        } catch (RuntimeException e) {
            LOG.warn("The credentials cannot be read: {}", TokenRefresh.said(e));
            return false;
        }
    }

    /** The new token is in place before those who wait for it are woken. */
    private void succeed(CompletableFuture<CachedToken> result, CachedToken old, TokenPair pair, TokenRefresh refresh) {
        CachedToken next = old.replacedBy(pair, refresh.since(), settings, jitter.getAsDouble());
        LOG.atLevel(refresh.loggedIn() ? Level.INFO : Level.DEBUG)
                .log(refresh.loggedIn() ? "Logged in" : "Refreshed the token");
        tell(() -> listener.obtained(pair));
        lock.lock();
        try {
            long now = clock.millis();
            token = next;
            endRenewal();
            long until = backoff.succeeded(now, next.outlives(old));
            timer.schedule(this::renewIfStale, Math.max(next.staleAt(), until) - now);
        } finally {
            lock.unlock();
        }
        result.complete(next);
    }

    private void fail(CompletableFuture<CachedToken> result, Throwable cause, boolean credentialsRefused) {
        long delay;
        lock.lock();
        try {
            long now = clock.millis();
            endRenewal();
            delay = backoff.failed(now, cause, credentialsRefused) - now;
            timer.schedule(this::renewIfStale, delay);
        } finally {
            lock.unlock();
        }
        LOG.warn("No new token, next attempt in {}: {}", Duration.ofMillis(delay), TokenRefresh.said(cause));
        tell(() -> listener.failed(cause));
        result.completeExceptionally(cause);
    }

    /** The credentials are still those that were refused: nothing was sent. */
    private void stop(CompletableFuture<CachedToken> result) {
        Throwable cause;
        lock.lock();
        try {
            endRenewal();
            cause = backoff.lastFailure();
        } finally {
            lock.unlock();
        }
        result.completeExceptionally(cause);
    }

    private void renewIfStale() {
        long now = clock.millis();
        CachedToken current = token;
        if (current.isFresh(now)) {
            timer.schedule(this::renewIfStale, current.staleAt() - now);
        } else {
            renew();
        }
    }

    /** The pair is good whatever the listener throws, and its message may hold the pair. */
    private static void tell(Runnable event) {
        try {
            event.run();
        } catch (Throwable e) {
            LOG.warn("A listener of new tokens failed: {}", e.getClass().getName());
        }
    }

    private void forgetRefreshToken() {
        lock.lock();
        try {
            token = token.withoutRefreshToken();
        } finally {
            lock.unlock();
        }
    }
}
