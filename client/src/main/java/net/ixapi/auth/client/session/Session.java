package net.ixapi.auth.client.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import net.ixapi.auth.client.error.ApiException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Always has a valid access token: logs in on first use, renews early, one renewal at a time. Safe for many threads, virtual
 * ones too. Only a session that renews by a timer has to be closed.
 *
 * <p>While a token is fresh it is served without a lock. When it nears its expiry it is still served, while one renewal runs
 * beside. When it has expired, callers wait for that one renewal, up to {@link SessionBuilder#refreshTimeout}.
 *
 * <p>After a renewal that failed, the next one is tried after a delay that grows. Until then a valid token is served, and
 * callers without one get the last failure at once. Credentials that the server refuses (400, 401, 403) are sent at most 20
 * times in the first hour and 12 times in each later one, or when the provider has new ones.
 */
public final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final TokenProvider provider;
    private final TokenListener listener;
    private final Duration refreshTimeout;
    private final LongUnaryOperator margins;
    private final Clock clock;
    private final Executor executor;
    private final ReentrantLock lock = new ReentrantLock();

    // Guarded by the lock, as is each write of what follows.
    private final RenewalBackoff backoff;
    private final Backoff invalidations;
    private final RenewalTimer timer;

    private volatile CachedToken token = CachedToken.NONE;
    private volatile @Nullable TokenRefresh running;

    Session(SessionBuilder builder) {
        provider = builder.provider;
        listener = builder.listener;
        refreshTimeout = builder.refreshTimeout;
        margins = builder.margins();
        clock = builder.clock;
        executor = builder.executor;
        timer = new RenewalTimer(builder.timer, this::renewIfStale, builder.renewsByTimer);
        backoff = new RenewalBackoff(builder.initialDelay, builder.maxDelay);
        invalidations = new Backoff(RenewalBackoff.MIN_REFUSED_DELAY, RenewalBackoff.MAX_REFUSED_DELAY);
        if (builder.pair != null) {
            restore(builder.pair);
        }
    }

    void restore(TokenPair pair) {
        if (TokenRefresh.isTrue(() -> Objects.equals(pair.origin(), provider.origin()))) {
            token = CachedToken.restored(pair, clock.millis(), margins);
        } else {
            LOG.warn("The stored tokens are not used: they may be for other credentials or another exchange");
        }
    }

    /**
     * A valid access token. A {@link TokenListener} that asks for one while it is told of a new pair gets the new one.
     *
     * @return the token, which is a secret
     * @throws ApiException if there is no valid token and none is to be had: each caller's own copy of what the last renewal
     *     threw; a timeout after {@link SessionBuilder#refreshTimeout}; or a connection failure if the thread is interrupted
     * @throws IllegalStateException if the provider threw something else, which is the cause; or if the provider itself asks
     */
    public String accessToken() {
        CachedToken current = token;
        return current.isFresh(clock.millis()) ? current.pair().accessToken() : renewed();
    }

    /**
     * Tells the session that a server refused an access token with 401. It is served no more, unless it was issued because the
     * one before it was refused, too: then the token is hardly the reason, and is dropped only after a delay that grows.
     *
     * @param accessToken the token that was refused
     * @return whether the request may be sent once more, with another token; false if the caller should take the 401 as it is
     */
    public boolean invalidate(String accessToken) {
        return locked(() -> {
            long now = clock.millis();
            if (!token.holds(accessToken)) {
                return true;
            } else if (token.isValid(now)) {
                if (invalidations.lasts(now)) {
                    return false;
                } else if (now - invalidations.until() > RenewalBackoff.MAX_REFUSED_DELAY.toMillis()) {
                    invalidations.end();
                }
                invalidations.begin(now, Duration.ZERO);
                token = token.invalidated();
            }
            return running != null || !backoff.lasts(now);
        });
    }

    /**
     * The pair that is in use, to be stored by a program that ends.
     *
     * @return the pair, or empty before the first log-in
     */
    public Optional<TokenPair> pair() {
        return Optional.of(token.pair()).filter(pair -> pair != CachedToken.NO_PAIR);
    }

    /** Ends the timer. A token that is valid is served on, and renewed when a caller asks for it. */
    @Override
    public void close() {
        locked(timer::close);
    }

    private String renewed() {
        TokenRefresh own = running;
        if (own != null && own.runsOnThisThread()) {
            return own.obtained();
        }
        CompletableFuture<CachedToken> result = renew();
        CachedToken current = token;
        if (current.isValid(clock.millis())) {
            return current.pair().accessToken();
        }
        RuntimeException failure = TokenRefresh.failureOf(result, refreshTimeout);
        // A caller that woke late may find that another one has obtained a token meanwhile.
        current = failure != null || token.isValid(clock.millis()) ? token : result.join();
        if (current.isValid(clock.millis())) {
            return current.pair().accessToken();
        }
        throw failure != null ? failure : TokenRefresh.timeout("a new token expired before it could be served");
    }

    /** Joins the renewal that runs, or starts one, unless it is too early for another attempt. */
    private CompletableFuture<CachedToken> renew() {
        TokenRefresh refresh;
        lock.lock();
        try {
            // The time by now: a thread that has waited for the lock may have slept for the whole life of a token.
            long now = clock.millis();
            boolean tooEarly = backoff.lasts(now);
            if (running != null) {
                return running.checksCredentials
                        ? CompletableFuture.failedFuture(backoff.lastFailure())
                        : running.result;
            } else if (token.isFresh(now) || tooEarly && token.isValid(now)) {
                return CompletableFuture.completedFuture(token);
            } else if (tooEarly && !backoff.checksCredentials(now)) {
                return CompletableFuture.failedFuture(backoff.lastFailure());
            }
            refresh = new TokenRefresh(provider, token, clock, tooEarly);
            running = refresh;
        } finally {
            lock.unlock();
        }
        try {
            executor.execute(() -> run(refresh));
        } catch (RuntimeException | Error e) {
            fail(refresh, e);
        }
        return refresh.result;
    }

    private void run(TokenRefresh refresh) {
        try {
            TokenPair pair = refresh.run();
            if (pair == null) {
                locked(() -> running = null);
                refresh.result.completeExceptionally(backoff.lastFailure());
            } else {
                succeed(refresh, pair);
            }
        } catch (Throwable e) {
            // Undeclared exceptions too: callers that wait must be told whatever happens.
            fail(refresh, e);
        }
    }

    /** The new token is in place before those who wait for it are woken. */
    private void succeed(TokenRefresh refresh, TokenPair pair) {
        CachedToken next = refresh.old.replacedBy(pair, refresh.since, margins);
        tell(() -> listener.obtained(pair));
        locked(() -> {
            long now = clock.millis();
            token = next;
            running = null;
            long until = backoff.succeeded(now, next.expiresAt() > refresh.old.expiresAt());
            return timer.set(Math.max(next.staleAt(), until) - now);
        });
        refresh.result.complete(next);
    }

    private void fail(TokenRefresh refresh, Throwable cause) {
        Duration delay = locked(() -> {
            long now = clock.millis();
            running = null;
            token = refresh.refreshTokenUsed ? token.withoutRefreshToken() : token;
            return timer.set(backoff.failed(now, cause, refresh.credentialsRefused(cause)) - now);
        });
        LOG.warn("No new token, next attempt in {}: {}", delay, TokenRefresh.said(cause));
        tell(() -> listener.failed(cause));
        refresh.result.completeExceptionally(cause);
    }

    private void renewIfStale() {
        long early = token.staleAt() - clock.millis();
        if (early > 0) {
            locked(() -> timer.set(early));
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

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
