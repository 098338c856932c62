package net.ixapi.auth.client.session;

import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.DoubleSupplier;
import net.ixapi.auth.client.error.ApiConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * Always has a valid access token: logs in on first use, renews early, one renewal at a time. Safe for many threads, virtual
 * ones too; it holds no resource that would have to be closed.
 *
 * <p>While a token is fresh it is served without a lock. When it nears its expiry it is still served, while one renewal runs
 * beside. When it has expired, callers wait for that one renewal, up to {@link SessionSettings#patience}. A renewal that fails
 * costs nobody anything who can still be served; the next one is tried after a pause that grows.
 */
public final class Session {
    /** A server that refuses every token must not be asked for a new one at every call. */
    private static final long BETWEEN_REFUSALS_MILLIS = 1_000;

    private static final String OPERATION = "access_token";

    private final Renewal renewal;
    private final SessionSettings settings;
    private final Clock clock;
    private final Executor executor;
    private final DoubleSupplier jitter;
    private final ReentrantLock lock = new ReentrantLock();
    private final Pause pause;

    private volatile Lease lease = Lease.NONE;
    private @Nullable CompletableFuture<Lease> running;
    private long lastRefusal = -BETWEEN_REFUSALS_MILLIS;

    Session(Renewal renewal, SessionSettings settings, Clock clock, Executor executor, DoubleSupplier jitter) {
        this.renewal = renewal;
        this.settings = settings;
        this.clock = clock;
        this.executor = executor;
        this.jitter = jitter;
        this.pause = new Pause(settings);
    }

    /**
     * A valid access token.
     *
     * @return the token, which is a secret
     * @throws net.ixapi.auth.client.error.ApiException if there is no valid token and none is to be had: what the one renewal
     *     threw, or a timeout if it takes longer than {@link SessionSettings#patience} or the thread is interrupted
     */
    public String accessToken() {
        Lease current = lease;
        return current.isFresh(clock.millis()) ? current.accessToken() : renewed();
    }

    /**
     * Tells the session that a server refused an access token with 401. The token is served no more, unless it has been
     * replaced already. At most one token a second is dropped this way.
     *
     * @param accessToken the token that was refused
     */
    public void refused(String accessToken) {
        lock.lock();
        try {
            long now = clock.millis();
            if (lease.holds(accessToken) && Math.abs(now - lastRefusal) >= BETWEEN_REFUSALS_MILLIS) {
                lastRefusal = now;
                lease = lease.refused();
            }
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
        return Optional.ofNullable(lease.pair());
    }

    /** Starts with a pair of an earlier run; it is renewed when its time comes. */
    void restore(TokenPair pair) {
        lease = Lease.restored(pair, clock.millis(), settings, jitter.getAsDouble());
    }

    private String renewed() {
        CompletableFuture<Lease> result = renew();
        Lease current = lease;
        return current.isValid(clock.millis()) ? current.accessToken() : awaited(result);
    }

    private String awaited(CompletableFuture<Lease> result) {
        try {
            return valid(await(result));
        } catch (RuntimeException e) {
            // Who woke late may find that somebody else has obtained one meanwhile.
            Lease current = lease;
            if (current.isValid(clock.millis())) {
                return current.accessToken();
            }
            throw e;
        }
    }

    private String valid(Lease next) {
        if (next.isValid(clock.millis())) {
            return next.accessToken();
        }
        throw timeout("a new token expired before it could be served");
    }

    /** Joins the renewal that runs, or starts one, unless a valid token gives time for a pause. */
    private CompletableFuture<Lease> renew() {
        CompletableFuture<Lease> started;
        Lease old;
        lock.lock();
        try {
            // The time by now: who has waited for the lock may have slept for the whole life of a token.
            long now = clock.millis();
            old = lease;
            if (running != null) {
                return running;
            } else if (old.isFresh(now) || old.isValid(now) && pause.lasts(now)) {
                return CompletableFuture.completedFuture(old);
            }
            started = new CompletableFuture<>();
            running = started;
        } finally {
            lock.unlock();
        }
        start(old, started);
        return started;
    }

    private void start(Lease old, CompletableFuture<Lease> result) {
        try {
            executor.execute(() -> run(old, result));
        } catch (RuntimeException | Error e) {
            fail(result, e);
        }
    }

    private void run(Lease old, CompletableFuture<Lease> result) {
        try {
            Renewal.Obtained obtained = renewal.after(old, clock, this::forgetRefreshToken);
            Lease next = Lease.obtained(obtained.pair(), obtained.since(), settings, jitter.getAsDouble());
            succeed(result, old, next);
        } catch (Throwable e) {
            // Undeclared exceptions too: those who wait must be told whatever happens.
            fail(result, e);
        }
    }

    /** The new token is in place before those who wait for it are woken. */
    private void succeed(CompletableFuture<Lease> result, Lease old, Lease next) {
        lock.lock();
        try {
            lease = next;
            running = null;
            if (next.outlives(old)) {
                pause.end();
            } else {
                // The server repeats its last answer: asking again and again would not help.
                pause.lengthen(clock.millis());
            }
        } finally {
            lock.unlock();
        }
        result.complete(next);
    }

    private void fail(CompletableFuture<Lease> result, Throwable cause) {
        lock.lock();
        try {
            running = null;
            pause.lengthen(clock.millis());
        } finally {
            lock.unlock();
        }
        result.completeExceptionally(cause);
    }

    private void forgetRefreshToken() {
        lock.lock();
        try {
            lease = lease.withoutRefreshToken();
        } finally {
            lock.unlock();
        }
    }

    private Lease await(CompletableFuture<Lease> result) {
        try {
            return result.get(SessionSettings.millis(settings.patience()), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("The renewal of the token failed", e.getCause());
        } catch (TimeoutException e) {
            throw timeout("no new token within " + settings.patience());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiConnectionException.because(OPERATION, new InterruptedIOException("interrupted"));
        }
    }

    private static ApiConnectionException timeout(String what) {
        return ApiConnectionException.because(OPERATION, new SocketTimeoutException(what));
    }
}
