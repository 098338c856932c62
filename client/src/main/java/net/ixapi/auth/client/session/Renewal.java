package net.ixapi.auth.client.session;

import net.ixapi.auth.client.error.ApiException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One way to the next pair: refresh where that is possible, else log in. Safe for many threads. */
final class Renewal {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

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
    TokenPair after(Lease old, long now, Runnable usedUp) {
        String refreshToken = old.refreshToken(now);
        TokenPair pair = refreshToken == null ? source.logIn() : refreshOrLogIn(refreshToken, usedUp);
        tell(pair);
        return pair;
    }

    /** A refresh token may be good for one attempt: after a failure in which it may have been used up, only logging in is left. */
    private TokenPair refreshOrLogIn(String refreshToken, Runnable usedUp) {
        try {
            return source.refresh(refreshToken);
        } catch (RuntimeException e) {
            if (isUnused(e)) {
                throw e;
            }
            usedUp.run();
            LOG.debug("The refresh failed, logging in instead: {}", said(e));
            return source.logIn();
        } catch (Error e) {
            usedUp.run();
            throw e;
        }
    }

    private static boolean isUnused(RuntimeException failure) {
        return failure instanceof ApiException e && e.canRetry() && !e.mayHaveActed();
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
