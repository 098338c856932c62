package net.ixapi.auth.stub.http;

import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.AbstractLifeCycle;

/**
 * Cuts off clients whose requests arrive byte by byte. Jetty itself cuts off those that send nothing for a while; one byte now
 * and then would keep a connection for ever, and its minimum data rate counts from the headers' end on. Looks around as often as
 * Jetty's idle timeout, so that between two looks each open connection has either sent something or is served.
 */
final class SlowClients extends AbstractLifeCycle {
    private final Server server;
    private final Duration interval;
    private final Map<EndPoint, Look> looks = new WeakHashMap<>();

    private record Look(long bytes, long messages, boolean wasSlow) {
        static final Look FIRST = new Look(0, 0, false);

        /** Some bytes came, but no request was answered. */
        Look next(Connection connection) {
            boolean slow = connection.getBytesIn() > bytes && connection.getMessagesOut() == messages;
            return new Look(connection.getBytesIn(), connection.getMessagesOut(), slow);
        }
    }

    SlowClients(Server server, Duration interval) {
        this.server = server;
        this.interval = interval;
    }

    @Override
    protected void doStart() {
        server.getScheduler().schedule(this::lookAndGoOn, interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void lookAndGoOn() {
        if (isRunning()) {
            look();
            doStart();
        }
    }

    synchronized void look() {
        for (Connector connector : server.getConnectors()) {
            connector.getConnectedEndPoints().forEach(this::look);
        }
    }

    private void look(EndPoint client) {
        Connection connection = ClientSocket.connection(client);
        if (connection == null) {
            return;
        }
        Look last = looks.getOrDefault(client, Look.FIRST);
        Look look = last.next(connection);
        looks.put(client, look);
        // At the first look, the request may just have begun.
        if (last.wasSlow() && look.wasSlow()) {
            client.close();
        }
    }
}
