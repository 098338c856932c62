package net.ixapi.auth.stub.http;

import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;

/** Lets requests under way be answered when the server stops, but not for ever. */
final class GracefulStop {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    /** For the next bytes of a request that has begun. */
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private GracefulStop() {}

    /**
     * Sets how the server stops.
     *
     * @param config the configuration of a server that is not started yet
     */
    static void install(JavalinConfig config) {
        install(config, TIMEOUT, PAUSE);
    }

    static void install(JavalinConfig config, Duration timeout, Duration pause) {
        config.jetty.modifyServer(server -> install(server, timeout, pause));
    }

    private static void install(Server server, Duration timeout, Duration pause) {
        UnderWay requests = new UnderWay(pause);
        // Javalin puts its own handler into the one that it finds.
        server.setHandler(requests);
        server.setStopTimeout(timeout.toMillis());
        server.addEventListener(new LifeCycle.Listener() {
            @Override
            public void lifeCycleStopping(LifeCycle stopping) {
                server.getContainedBeans(AbstractConnector.class).forEach(requests::closeOthers);
            }
        });
    }

    /** Knows whose requests are under way. */
    private static final class UnderWay extends GracefulHandler {
        private final Set<EndPoint> clients = ConcurrentHashMap.newKeySet();
        private final Duration pause;
        private volatile boolean stopping;

        UnderWay(Duration pause) {
            this.pause = pause;
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            EndPoint client = ClientSocket.endPoint(request);
            clients.add(client);
            Request.addCompletionListener(request, failure -> completed(client));
            return super.handle(request, response, callback);
        }

        /**
         * A client has its response before this is called, and may stop the server in between. Its connection is closed here
         * then; otherwise the stop would wait until the idle connection times out.
         */
        private void completed(EndPoint client) {
            clients.remove(client);
            if (stopping) {
                client.close();
            }
        }

        /** Closes the connections that are kept without a request under way. */
        void closeOthers(AbstractConnector connector) {
            stopping = true;
            connector.setShutdownIdleTimeout(pause.toMillis());
            connector.getConnectedEndPoints().stream()
                    .filter(client -> !clients.contains(client))
                    .forEach(EndPoint::close);
        }
    }
}
