package net.ixapi.auth.stub.http;

import io.javalin.config.JavalinConfig;
import java.time.Duration;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens. Immutable.
 *
 * @param address the address to bind
 * @param port the port, or 0 for a free one
 * @param certificate for HTTPS; null for HTTP
 * @param idle how long a connection may be silent
 */
public record Listener(String address, int port, @Nullable SelfSignedCertificate certificate, Duration idle) {
    /**
     * Sets what all servers of a stub have in common: where they listen, what a client can take of them, how they stop, and what headers
     * all responses have. What responds to errors of the connection is installed earlier.
     *
     * @param config the configuration of a server that is not started yet
     * @param connections how many it may have at the same time
     */
    public void install(JavalinConfig config, int connections) {
        config.jetty.addConnector(this::connector);
        Limits.install(config, connections, idle);
        GracefulStop.install(config);
        DisabledFeatures.install(config);
        ResponseHeaders.install(config);
        // It is started at once: nobody need watch whether it is.
        config.startup.startupWatcherEnabled = false;
        // Where the JDK has them.
        config.concurrency.useVirtualThreads = true;
    }

    private Connector connector(Server server, HttpConfiguration http) {
        ServerConnector connector;
        if (certificate == null) {
            connector = new ServerConnector(server, new HttpConnectionFactory(http));
        } else {
            // The certificate need not have the name that a client calls the server by: it says so itself.
            http.addCustomizer(new SecureRequestCustomizer(false));
            connector = new ServerConnector(server, certificate.context(), new HttpConnectionFactory(http));
        }
        connector.setHost(address);
        connector.setPort(port);
        // The timeout of the HTTP configuration counts only while a request is served.
        connector.setIdleTimeout(idle.toMillis());
        return connector;
    }
}
