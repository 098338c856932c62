package net.ixapi.auth.stub.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.ixapi.auth.stub.StubServer;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class GracefulStopTest {
    /** Longer than the test may take: a stop that waits for an idle connection fails it. */
    private static final Duration FOREVER = Duration.ofMinutes(10);

    private final CountDownLatch looks = new CountDownLatch(2);

    /** The client has the response, and stops the server before the server notices that the request is complete. */
    @Test
    @Timeout(30)
    void waitsForNoConnectionWhoseRequestWasJustAnswered() throws Exception {
        assertThat(responseOfServerThatStops(this::completeOnlyWhenItStops)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    @Timeout(30)
    void letsAResponseEndThatHasBegun() throws Exception {
        assertThat(responseOfServerThatStops(this::endOnlyWhenItStops)).endsWith("3\r\nend\r\n0\r\n\r\n");
    }

    /** Only a client that was told to goes on with its body, and so knows that the server reads it. */
    @Test
    @Timeout(30)
    void letsARequestEndThatIsToGoOn() throws Exception {
        Javalin server = server(context -> context.result(context.body()));
        try (Socket socket = connect(server)) {
            send("POST / HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 4\r\n\r\n", socket);
            int first = socket.getInputStream().read();
            EndPoint client = server.jettyServer()
                    .server()
                    .getConnectors()[0]
                    .getConnectedEndPoints()
                    .iterator()
                    .next();
            while (client.getConnection().getMessagesOut() == 0 || !isWaiting(client)) {
                Thread.onSpinWait();
            }
            CompletableFuture<Void> stop = CompletableFuture.runAsync(server::stop);
            awaitFirstLook();
            send("body", socket);

            assertThat((char) first + readAll(socket))
                    .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 ")
                    .endsWith("body");
            stop.join();
        }
    }

    private String responseOfServerThatStops(Handler handler) throws Exception {
        Javalin server = server(handler);
        try (Socket socket = connect(server)) {
            send("GET / HTTP/1.1\r\nHost: a\r\n\r\n", socket);
            int first = socket.getInputStream().read();
            server.stop();

            return (char) first + readAll(socket);
        }
    }

    private Javalin server(Handler handler) {
        return Javalin.create(config -> {
                    config.startup.showJavalinBanner = false;
                    GracefulStop.install(config);
                    config.jetty.modifyServer(jetty -> jetty.setStopTimeout(FOREVER.toMillis()));
                    config.jetty.addConnector(this::patientConnector);
                    config.routes.get("/", handler);
                    config.routes.post("/", handler);
                })
                .start("127.0.0.1", 0);
    }

    private static boolean isWaiting(EndPoint client) {
        return client.getConnection().getEndPoint().isFillInterested();
    }

    private static Socket connect(Javalin server) throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void send(String text, Socket socket) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String readAll(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private void awaitFirstLook() throws InterruptedException {
        assertThat(looks.await(20, TimeUnit.SECONDS)).isTrue();
    }

    /** Where nobody closes the connection, it stays. */
    private ServerConnector patientConnector(Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http)) {
            /** Asked at each look for idle connections: at the second, the first is over. */
            @Override
            public Collection<EndPoint> getConnectedEndPoints() {
                if (server.isStopping()) {
                    looks.countDown();
                }
                return super.getConnectedEndPoints();
            }
        };
        connector.setShutdownIdleTimeout(FOREVER.toMillis());
        connector.setIdleTimeout(FOREVER.toMillis());
        return connector;
    }

    private void completeOnlyWhenItStops(Context context) {
        Request request = ServletContextRequest.getServletContextRequest(context.req());
        Request.addCompletionListener(request, failure -> {
            try {
                awaitFirstLook();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        context.result("answered");
    }

    private void endOnlyWhenItStops(Context context) throws Exception {
        // Javalin's own does not pass on what is to be flushed.
        ServletOutputStream body = context.res().getOutputStream();
        body.print("begin");
        body.flush();
        awaitFirstLook();
        body.print("end");
    }

    /** Takes the five seconds that a stop waits. */
    @Tag("long")
    @Test
    @Timeout(60)
    void cutsOffARequestThatDoesNotEnd() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        StubServer stub = StubServer.builder()
                .onRequest(entry -> {
                    begun.countDown();
                    try {
                        end.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                })
                .start();
        try (Socket socket = new Socket("127.0.0.1", stub.baseUri().getPort())) {
            socket.getOutputStream()
                    .write("GET /api/v2/auth/token HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            begun.await();

            assertThatCode(stub::close).doesNotThrowAnyException();
        } finally {
            end.countDown();
        }
    }
}
