package net.ixapi.auth.stub.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import net.ixapi.auth.stub.StubServer;
import net.ixapi.auth.stub.journal.JournalEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A client that hangs up while it waits leaves nothing behind: no connection, no thread. */
@Timeout(60)
class AbandonedWaitTest {
    private static final int CLIENTS = 50;
    private static final String LOGIN =
            "POST /api/v2/auth/token HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                    + "Content-Length: 2\r\n\r\n{}";

    static Stream<Fault> waits() {
        Duration year = Duration.ofDays(365);
        return Stream.of(Fault.delay(year), Fault.status(503).and(Fault.delay(year)));
    }

    @ParameterizedTest
    @MethodSource("waits")
    void endsWhenItsClientHangsUp(Fault wait) throws Exception {
        CountDownLatch arrived = new CountDownLatch(CLIENTS);
        CountDownLatch over = new CountDownLatch(CLIENTS);
        AtomicInteger answered = new AtomicInteger();
        try (StubServer stub = StubServer.builder()
                .onRequest(entry -> {
                    answered.addAndGet(entry.status());
                    over.countDown();
                })
                .start()) {
            stub.faults().enqueue(FaultScript.ALWAYS, request -> arrive(arrived), wait);
            List<Socket> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Socket client = new Socket("127.0.0.1", stub.baseUri().getPort());
                client.getOutputStream().write(LOGIN.getBytes(StandardCharsets.US_ASCII));
                clients.add(client);
            }
            arrived.await();
            assertThat(over.getCount()).isEqualTo(CLIENTS);
            for (Socket client : clients) {
                client.close();
            }

            assertThat(over.await(20, TimeUnit.SECONDS))
                    .as("waits that are over")
                    .isTrue();
            assertThat(answered).hasValue(0);
        }
    }

    /** With TLS, what a client says as it closes hides the end behind it. A next request is not lost by looking for it. */
    @Test
    void endsWhenItsClientHangsUpWithTls() throws Exception {
        BlockingQueue<JournalEntry> over = new LinkedBlockingQueue<>();
        try (StubServer stub =
                StubServer.builder().tls(true).onRequest(over::add).start()) {
            CountDownLatch arrived = new CountDownLatch(2);
            stub.faults().enqueue(2, request -> arrive(arrived), Fault.delay(Duration.ofDays(365)));
            Socket patient = client(stub);
            patient.getOutputStream().write(LOGIN.getBytes(StandardCharsets.US_ASCII));
            Socket hasty = client(stub);
            hasty.getOutputStream().write(LOGIN.getBytes(StandardCharsets.US_ASCII));
            arrived.await();
            patient.getOutputStream().write(LOGIN.getBytes(StandardCharsets.US_ASCII));
            hasty.close();

            assertThat(over.poll(20, TimeUnit.SECONDS)).extracting("status").isEqualTo(0);
            stub.clock().advance(Duration.ofDays(365));
            assertThat(over.poll(20, TimeUnit.SECONDS)).extracting("status").isEqualTo(400);
            assertThat(over.poll(20, TimeUnit.SECONDS)).extracting("status").isEqualTo(400);
            patient.close();
        }
    }

    private static Socket client(StubServer stub) throws Exception {
        return context(stub.trustStore())
                .getSocketFactory()
                .createSocket("127.0.0.1", stub.baseUri().getPort());
    }

    private static SSLContext context(KeyStore trusted) throws Exception {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, factory.getTrustManagers(), null);
        return context;
    }

    private static boolean arrive(CountDownLatch arrived) {
        arrived.countDown();
        return true;
    }
}
