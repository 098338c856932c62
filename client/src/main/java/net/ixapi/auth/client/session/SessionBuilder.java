package net.ixapi.auth.client.session;

import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/** Settings of a session. Not safe for use by several threads at once. */
public final class SessionBuilder {
    final TokenProvider provider;
    SessionSettings settings = SessionSettings.DEFAULT;
    Clock clock = Clock.systemUTC();
    Executor executor = SessionBuilder::onThreadOfItsOwn;
    TokenListener listener = pair -> {};
    RefreshTimer timer = RefreshTimer.NONE;
    DoubleSupplier jitter = Math::random;

    @Nullable TokenPair pair;

    /**
     * A session on a provider of tokens.
     *
     * @param provider where tokens come from
     */
    public SessionBuilder(TokenProvider provider) {
        this.provider = Objects.requireNonNull(provider, "provider");
    }

    /**
     * Sets when the pair is renewed.
     *
     * @param value the settings
     * @return this builder
     */
    public SessionBuilder settings(SessionSettings value) {
        settings = Objects.requireNonNull(value, "settings");
        return this;
    }

    /**
     * Sets the clock by which tokens expire.
     *
     * @param value the clock
     * @return this builder
     */
    public SessionBuilder clock(Clock value) {
        clock = Objects.requireNonNull(value, "clock");
        return this;
    }

    /**
     * Sets what runs renewals; by default each runs on a daemon thread that ends with it.
     *
     * @param value runs one renewal at a time, or throws: a renewal that it silently drops is waited for without end
     * @return this builder
     */
    public SessionBuilder executor(Executor value) {
        executor = Objects.requireNonNull(value, "executor");
        return this;
    }

    /**
     * Sets what sees each new pair.
     *
     * @param value the listener
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
        timer = value ? new RefreshTimer.OfJdk() : RefreshTimer.NONE;
        return this;
    }

    /**
     * Starts with a pair of an earlier run, unless its origin is another one than the provider's.
     *
     * @param value the pair, or null for none
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

    private static void onThreadOfItsOwn(Runnable renewal) {
        Thread thread = new Thread(renewal, "ixapi-auth-renewal");
        thread.setDaemon(true);
        thread.start();
    }
}
