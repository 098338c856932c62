package net.ixapi.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import net.ixapi.auth.client.session.MutableClock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All ask at the moment at which the token expires, or nears its expiry. */
class IxApiClientManyThreadsTest {
    private final MutableClock clock = new MutableClock();

    @AutoClose
    private final TokenServer server = new TokenServer(clock);

    @AutoClose
    private final IxApiClient client = IxApiClient.at(server.uri())
            .credentials("key", "secret")
            .clock(clock)
            .build();

    @Test
    void aThousandThreadsCauseOneLogIn() throws Exception {
        assertThat(ask(Executors.newFixedThreadPool(1_000), 1_000)).containsOnly(client.accessToken());
        assertThat(server.logIns()).isOne();
        assertThat(server.refreshes()).isZero();
    }

    @Test
    void aThousandThreadsCauseOneRefresh() throws Exception {
        assertOneRefresh(Executors.newFixedThreadPool(1_000), 1_000);
    }

    @Test
    void tenThousandVirtualThreadsCauseOneRefresh() throws Exception {
        assertOneRefresh(ManyCallers.virtualThreads(), 10_000);
    }

    @ParameterizedTest
    @ValueSource(longs = {54_000, 1})
    void aStaleTokenIsServedToAThousandThreadsOrElseTheNewOne(long left) throws Exception {
        String first = client.accessToken();
        clock.at(TokenServer.LIFETIME.toMillis() - left);
        List<String> served = ask(Executors.newFixedThreadPool(1_000), 1_000);
        assertThat(served).allMatch(server::isValid).contains(first);
        assertThat(server.refreshes()).isLessThanOrEqualTo(1);
        assertThat(server.logIns()).isOne();
    }

    private void assertOneRefresh(ExecutorService threads, int callers) throws Exception {
        String first = client.accessToken();
        clock.at(TokenServer.LIFETIME.toMillis());
        List<String> served = ask(threads, callers);
        assertThat(server.refreshes()).isOne();
        assertThat(server.logIns()).isOne();
        assertThat(served).hasSize(callers).containsOnly(client.accessToken()).doesNotContain(first);
        assertThat(served).allMatch(server::isValid);
    }

    private List<String> ask(ExecutorService threads, int callers) throws InterruptedException, ExecutionException {
        return ManyCallers.ask(threads, callers, client::accessToken);
    }
}
