package net.ixapi.auth.contract.targets;

import java.time.Clock;
import java.time.Duration;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubServer;

/** A stub on a free port, for runs without a server of one's own. Whoever starts it closes it. */
public final class EmbeddedStub implements AutoCloseable {
    /** The key that it knows. It protects nothing. */
    public static final String API_KEY = "Hq3vT8mWz1Lc6RkY";
    /** The secret that belongs to it. */
    public static final String API_SECRET =
            "pZ4gJx9sVb2NqL7wTf0KdRy5MhC8uEa1" + "Xo6iGt3PzWk9SvQb4JnLr7YmFc2HdUe0AxTg5KpVs8BwZq1RiNj6Mo";

    private static final Account ACCOUNT = new Account("contract", API_KEY, API_SECRET);

    private final StubServer server;

    private EmbeddedStub(StubServer server) {
        this.server = server;
    }

    /**
     * Starts a stub.
     *
     * @return the running stub
     */
    public static EmbeddedStub start() {
        return new EmbeddedStub(StubServer.builder().account(ACCOUNT).start());
    }

    /**
     * Where it is, and whom it knows.
     *
     * @return the target
     */
    public ContractTarget target() {
        return new ContractTarget(server.baseUri(), ACCOUNT.apiKey(), ACCOUNT.apiSecret());
    }

    /**
     * What time it is for the stub.
     *
     * @return a clock that {@link #advance} moves
     */
    public Clock clock() {
        return server.clock();
    }

    /**
     * Lets time pass for the stub. A run that waits like this takes no time, however long tokens live.
     *
     * @param time how much; none if it is zero or negative
     */
    public void advance(Duration time) {
        if (time.compareTo(Duration.ZERO) > 0) {
            server.clock().advance(time);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
