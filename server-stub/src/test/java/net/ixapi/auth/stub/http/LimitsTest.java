package net.ixapi.auth.stub.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.ixapi.auth.server.runtime.RawPeer;
import net.ixapi.auth.stub.StubServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that would hold on to the stub for ever. */
@Timeout(60)
class LimitsTest {
    @AutoClose("stop")
    private static final Javalin SERVER = started(Duration.ofMillis(500));

    private static Javalin started(Duration idle) {
        Listener listener = new Listener("127.0.0.1", 0, null, idle);
        return Javalin.create(config -> {
                    listener.install(config, Limits.MAX_CONNECTIONS);
                    config.startup.showJavalinBanner = false;
                    config.routes.post("/", context -> context.result(context.body()));
                    // Otherwise Javalin would write a stack trace for each body that never ends.
                    config.routes.exception(Exception.class, (e, context) -> context.status(400));
                })
                .start("127.0.0.1", 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "POST / HT", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nab"})
    void cutOffWhoeverSaysNoMore(String start) throws Exception {
        try (Socket socket = connected(start)) {
            // Far longer than the limit, and shorter than Jetty's own of
            // 30 s: where the limit does not hold, the read fails.
            socket.setSoTimeout(15_000);
            assertThatNoException().isThrownBy(() -> socket.getInputStream().readAllBytes());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST / HTTP/1.1\r\nX: ", "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9999999\r\n\r\n"})
    void cutOffWhoeverSaysItByteByByte(String start) throws Exception {
        try (Socket socket = connected(start)) {
            // Ends with the connection: each byte is written only when the reader has waited a little for its answer.
            socket.setSoTimeout(50);
            assertThatExceptionOfType(IOException.class).isThrownBy(() -> drip(socket));
        }
    }

    private static void drip(Socket socket) throws IOException {
        while (true) {
            socket.getOutputStream().write('a');
            try {
                if (socket.getInputStream().read() < 0) {
                    throw new IOException("cut off");
                }
            } catch (SocketTimeoutException e) {
                // Still there.
            }
        }
    }

    @Test
    void leaveAloneWhoeverAsksOften() throws Exception {
        try (Socket socket = connected("")) {
            SlowClients clients = SERVER.jettyServer().server().getBean(SlowClients.class);
            for (int i = 0; i < 10; i++) {
                clients.look();
                write(socket, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n");
                assertThat(socket.getInputStream().read(new byte[1000])).isPositive();
            }
        }
    }

    @Test
    void refuseHeadersThatAreTooLong() throws Exception {
        try (StubServer stub = StubServer.builder().start()) {
            String head = RawPeer.head("POST /api/v2/auth/token HTTP/1.1", "X: " + "x".repeat(8200));

            assertThat(RawPeer.exchange(stub.baseUri().getPort(), head)).startsWith("HTTP/1.1 431 ");
        }
    }

    /** Each of them keeps a thread waiting where threads are not virtual. */
    @Test
    void leaveRoomWhereHundredsSendHalfABody() throws Exception {
        Javalin patient = started(Duration.ofMinutes(10));
        List<Socket> halves = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                halves.add(connected(patient, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\na"));
            }

            assertThat(RawPeer.exchange(patient.port(), RawPeer.head("POST / HTTP/1.1", "Content-Length: 0")))
                    .startsWith("HTTP/1.1 200 ");
        } finally {
            for (Socket half : halves) {
                half.close();
            }
            patient.stop();
        }
    }

    @Test
    void keepNoMoreOfABodyThanAnyRequestNeeds() throws Exception {
        try (StubServer stub = StubServer.builder().start()) {
            String request = RawPeer.head(
                    "POST /api/v2/auth/refresh HTTP/1.1", "Content-Type: application/json", "Content-Length: 65537");

            assertThat(RawPeer.exchange(stub.baseUri().getPort(), request + " ".repeat(65_537)))
                    .startsWith("HTTP/1.1 413 ");
        }
    }

    private static Socket connected(String start) throws IOException {
        return connected(SERVER, start);
    }

    private static Socket connected(Javalin server, String start) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        write(socket, start);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
