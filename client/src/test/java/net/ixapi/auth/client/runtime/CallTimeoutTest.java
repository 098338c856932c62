package net.ixapi.auth.client.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.ixapi.auth.client.error.ApiTimeoutException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What bounds a call as a whole, beside the socket's own timeouts. */
class CallTimeoutTest {
    private static final Duration OUTER_BOUND = Duration.ofSeconds(20);
    private static final ApiOperation<String> READ =
            ApiOperation.of("thing_read", "GET", "/thing").returns(new TypeRef<String>() {});

    private static final ApiOperation<Void> DROP = ApiOperation.of("thing_drop", "DELETE", "/thing");

    @AutoClose
    private final FakeServer server = new FakeServer();

    @Test
    void aThousandQuickCallsPass() {
        try (HttpTransport transport =
                HttpTransport.to(server.uri(), new TransportSettings().callTimeout(OUTER_BOUND))) {
            for (int i = 0; i < 1000; i++) {
                assertThat(transport.send(DROP.request()).status()).isEqualTo(204);
            }
        }
        assertThat(server.requests()).hasSize(1000);
    }

    /** The kernel takes no more connections than the backlog, and is silent to the next. */
    @Test
    void aServerThatDoesNotAcceptIsTheConnectTimeouts() throws IOException {
        List<Socket> backlog = new ArrayList<>();
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fill(backlog, (InetSocketAddress) deaf.getLocalSocketAddress());
            ApiTimeoutException failure = failure(
                    URI.create("http://127.0.0.1:" + deaf.getLocalPort()),
                    new TransportSettings().connectTimeout(Duration.ofMillis(100)));
            assertThat(failure)
                    .hasMessageStartingWith("thing_read: no response in time: ")
                    .hasCauseInstanceOf(ConnectTimeoutException.class);
            assertThat(failure.mayHaveBeenProcessed()).isFalse();
        } finally {
            for (Socket socket : backlog) {
                socket.close();
            }
        }
    }

    @Test
    void aHandshakeThatDoesNotEndIsTheConnectTimeouts() throws IOException {
        try (FaultServer silent = FaultServer.thatAtOnce(FaultServer.isSilentAfter(""))) {
            assertThat(failure(silent.uri("https"), new TransportSettings().connectTimeout(Duration.ofMillis(100))))
                    .hasMessageStartingWith("thing_read: no response in time: ")
                    .hasMessageContaining("timed out");
        }
    }

    @Test
    void aHandshakeThatTricklesIsTheCallTimeouts() throws IOException {
        String record = "\26\3\3\77\377\2\0\77\373" + "\0".repeat(100);
        try (FaultServer dripping = FaultServer.thatAtOnce(FaultServer.drips("", record))) {
            assertThat(failure(dripping.uri("https"), new TransportSettings().callTimeout(Duration.ofMillis(200))))
                    .hasMessageEndingWith("not complete within PT0.2S");
        }
    }

    /** The only connection is taken. */
    @Test
    void aWaitForAFreeConnectionIsTheCallTimeouts() throws Exception {
        try (RawPeer peer = RawPeer.silentAfter();
                CloseableHttpClient http = Clients.patient()) {
            Background.send(new HttpTransport(peer.uri(), http, new TransportSettings()), READ.request());
            peer.awaitRequest();
            HttpTransport transport =
                    new HttpTransport(peer.uri(), http, new TransportSettings().callTimeout(Duration.ofMillis(50)));
            assertThat(failure(transport)).hasMessageEndingWith("not complete within PT0.05S");
        }
    }

    private static void fill(List<Socket> backlog, InetSocketAddress address) throws IOException {
        for (int i = 0; i < 2; i++) {
            Socket socket = new Socket();
            backlog.add(socket);
            socket.connect(address);
        }
    }

    private static ApiTimeoutException failure(URI uri, TransportSettings settings) {
        try (HttpTransport transport = HttpTransport.to(uri, settings)) {
            return failure(transport);
        }
    }

    private static ApiTimeoutException failure(Transport transport) {
        return assertTimeoutPreemptively(
                OUTER_BOUND, () -> Failures.of(ApiTimeoutException.class, transport, READ.request()));
    }

    /** Each of which swallows what comes, as a firewall does: HttpClient waits for one after the other. */
    @Test
    void fourAddressesThatDoNotAnswerAreTheCallTimeouts() throws Exception {
        List<Socket> backlog = new ArrayList<>();
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            fill(backlog, (InetSocketAddress) deaf.getLocalSocketAddress());
            InetAddress[] four =
                    Collections.nCopies(4, InetAddress.getLoopbackAddress()).toArray(InetAddress[]::new);
            ApiTimeoutException failure = failureIn(deaf.getLocalPort(), host -> four);
            assertThat(failure).hasMessageEndingWith("not complete within PT0.3S");
            assertThat(failure.mayHaveBeenProcessed()).isFalse();
        } finally {
            for (Socket socket : backlog) {
                socket.close();
            }
        }
    }

    @Test
    void aNameServerThatDoesNotAnswerIsTheCallTimeoutsAndHoldsADaemonThread() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Thread> held = new CompletableFuture<>();
        ApiTimeoutException failure = failureIn(80, host -> {
            held.complete(Thread.currentThread());
            awaitWithoutInterruption(end);
            throw new UnknownHostException(host);
        });
        end.countDown();
        assertThat(failure).hasMessageEndingWith("not complete within PT0.3S");
        assertThat(failure.mayHaveBeenProcessed()).isFalse();
        assertThat(held.join().isDaemon()).isTrue();
        assertThat(held.join()).isNotSameAs(Thread.currentThread());
    }

    /** The fifth has no thread to be looked up by, and its caller no longer a wait for that. */
    @Test
    void lookupsThatHangHoldFourThreadsAtMost() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        try {
            List<CompletableFuture<ApiTimeoutException>> calls = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                calls.add(CompletableFuture.supplyAsync(
                        () -> failureIn(80, host -> {
                            begun.incrementAndGet();
                            awaitWithoutInterruption(end);
                            throw new UnknownHostException(host);
                        }),
                        task -> new Thread(task).start()));
            }
            assertThat(calls).allSatisfy(call -> assertThat(call.join()).hasMessageEndingWith("within PT0.3S"));
            assertThat(begun.get()).isBetween(1, 4);
        } finally {
            end.countDown();
        }
    }

    /** The first answer comes when a second is left of a minute, and brings another attempt, to which there is no response. */
    @Test
    void allAttemptsTogetherAreTheCallTimeouts() throws Exception {
        CountDownLatch second = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        server.answers(request -> {
            if (server.requests().size() > 1) {
                second.countDown();
                awaitWithoutInterruption(end);
            }
            return new FakeServer.Response(503, "", "Retry-After", "0");
        });
        Duration minute = Duration.ofMinutes(1);
        TransportSettings settings =
                new TransportSettings().responseTimeout(minute).callTimeout(minute);
        try (RetryingTransport transport =
                new RetryingTransport(HttpTransport.to(server.uri(), settings), 100, settings.callTimeout())) {
            transport.nanoTime = () ->
                    server.requests().isEmpty() ? 0 : minute.minusSeconds(1).toNanos();
            assertThat(failure(transport).mayHaveBeenProcessed()).isTrue();
            assertThat(second.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(server.requests()).hasSize(2);
        } finally {
            end.countDown();
        }
    }

    /** After 300 ms: a connect timeout, or the end of a lookup, would come too late for the outer bound. */
    private static ApiTimeoutException failureIn(int port, Lookup lookup) {
        TransportSettings settings =
                new TransportSettings().connectTimeout(Duration.ofMinutes(1)).callTimeout(Duration.ofMillis(300));
        try (CloseableHttpClient http =
                        HttpClientFactory.builder(settings, lookup).build();
                HttpTransport transport = new HttpTransport(URI.create("http://ix.test:" + port), http, settings)) {
            return failure(transport);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A name server. */
    private interface Lookup extends DnsResolver {
        @Override
        default String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private static void awaitWithoutInterruption(CountDownLatch end) {
        while (true) {
            try {
                end.await();
                return;
            } catch (InterruptedException e) {
                // A lookup of the system cannot be interrupted.
            }
        }
    }
}
