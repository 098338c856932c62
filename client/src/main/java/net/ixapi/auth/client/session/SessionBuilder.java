package net.ixapi.auth.client.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import java.util.function.LongFunction;
import java.util.function.LongUnaryOperator;
import org.apache.hc.core5.concurrent.DefaultThreadFactory;
import org.jspecify.annotations.Nullable;

/** Settings of a session. Not safe for use by several threads at once; several sessions may be built of one. */
public final class SessionBuilder {
    private static final ThreadFactory THREADS = new DefaultThreadFactory("ixapi-auth-renewal", true);

    final TokenProvider provider;
    Clock clock = Clock.systemUTC();
    Duration margin = Duration.ofMinutes(1);
    Duration refreshTimeout = Duration.ofSeconds(30);
    Executor executor = renewal -> THREADS.newThread(renewal).start();
    TokenListener listener = pair -> {};
    boolean renewsByTimer;

    @Nullable TokenPair pair;

    // What follows is no setting; tests change it.

    /** The largest part of a token's lifetime that the margin takes: a token of five minutes is not renewed at every call. */
    double fraction = 0.2;
    /** How long a renewal is not tried again after the first failure. The delay doubles with each failure. */
    Duration initialDelay = Duration.ofSeconds(1);
    /** What that delay never exceeds. */
    Duration maxDelay = Duration.ofMinutes(1);

    DoubleSupplier jitter = Math::random;
    /** Completes what it returns after so many milliseconds; the JDK's own timer, so that there is no thread to be stopped. */
    LongFunction<CompletableFuture<Void>> timer =
            millis -> new CompletableFuture<Void>().completeOnTimeout(null, millis, TimeUnit.MILLISECONDS);

    /**
     * A session on a provider of tokens.
     *
     * @param provider where tokens come from
     */
    public SessionBuilder(TokenProvider provider) {
        this.provider = Objects.requireNonNull(provider, "provider");
    }

    /**
     * Sets the clock by which tokens expire.
     *
     * @param value the system's by default
     * @return this builder
     */
    public SessionBuilder clock(Clock value) {
        clock = Objects.requireNonNull(value, "clock");
        return this;
    }

    /**
     * Sets how long before its expiry a token is renewed at the earliest, but never longer than a fifth of its lifetime.
     *
     * @param value a minute by default
     * @return this builder
     * @throws IllegalArgumentException if it is not positive
     */
    public SessionBuilder margin(Duration value) {
        margin = positive("margin", value);
        return this;
    }

    /**
     * Sets how long a caller waits for a renewal when there is no valid token to serve.
     *
     * @param value 30 seconds by default
     * @return this builder
     * @throws IllegalArgumentException if it is not positive
     */
    public SessionBuilder refreshTimeout(Duration value) {
        refreshTimeout = positive("refreshTimeout", value);
        return this;
    }

    /**
     * Sets what runs renewals.
     *
     * @param value runs one renewal at a time, or throws: a renewal that it silently drops is waited for without end. By default,
     *     each runs on a daemon thread that ends with it
     * @return this builder
     */
    public SessionBuilder executor(Executor value) {
        executor = Objects.requireNonNull(value, "executor");
        return this;
    }

    /**
     * Sets what sees each new pair, to store it for example, and each renewal that failed.
     *
     * @param value none by default
     * @return this builder
     */
    public SessionBuilder listener(TokenListener value) {
        listener = Objects.requireNonNull(value, "listener");
        return this;
    }

    /**
     * Sets whether a timer renews the token when nobody asks for it, so that the first caller after a quiet time need not wait.
     * The timer starts with the first token, and ends when the session is closed.
     *
     * @param value false by default
     * @return this builder
     */
    public SessionBuilder renewsByTimer(boolean value) {
        renewsByTimer = value;
        return this;
    }

    /**
     * Starts with a pair that an earlier run has stored, unless its origin is another one than the provider's.
     *
     * @param value null for none, the default
     * @return this builder
     */
    public SessionBuilder pair(@Nullable TokenPair value) {
        pair = value;
        return this;
    }

    /**
     * The session. It calls nobody before it is asked for a token.
     *
     * @return a new session
     */
    public Session build() {
        return new Session(this);
    }

    /**
     * The margin of a token in milliseconds, by its lifetime; less up to a tenth at random, so that programs that started together
     * do not renew together.
     */
    LongUnaryOperator margins() {
        // No part of forever is long enough to be a margin.
        double widest = Math.min(TimeUnit.MILLISECONDS.convert(margin), TimeUnit.DAYS.toMillis(36_500));
        double part = fraction;
        DoubleSupplier random = jitter;
        return lifetime -> (long) Math.ceil(Math.min(widest, lifetime * part) * (1 - random.getAsDouble() / 10));
    }

    private static Duration positive(String name, Duration duration) {
        Objects.requireNonNull(duration, name);
        if (duration.isNegative() || duration.isZero()) {
            throw new IllegalArgumentException(name + " must be positive, but is " + duration);
        }
        return duration;
    }
}
