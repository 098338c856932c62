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
        } catch (ApiException e) {
            if (e.canRetry() && !e.mayHaveActed()) {
                throw e;
            }
            usedUp.run();
            LOG.debug("The refresh failed, logging in instead: {}", e.getMessage());
            return source.logIn();
        }
    }

    private void tell(TokenPair pair) {
        try {
            listener.obtained(pair);
        } catch (RuntimeException e) {
            // Its message may hold the pair.
            LOG.warn("A listener of new tokens failed: {}", e.getClass().getName());
        }
    }
}
