package net.ixapi.auth.stub.http;

import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.Graceful;

/**
 * Closes the connections without a request under way when the server stops. Jetty's connectors wait for the others, which close
 * with their responses, but not for ever. Nothing is noted of most requests while the server runs, since that would slow each of
 * them down.
 */
record GracefulStop(Server server) implements Graceful {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final long INTERVAL_MILLIS = 10;

    /** The attribute of a connection that has had a request with {@code Expect}. */
    private static final String EXPECTS = GracefulStop.class.getName();

    /**
     * Sets how the server stops. The next bytes of a request that has begun have a second, as Jetty sets it.
     *
     * @param config the configuration of a server that is not started yet
     */
    static void install(JavalinConfig config) {
        config.jetty.modifyServer(server -> {
            // Javalin puts its own handler into the one that it finds, and otherwise into some that count requests.
            server.setHandler(new Handler.Wrapper());
            server.addBean(new GracefulStop(server));
            server.setStopTimeout(TIMEOUT.toMillis());
        });
        config.jetty.modifyHttpConfiguration(
                http -> http.addCustomizer((request, responseHeaders) -> noteExpectation(request)));
    }

    @Override
    public CompletableFuture<Void> shutdown() {
        closeIdle();
        return CompletableFuture.completedFuture(null);
    }

    /**
     * Looks again while the server stops: a client may have its response, and stop the server, before the connection waits for the
     * next request.
     */
    private void closeIdle() {
        for (Connector connector : server.getConnectors()) {
            connector.getConnectedEndPoints().stream()
                    .filter(GracefulStop::isIdle)
                    .forEach(EndPoint::close);
        }
        if (server.isStopping()) {
            server.getScheduler().schedule(this::closeIdle, INTERVAL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Jetty counts a response when it begins: while one is written, the connection does not wait for bytes of the client. */
    private static boolean isIdle(EndPoint client) {
        Connection connection = ClientSocket.connection(client);
        return connection == null
                || connection.getMessagesOut() >= connection.getMessagesIn()
                        && connection.getEndPoint().isFillInterested()
                        && !hasContinued(connection);
    }

    /** Jetty counts a 100 as a response. From then on, its numbers do not tell: such a connection has a second, as Jetty sets it. */
    private static boolean hasContinued(Connection connection) {
        return connection instanceof ConnectionMetaData data && data.getAttribute(EXPECTS) != null;
    }

    private static Request noteExpectation(Request request) {
        if (request.getHeaders().contains(HttpHeader.EXPECT)) {
            request.getConnectionMetaData().setAttribute(EXPECTS, true);
        }
        return request;
    }

    @Override
    public boolean isShutdown() {
        return server.isStopping();
    }
}
