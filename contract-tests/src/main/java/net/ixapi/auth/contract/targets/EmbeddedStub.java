package net.ixapi.auth.contract.targets;

import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubServer;

/** A stub on a free port, for runs without a server of one's own. Whoever starts it closes it. */
public final class EmbeddedStub implements AutoCloseable {
    private static final Account ACCOUNT =
            new Account("contract", "contractApiKey01", "contractApiSecret" + "x".repeat(69));

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

    @Override
    public void close() {
        server.close();
    }
}
