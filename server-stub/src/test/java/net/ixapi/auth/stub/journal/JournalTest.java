package net.ixapi.auth.stub.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.ixapi.auth.model.AuthToken;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.Credentials;
import net.ixapi.auth.stub.MutableClock;
import net.ixapi.auth.stub.StubPeer;
import net.ixapi.auth.stub.StubServer;
import net.ixapi.auth.stub.fault.Fault;
import net.ixapi.auth.stub.http.StubOperations;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class JournalTest {
    private static final String START = "2026-01-01T00:00:00Z";

    private final List<JournalEntry> told = new ArrayList<>();

    @AutoClose
    private final StubServer stub = StubServer.builder()
            .account(Credentials.account())
            .clock(new MutableClock(START))
            .onRequest(told::add)
            .start();

    private final StubPeer peer = new StubPeer(stub);
    private final Journal journal = stub.journal();

    private static JournalEntry entry(int number, String operation) {
        return new JournalEntry(Instant.EPOCH, "POST", "/" + number, operation, null, 201, null);
    }

    @Test
    void countsTheCalls() throws Exception {
        journal.assertNoRequests();
        String token = peer.login().getRefreshToken();
        peer.refresh(token);
        peer.refresh("wrong");
        peer.post("/auth/unknown", "{}");

        journal.assertLoginCalls(1);
        journal.assertRefreshCalls(2);
        assertThat(journal.requests()).isEqualTo(4);
    }

    @Test
    void saysWhatThereWasInstead() throws Exception {
        peer.login();

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> journal.assertRefreshCalls(1))
                .withMessage(
                        "Expected 1 requests of auth_token_refresh, but there were 0. The last of all requests:\n  "
                                + START + " POST /api/v2/auth/token 201");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(journal::assertNoRequests)
                .withMessageStartingWith("Expected 0 requests of any kind, but there were 1.");
        journal.clear();
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> journal.assertLoginCalls(1))
                .withMessageEndingWith("The last of all requests: none");
    }

    @Test
    void holdsWhatWasRequested() throws Exception {
        stub.clock().advance(Duration.ofHours(1));
        stub.faults().enqueue(Fault.status(503));
        peer.send(peer.to("/auth/token")
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer canary")
                .POST(BodyPublishers.ofString("{\"canary\": \"canary\"}")));

        assertThat(journal.entries())
                .containsExactly(new JournalEntry(
                        Instant.parse("2026-01-01T01:00:00Z"),
                        "POST",
                        "/api/v2/auth/token",
                        "auth_token_create",
                        null,
                        503,
                        "status 503"));
        assertThat(told).isEqualTo(journal.entries());
        assertThat(journal.entries().get(0))
                .hasToString("2026-01-01T01:00:00Z POST /api/v2/auth/token 503 (fault: status 503)");
    }

    @Test
    void holdsNoSecret() throws Exception {
        String token = peer.login().getRefreshToken();
        peer.refresh(token);
        peer.login("canary-canary-16", Credentials.SECRET);
        peer.post("/auth/canary/" + token + "?canary=canary", "canary");
        peer.post("/auth/token/?canary=canary", "canary");

        assertThat(journal.entries().toString())
                .contains("/api/v2/auth/*/* 404", "/api/v2/auth/token/ 404")
                .doesNotContain("canary", token, Credentials.KEY, Credentials.SECRET);
    }

    /** A client may put a secret anywhere. */
    @Test
    void holdsNoMethodThatHttpDoesNotKnow() throws Exception {
        peer.send(peer.to("/auth/token").method("CANARY", BodyPublishers.ofString("{}")));
        peer.send(peer.to("/auth/token").method("PATCH", BodyPublishers.noBody()));

        assertThat(journal.entries()).extracting(JournalEntry::method).containsExactly("*", "PATCH");
    }

    /** Whoever is answered only after all is forgotten is none of those who come then. */
    @Test
    void holdsNobodyWhoCameBeforeItWasCleared() throws Exception {
        stub.faults().enqueue(1, request -> clear(), Fault.status(503));
        peer.login(Credentials.KEY, Credentials.SECRET);

        journal.assertNoRequests();
        peer.login();
        journal.assertLoginCalls(1);
    }

    private boolean clear() {
        journal.clear();
        return true;
    }

    @Test
    void hasARequestOfWhichItsListenerMakesAFault() throws Exception {
        try (StubServer fragile = StubServer.builder()
                .account(Credentials.account())
                .onRequest(entry -> {
                    throw new IllegalStateException("canary");
                })
                .start()) {
            new StubPeer(fragile).login(Credentials.KEY, Credentials.SECRET);

            fragile.journal().assertLoginCalls(1);
        }
    }

    @Test
    void tellsWhoseRequestItWas() throws Exception {
        AuthToken pair = peer.login();
        peer.refresh(pair.getRefreshToken());
        peer.login(Credentials.KEY, Account.EXAMPLE.apiSecret());
        peer.login(Account.EXAMPLE.apiKey(), Account.EXAMPLE.apiSecret());
        stub.tokens().revoke(pair.getRefreshToken());
        peer.refresh(pair.getRefreshToken());
        peer.refresh("wrong");
        peer.send(peer.to("/accounts").header("Authorization", "Bearer " + pair.getAccessToken()));
        peer.post("/auth/unknown", "{}");

        String name = Credentials.account().name();
        assertThat(journal.entries())
                .extracting(JournalEntry::account)
                .containsExactly(name, name, name, null, name, null, name, null);
        assertThat(journal.calls(AuthApiRoutes.AUTH_TOKEN_CREATE, name)).isEqualTo(2);
        assertThat(journal.calls(AuthApiRoutes.AUTH_TOKEN_REFRESH, name)).isEqualTo(2);
        assertThat(journal.calls(StubOperations.PROTECTED_RESOURCE, name)).isEqualTo(1);
        assertThat(journal.calls(AuthApiRoutes.AUTH_TOKEN_CREATE, "nobody")).isZero();
    }

    @Test
    void tellsWhoseRequestItWasThatMetAFault() throws Exception {
        String token = peer.login().getRefreshToken();
        stub.faults().enqueue(3, Fault.status(503));
        peer.login(Credentials.KEY, Credentials.SECRET);
        peer.refresh(token);
        peer.post("/auth/token", "x".repeat(1 << 17));

        String name = Credentials.account().name();
        assertThat(journal.entries()).extracting(JournalEntry::account).containsExactly(name, name, name, null);
        assertThat(journal.entries()).extracting(JournalEntry::status).containsExactly(201, 503, 503, 503);
    }

    @Test
    @Timeout(60)
    void waitsForCalls() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        Future<?> waiter = thread.submit(() -> {
            journal.awaitRefreshCalls(2, Duration.ofSeconds(Long.MAX_VALUE));
            return null;
        });
        thread.shutdown();
        peer.refresh("one");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> journal.awaitRefreshCalls(2, Duration.ofMillis(1)))
                .withMessageStartingWith("Expected at least 2 requests of auth_token_refresh, but there were 1.");
        peer.refresh("two");

        waiter.get();
        journal.awaitRefreshCalls(2, Duration.ZERO);
        journal.awaitCalls(AuthApiRoutes.AUTH_TOKEN_CREATE, 0, Duration.ZERO);
    }

    @Test
    void keepsTheLastOnly() {
        IntStream.range(0, 2500).forEach(i -> journal.open().add(entry(i, "auth_token_create")));

        journal.assertLoginCalls(2500);
        assertThat(journal.entries()).hasSize(Journal.SIZE);
        assertThat(journal.entries().get(0).path()).isEqualTo("/1500");
        assertThat(journal.entries().get(Journal.SIZE - 1).path()).isEqualTo("/2499");
    }

    @Test
    void missesNoneOfManyAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        IntStream.range(0, 8)
                .forEach(thread -> threads.execute(() -> IntStream.range(0, 10_000)
                        .forEach(i -> journal.open().add(entry(i, AuthApiRoutes.AUTH_TOKEN_REFRESH.id())))));
        threads.shutdown();

        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        journal.assertRefreshCalls(80_000);
        assertThat(journal.requests()).isEqualTo(80_000);
        assertThat(journal.entries()).hasSize(Journal.SIZE);
    }
}
