package net.ixapi.auth.stub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.ixapi.auth.model.AuthToken;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ConcurrencyTest {
    private static final int USERS = 50;

    private static AuthToken loginAndRefresh(StubPeer peer, CyclicBarrier together) throws Exception {
        together.await(30, TimeUnit.SECONDS);
        return StubPeer.pair(peer.refresh(peer.login().getRefreshToken()));
    }

    @Test
    @Timeout(60)
    void fiftyUsersLogInAtOnce() throws Exception {
        CyclicBarrier together = new CyclicBarrier(USERS);
        ExecutorService threads = Executors.newFixedThreadPool(USERS);
        try (StubServer stub =
                StubServer.builder().account(Credentials.account()).start()) {
            StubPeer peer = new StubPeer(stub);
            List<Future<AuthToken>> pairs = IntStream.range(0, USERS)
                    .mapToObj(i -> threads.submit(() -> loginAndRefresh(peer, together)))
                    .toList();

            assertThat(pairs).extracting(Future::get).doesNotHaveDuplicates().hasSize(USERS);
        } finally {
            threads.shutdownNow();
        }
    }
}
