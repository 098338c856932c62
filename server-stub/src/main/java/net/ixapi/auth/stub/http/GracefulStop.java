package net.ixapi.auth.stub.http;

import io.javalin.config.JavalinConfig;
import java.time.Duration;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;

/** Lets requests under way be answered when the server stops, but not for ever. */
public final class GracefulStop {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** For clients that keep a connection, but ask nothing. */
    private static final long IDLE_MILLIS = 10;

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
        // Javalin adds the connector later.
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStarted(LifeCycle started) {
                server.getContainedBeans(AbstractConnector.class)
                        .forEach(connector -> connector.setShutdownIdleTimeout(IDLE_MILLIS));
            }
        });
    }
}
