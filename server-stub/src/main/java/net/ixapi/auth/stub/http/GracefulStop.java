package net.ixapi.auth.stub.http;

import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.Graceful;

/**
 * Closes the connections without a request under way when the server stops. Jetty's connectors wait for the others, which close
 * with their responses, but not for ever.
 */
final class GracefulStop extends Handler.Wrapper implements Graceful {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final Set<EndPoint> clients = ConcurrentHashMap.newKeySet();
    private volatile boolean stopping;

    /**
     * Sets how the server stops. The next bytes of a request that has begun have a second, as Jetty sets it.
     *
     * @param config the configuration of a server that is not started yet
     */
    static void install(JavalinConfig config) {
        config.jetty.modifyServer(server -> {
            // Javalin puts its own handler into the one that it finds.
            server.setHandler(new GracefulStop());
            server.setStopTimeout(TIMEOUT.toMillis());
        });
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        EndPoint client = ClientSocket.endPoint(request);
        clients.add(client);
        Request.addCompletionListener(request, failure -> completed(client));
        return super.handle(request, response, callback);
    }

    /**
     * A client has its response before this is called, and may stop the server in between. Its connection is closed here then;
     * otherwise the stop would wait until the idle connection times out.
     */
    private void completed(EndPoint client) {
        clients.remove(client);
        if (stopping) {
            client.close();
        }
    }

    @Override
    public CompletableFuture<Void> shutdown() {
        stopping = true;
        for (Connector connector : getServer().getConnectors()) {
            connector.getConnectedEndPoints().stream()
                    .filter(client -> !clients.contains(client))
                    .forEach(EndPoint::close);
        }
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean isShutdown() {
        return stopping;
    }
}
