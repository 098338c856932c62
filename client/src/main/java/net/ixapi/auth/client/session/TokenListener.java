package net.ixapi.auth.client.session;

/** Sees each new pair, for example to store it for the program's next start. */
@FunctionalInterface
public interface TokenListener {
    /**
     * A pair has just been obtained. Called by the thread that obtained it, before anyone is served with it; what it throws is
     * logged and otherwise without consequence.
     *
     * @param pair the new pair, which is a secret
     */
    void obtained(TokenPair pair);
}
