package net.ixapi.auth.contract.targets;

import java.time.Clock;
import java.time.Duration;
import net.ixapi.auth.contract.targets.ContractTarget.Credentials;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubServer;

/** A stub on a free port, for runs without a server of one's own. Whoever starts it closes it. */
public final class EmbeddedStub implements AutoCloseable {
    /** The key that it knows. It protects nothing. */
    public static final String API_KEY = "Hq3vT8mWz1Lc6RkY";
    /** The secret that belongs to it. */
    public static final String API_SECRET =
            "pZ4gJx9sVb2NqL7wTf0KdRy5MhC8uEa1" + "Xo6iGt_PzWk9SvQb4JnLr7YmFc2HdUe0AxTg5KpVs8BwZq1RiNj6Mo";

    private static final Credentials SECOND = new Credentials(
            "Second7Account0K", new StringBuilder(API_SECRET).reverse().toString());

    private final Running running;

    private EmbeddedStub(Running running) {
        this.running = running;
    }

    /** What needs the classes of the stub, in a class of its own, so that this one can be loaded without them. */
    private static final class Running {
        private final StubServer server = StubServer.builder()
                .account(new Account("contract", API_KEY, API_SECRET))
                .account(new Account("second", SECOND.apiKey(), SECOND.apiSecret()))
                .start();

        private Clock clock() {
            return server.clock();
        }
    }

    /**
     * Starts a stub.
     *
     * @return the running stub
     * @throws IllegalStateException if the stub is not on the class path: to others' builds it is optional
     */
    public static EmbeddedStub start() {
        try {
            return new EmbeddedStub(new Running());
        } catch (NoClassDefFoundError e) {
            throw new IllegalStateException(
                    "The stub is not on the class path. Name a server to check, by -Dcontract.base-url=… or in run() of your"
                            + " subclass of ContractTest, or add net.ixapi:ixapi-auth-server-stub in test scope.",
                    e);
        }
    }

    /**
     * Where it is, and whom it knows.
     *
     * @return the target
     */
    public ContractTarget target() {
        return new ContractTarget(running.server.baseUri(), API_KEY, API_SECRET, SECOND);
    }

    /**
     * What time it is for the stub.
     *
     * @return a clock that {@link #advance} moves
     */
    public Clock clock() {
        return running.clock();
    }

    /**
     * Lets time pass for the stub. A run that waits like this takes no time, however long tokens live.
     *
     * @param time how much; none if it is zero or negative
     */
    public void advance(Duration time) {
        if (time.compareTo(Duration.ZERO) > 0) {
            running.server.clock().advance(time);
        }
    }

    @Override
    public void close() {
        running.server.close();
    }
}
