package net.ixapi.auth.client.session;

/** Sees each new pair, for example to store it for the program's next start, and each renewal that failed. */
@FunctionalInterface
public interface TokenListener {
    /**
     * A pair has just been obtained. Called by the thread that obtained it, before anyone is served with it, so that all who
     * have no valid token wait for its end: it must be quick. If it asks the session for a token on this thread, it gets the new
     * one. What it throws is logged by its class, and otherwise without consequence.
     *
     * @param pair the new pair, which is a secret
     */
    void obtained(TokenPair pair);

    /**
     * A renewal has failed. Called by the thread that tried, for each attempt, whether or not a caller waits for it.
     *
     * @param failure what the provider threw
     */
    default void failed(Throwable failure) {}
}
