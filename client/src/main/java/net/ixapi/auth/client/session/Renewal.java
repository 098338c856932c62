package net.ixapi.auth.client.session;

import java.time.Clock;
import java.util.Objects;
import net.ixapi.auth.client.error.ApiConnectionException;
import net.ixapi.auth.client.error.ApiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One way to the next pair: refresh where that is possible, else log in. Safe for many threads. */
final class Renewal {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    /**
     * A new pair.
     *
     * @param since the time before the request for it was sent
     */
    record Obtained(TokenPair pair, long since) {
        Obtained {
            Objects.requireNonNull(pair, "The source gave no pair");
        }
    }

    private final TokenSource source;
    private final TokenListener listener;

    Renewal(TokenSource source, TokenListener listener) {
        this.source = source;
        this.listener = listener;
    }

    /**
     * The next pair.
     *
     * @param usedUp run when the refresh token must not be sent again
     */
    Obtained after(Lease old, Clock clock, Runnable usedUp) {
        long now = clock.millis();
        String refreshToken = old.refreshToken(now);
        Obtained next = refreshToken == null ? logIn(clock) : refreshOrLogIn(refreshToken, now, clock, usedUp);
        tell(next.pair());
        return next;
    }

    private Obtained logIn(Clock clock) {
        long now = clock.millis();
        return new Obtained(source.logIn(), now);
    }

    /** A refresh token may be good for one attempt: after a failure in which it may have been used up, only logging in is left. */
    private Obtained refreshOrLogIn(String refreshToken, long now, Clock clock, Runnable usedUp) {
        try {
            return new Obtained(source.refresh(refreshToken), now);
        } catch (RuntimeException e) {
            if (isUnused(e)) {
                throw e;
            }
            usedUp.run();
            LOG.debug("The refresh failed, logging in instead: {}", said(e));
            return logIn(clock);
        } catch (Error e) {
            usedUp.run();
            throw e;
        }
    }

    /** Who was not reached has not seen it; who answered has refused it, unless it was only busy. */
    private static boolean isUnused(RuntimeException failure) {
        return failure instanceof ApiException e
                && !e.mayHaveActed()
                && (e.canRetry() || e instanceof ApiConnectionException);
    }

    /** The words of others may hold a token. */
    private static String said(RuntimeException failure) {
        return failure instanceof ApiException
                ? failure.getMessage()
                : failure.getClass().getName();
    }

    private void tell(TokenPair pair) {
        try {
            listener.obtained(pair);
        } catch (Throwable e) {
            // The pair is good, and the old refresh token used up. Its message may hold the pair.
            LOG.warn("A listener of new tokens failed: {}", e.getClass().getName());
        }
    }
}
