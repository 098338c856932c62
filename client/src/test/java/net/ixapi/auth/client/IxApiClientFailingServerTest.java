package net.ixapi.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import net.ixapi.auth.client.session.AuthApiTokens;
import net.ixapi.auth.client.session.Credentials;
import net.ixapi.auth.client.session.MutableClock;
import net.ixapi.auth.client.session.Session;
import net.ixapi.auth.client.session.SessionBuilder;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that fails every second refresh. */
class IxApiClientFailingServerTest {
    private static final int CALLERS = 10;

    private final MutableClock clock = new MutableClock();

    @AutoClose
    private final TokenServer server = new TokenServer(clock);

    @AutoClose
    private final IxApiClient client = IxApiClient.at(server.uri())
            .credentials("key", "secret")
            .attempts(1)
            .clock(clock)
            .build();

    @AutoClose("shutdownNow")
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    /** An hour, every five seconds; after a failure that may have used the refresh token up there is a log-in. */
    @ParameterizedTest
    @CsvSource({"429, 1", "503, 1", "500, 7", "502, 7", "401, 7"})
    void nobodyWhoCouldBeServedIsRefused(int status, int logIns) throws Exception {
        server.failsEverySecondRefreshWith(status);
        AuthApiTokens tokens =
                new AuthApiTokens(client.auth(), client.baseUrl(), () -> new Credentials("key", "secret"), clock);
        Session session =
                new SessionBuilder(tokens).clock(clock).executor(Runnable::run).build();
        for (int step = 0; step < 720; step++) {
            for (Future<String> served : callers.invokeAll(calls(session))) {
                assertThat(server.isValid(served.get())).as("step %d", step).isTrue();
            }
            clock.move(Duration.ofSeconds(5));
        }
        assertThat(server.logIns()).isBetween(logIns, logIns + 2);
        assertThat(server.refreshes()).isBetween(13, 32);
    }

    private static List<Callable<String>> calls(Session session) {
        return Stream.<Callable<String>>generate(() -> session::accessToken)
                .limit(CALLERS)
                .toList();
    }
}
