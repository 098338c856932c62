package net.ixapi.auth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import net.ixapi.auth.client.error.ApiConnectionException;
import net.ixapi.auth.client.error.UnauthorizedException;
import net.ixapi.auth.client.runtime.Failures;
import net.ixapi.auth.client.runtime.FakeServer;
import net.ixapi.auth.client.runtime.ReceivedRequest;
import net.ixapi.auth.client.runtime.RetryingTransport;
import net.ixapi.auth.client.session.AuthApiTokens;
import net.ixapi.auth.client.session.Credentials;
import net.ixapi.auth.client.session.MutableClock;
import net.ixapi.auth.client.session.TokenPair;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From its first token to its closing. */
class IxApiClientLifeTest {
    private static final String CANARY = "canary-5f1d";

    @AutoClose
    private final FakeServer server = new FakeServer();

    @BeforeEach
    void theServerGivesAPair() {
        server.answers(201, "{\"access_token\": \"a\", \"refresh_token\": \"r\"}");
    }

    @Test
    void nobodyIsCalledBeforeTheFirstTokenIsAskedFor() {
        AtomicInteger asked = new AtomicInteger();
        IxApiClientBuilder builder = IxApiClient.at(server.uri()).credentials(() -> {
            asked.incrementAndGet();
            return new Credentials("key", "secret");
        });
        try (IxApiClient client = builder.build()) {
            assertThat(client.session().pair()).isEmpty();
            assertThat(client.bearer()).isNotNull();
            assertThat(server.requests()).isEmpty();
            assertThat(asked).hasValue(0);
            client.accessToken();
        }
        assertThat(asked).hasValue(1);
    }

    @Test
    void credentialsAreAskedForAtEachLogIn() {
        AtomicInteger version = new AtomicInteger();
        IxApiClientBuilder builder = IxApiClient.at(server.uri())
                .credentials(() -> new Credentials("key", "secret" + version.incrementAndGet()));
        server.answers(401, "");
        MutableClock clock = new MutableClock();
        try (IxApiClient client = builder.clock(clock).build()) {
            assertThatThrownBy(client::accessToken).isInstanceOf(UnauthorizedException.class);
            clock.move(Duration.ofSeconds(1));
            assertThatThrownBy(client::accessToken).isInstanceOf(UnauthorizedException.class);
        }
        assertThat(server.requests())
                .extracting(ReceivedRequest::body)
                .containsExactly(
                        "{\"api_key\":\"key\",\"api_secret\":\"secret1\"}",
                        "{\"api_key\":\"key\",\"api_secret\":\"secret2\"}");
    }

    @Test
    void aTokenIsFetchedOnce() {
        try (IxApiClient client = client()) {
            assertThat(client.accessToken()).isEqualTo("a").isSameAs(client.accessToken());
            assertThat(client.session().pair())
                    .contains(new TokenPair("a", "r", null, AuthApiTokens.origin(client.baseUrl(), "key")));
        }
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void afterItsClosingAClientSendsNothing() {
        IxApiClient client = client();
        client.close();
        client.close();
        assertThatThrownBy(client::accessToken).isInstanceOf(ApiConnectionException.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void aTokenThatIsStillGoodIsServedAfterTheClosingToo() {
        IxApiClient client = client();
        client.accessToken();
        client.close();
        assertThat(client.accessToken()).isEqualTo("a");
    }

    @Test
    void noThreadIsLeft() throws InterruptedException {
        Set<Thread> ofOthers = Thread.getAllStackTraces().keySet();
        try (IxApiClient client = client()) {
            client.accessToken();
        }
        Set<Thread> left = new HashSet<>(Thread.getAllStackTraces().keySet());
        left.removeAll(ofOthers);
        for (Thread thread : left) {
            if (thread.getName().startsWith("ixapi-auth")) {
                // It has served its token, and needs no longer than to end.
                thread.join(10_000);
                assertThat(thread.isAlive()).as(thread.getName()).isFalse();
            }
        }
    }

    /** The renewal waits ten seconds for its next attempt; nothing but its end shows that it ends earlier. */
    @Test
    void norIsOneThatWaitsForTheNextAttempt() throws InterruptedException {
        server.answers(503, "", "Retry-After", "10");
        IxApiClient client = client();
        CompletableFuture<String> token = CompletableFuture.supplyAsync(client::accessToken);
        Thread renewal = renewalThatWaits();
        client.close();
        renewal.join(5_000);
        assertThat(renewal.isAlive()).isFalse();
        assertThat(token)
                .failsWithin(Duration.ofSeconds(5))
                .withThrowableThat()
                .withMessageContaining("auth_token_create: HTTP 503");
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void noSecretIsSaid() {
        IxApiClientBuilder builder = IxApiClient.at(server.uri()).credentials(CANARY, CANARY);
        String origin = AuthApiTokens.origin(server.uri("/api/v2"), CANARY);
        builder.session(settings -> settings.pair(new TokenPair(CANARY, CANARY, null, origin)));
        server.answers(401, "{\"detail\": \"canary-5f1d\"}", "WWW-Authenticate", CANARY);
        try (IxApiClient client = builder.build()) {
            assertThat(client.accessToken()).isEqualTo(CANARY);
            client.session().invalidate(CANARY);
            assertThatThrownBy(client::accessToken)
                    .isInstanceOf(UnauthorizedException.class)
                    .satisfies(e -> assertThat(Failures.saidBy(e)).doesNotContain(CANARY));
            assertThat(new Object[] {
                        builder, client, client.session(), client.session().pair(), client.auth(), client.bearer()
                    })
                    .allSatisfy(each -> assertThat(each.toString()).doesNotContain(CANARY));
        }
        assertThat(server.requests())
                .hasSize(2)
                .allSatisfy(request -> assertThat(request.body()).contains(CANARY));
    }

    private static Thread renewalThatWaits() {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            Optional<Thread> waiting = Thread.getAllStackTraces().entrySet().stream()
                    .filter(thread -> thread.getKey().getState() == Thread.State.TIMED_WAITING)
                    .filter(thread -> waitsForTheNextAttempt(thread.getValue()))
                    .map(Map.Entry::getKey)
                    .findFirst();
            if (waiting.isPresent()) {
                return waiting.get();
            }
        }
        throw new AssertionError("No renewal waits");
    }

    /** By its stack: other threads of this client's wait, too, such as one that has looked a name up. */
    private static boolean waitsForTheNextAttempt(StackTraceElement[] stack) {
        return Stream.of(stack)
                .anyMatch(frame -> frame.getClassName().equals(RetryingTransport.class.getName())
                        && frame.getMethodName().equals("sleep"));
    }

    private IxApiClient client() {
        return IxApiClient.at(server.uri()).credentials("key", "secret").build();
    }

    /** A refresh token may be good for one attempt; credentials are good for several. */
    @Test
    void aRefreshThatMayHaveBeenCarriedOutIsSentOnce() {
        server.answers(request -> new FakeServer.Response(502, "", "Retry-After", "0"));
        try (IxApiClient client = client()) {
            assertThatThrownBy(() -> client.auth().authTokenRefresh(null)).hasMessageContaining("HTTP 502");
            assertThat(server.requests()).hasSize(1);
            assertThatThrownBy(() -> client.auth().authTokenCreate(null)).hasMessageContaining("HTTP 502");
            assertThat(server.requests()).hasSize(4);
        }
    }

    /** A caller in a loop, whose account the server would lock. */
    @Test
    void wrongCredentialsAreSentTwentyTimesInTheFirstHourAtMost() {
        server.answers(401, "");
        MutableClock clock = new MutableClock();
        try (IxApiClient client = IxApiClient.at(server.uri())
                .credentials("key", "wrong")
                .clock(clock)
                .build()) {
            for (int second = 0; second < 3_600; second += 5) {
                assertThatThrownBy(client::accessToken).isInstanceOf(UnauthorizedException.class);
                clock.move(Duration.ofSeconds(5));
            }
        }
        assertThat(server.requests()).hasSizeBetween(2, 20);
    }

    /** The pair of one exchange is of no use at another, whose operator might use it at the first. */
    @Test
    void aStoredPairGoesToItsOwnExchangeOnly() {
        AtomicReference<TokenPair> store = new AtomicReference<>();
        server.answers(201, "{\"access_token\": \"a\", \"refresh_token\": \"canary-5f1d\"}");
        try (IxApiClient first = IxApiClient.at(server.uri())
                .credentials("key", "secret")
                .session(settings -> settings.listener(store::set))
                .build()) {
            first.accessToken();
        }
        try (FakeServer other = new FakeServer();
                IxApiClient second = IxApiClient.at(other.uri())
                        .credentials("key", "secret")
                        .session(settings -> settings.pair(store.get()))
                        .build()) {
            other.answers(201, "{\"access_token\": \"b\", \"refresh_token\": \"r\"}");
            assertThat(second.accessToken()).isEqualTo("b");
            assertThat(other.requests()).noneMatch(request -> request.body().contains(CANARY));
        }
        try (IxApiClient again = IxApiClient.at(server.uri())
                .credentials("key", "secret")
                .session(settings -> settings.pair(store.get()))
                .build()) {
            assertThat(again.accessToken()).isEqualTo("a");
        }
        assertThat(server.requests()).hasSize(1);
    }
}
