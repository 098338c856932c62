package net.ixapi.auth.stub.http;

import io.javalin.config.JavalinConfig;
import java.time.Duration;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.jspecify.annotations.Nullable;

/** Lets requests under way be answered when the server stops, but not for ever. */
public final class GracefulStop {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** For the next bytes of a request that has begun. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private GracefulStop() {}

    /**
     * Sets how the server stops.
     *
     * @param config the configuration of a server that is not started yet
     */
    public static void install(JavalinConfig config) {
        config.jetty.modifyServer(GracefulStop::install);
    }

    private static void install(Server server) {
        // Javalin puts its own handler into the one that it finds.
        server.setHandler(new GracefulHandler());
        server.setStopTimeout(PATIENCE.toMillis());
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStopping(LifeCycle stopping) {
                server.getContainedBeans(AbstractConnector.class).forEach(GracefulStop::close);
            }
        });
    }

    /** Nobody waits for clients that keep a connection, but ask nothing. */
    private static void close(AbstractConnector connector) {
        connector.setShutdownIdleTimeout(PAUSE.toMillis());
        connector.getConnectedEndPoints().stream()
                .filter(client -> asksNothing(client.getConnection()))
                .forEach(EndPoint::close);
    }

    private static boolean asksNothing(@Nullable Connection connection) {
        return connection != null && connection.getMessagesIn() == connection.getMessagesOut();
    }
}
