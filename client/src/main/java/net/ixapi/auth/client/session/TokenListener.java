package net.ixapi.auth.client.session;

/** Sees each new pair, for example to store it for the program's next start. */
@FunctionalInterface
public interface TokenListener {
    /**
     * A pair has just been obtained. Called by the thread that obtained it, before anyone is served with it, so that all who
     * have no valid token wait for its end: it must be quick, and must not ask the session for a token. What it throws is logged
     * by its class, and otherwise without consequence.
     *
     * @param pair the new pair, which is a secret
     */
    void obtained(TokenPair pair);
}
