package net.ixapi.auth.client.session;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import net.ixapi.auth.client.error.ApiConnectionException;
import net.ixapi.auth.client.error.ApiException;
import net.ixapi.auth.client.error.ApiStatusException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt to obtain the next pair: by a refresh where that is possible, else by a log-in. Used by one thread, once. */
final class TokenRefresh {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    private final TokenProvider provider;
    private final CachedToken old;
    private final Clock clock;
    private final Runnable forgetRefreshToken;
    private long since;
    private boolean loggedIn;

    /**
     * An attempt.
     *
     * @param forgetRefreshToken run when the refresh token must not be sent again
     */
    TokenRefresh(TokenProvider provider, CachedToken old, Clock clock, Runnable forgetRefreshToken) {
        this.provider = provider;
        this.old = old;
        this.clock = clock;
        this.forgetRefreshToken = forgetRefreshToken;
    }

    TokenPair run() {
        since = clock.millis();
        String refreshToken = old.refreshToken(since);
        TokenPair next = refreshToken == null ? logIn() : refreshOrLogIn(refreshToken);
        Objects.requireNonNull(next, "The provider gave no pair");
        TokenPair before = old.pair();
        return next.origin() == null && before != null ? next.withOrigin(before.origin()) : next;
    }

    /** The time before the request for the new pair was sent. */
    long since() {
        return since;
    }

    /** Whether the credentials were sent. */
    boolean loggedIn() {
        return loggedIn;
    }

    private TokenPair logIn() {
        since = clock.millis();
        loggedIn = true;
        return provider.logIn();
    }

    private TokenPair refreshOrLogIn(String refreshToken) {
        try {
            return Objects.requireNonNull(provider.refresh(refreshToken), "The provider gave no pair");
        } catch (RuntimeException e) {
            boolean kept = isFromIntermediary(e);
            if (isUnused(e) || kept && old.isValid(clock.millis())) {
                throw e;
            }
            if (!kept) {
                forgetRefreshToken.run();
            }
            LOG.debug("The refresh failed, logging in instead: {}", said(e));
            return logIn();
        } catch (Error e) {
            forgetRefreshToken.run();
            throw e;
        }
    }

    /**
     * A refresh token may be good for one attempt. It is unused if the request was never sent, or if the server answered 429 or
     * 503. Any other failure may have used it up.
     */
    private static boolean isUnused(RuntimeException failure) {
        return failure instanceof ApiException e
                && !e.mayHaveBeenProcessed()
                && (e.isRetryable() || e instanceof ApiConnectionException);
    }

    /** What a proxy or firewall answers says nothing about the refresh token. */
    private static boolean isFromIntermediary(RuntimeException failure) {
        return failure instanceof ApiException e && e.isFromIntermediary();
    }

    /** Whether the server refused the credentials. */
    boolean credentialsRefused(Throwable failure) {
        return loggedIn
                && failure instanceof ApiStatusException e
                && (e.status() == 400 || e.status() == 401 || e.status() == 403);
    }

    /** How long the server asks to wait. */
    static Duration retryAfter(Throwable failure) {
        return failure instanceof ApiStatusException e ? e.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
    }

    /** The message of any other exception may hold a token. */
    static String said(Throwable failure) {
        return failure instanceof ApiException
                ? failure.getMessage()
                : failure.getClass().getName();
    }
}
