package net.ixapi.auth.stub.http;

import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.ThreadPool.SizedThreadPool;

/** What a client can take of the stub: connections, threads, time, and bytes of headers and bodies. */
public final class Limits {
    /** More wait until one of these is closed. */
    public static final int MAX_CONNECTIONS = 1000;

    /** Enough for tests that control a stub. They are never taken by those who call the API. */
    public static final int MAX_ADMIN_CONNECTIONS = 50;

    /** Those that accept and select, and some to spare. */
    private static final int OTHER_THREADS = 24;

    private static final int MAX_HEADER_BYTES = 8192;

    /** Far more than any request needs; all connections together, 64 MiB. */
    private static final int MAX_BODY_BYTES = 1 << 16;

    /** How long a connection may be silent. */
    public static final Duration IDLE = Duration.ofSeconds(30);

    private Limits() {}

    /**
     * Sets the limits, but for those of the connector.
     *
     * @param config the configuration of a server that is not started yet
     * @param connections how many it may have at the same time
     */
    static void install(JavalinConfig config, int connections, Duration idle) {
        // Responses with tokens are short, and compressing secrets beside what a client chose gives them away (BREACH).
        config.http.compressionStrategy = noCompression();
        config.http.maxRequestSize = MAX_BODY_BYTES;
        config.jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(MAX_HEADER_BYTES);
            http.setIdleTimeout(idle.toMillis());
            http.setSendServerVersion(false);
        });
        config.jetty.modifyServer(server -> limit(server, connections, idle));
    }

    private static CompressionStrategy noCompression() {
        CompressionStrategy none = new CompressionStrategy();
        // Javalin would look through them for each response, though it has nothing to compress with.
        none.setExcludedMimeTypes(List.of());
        return none;
    }

    private static void limit(Server server, int connections, Duration idle) {
        server.addBean(new NetworkConnectionLimit(connections, server));
        server.addBean(new SlowClients(server, idle));
        // Threads that are not virtual wait for slow clients: one for each connection leaves nobody waiting for them.
        if (server.getThreadPool() instanceof SizedThreadPool threads) {
            threads.setMaxThreads(connections + OTHER_THREADS);
        }
    }
}
