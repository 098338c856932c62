package net.ixapi.auth.stub.fault;

import java.net.http.HttpResponse;
import net.ixapi.auth.stub.Credentials;
import net.ixapi.auth.stub.StubPeer;
import net.ixapi.auth.stub.StubServer;
import net.ixapi.auth.stub.token.RefreshPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** A stub that the tests of a class share, each of which lets a request meet a fault. */
@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FaultSetUp {
    @AutoClose
    final StubServer stub = StubServer.builder()
            .account(Credentials.account())
            .refreshPolicy(RefreshPolicy.ONE_TIME)
            .start();

    final StubPeer peer = new StubPeer(stub);

    /** Each fault is for one request, so that the next login finds none. */
    @AfterEach
    void isOver() throws Exception {
        peer.login();
        stub.reset();
    }

    HttpResponse<String> login(Fault fault) throws Exception {
        stub.faults().enqueue(fault);
        return peer.login(Credentials.KEY, Credentials.SECRET);
    }
}
