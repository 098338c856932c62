package net.ixapi.auth.stub.http;

import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.List;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;

/** What a client can take of the stub: connections, time, and bytes of headers. Bodies are limited where they are read. */
public final class Limits {
    /** More wait until one of these is closed. */
    private static final int MOST_CONNECTIONS = 1000;

    private static final int MOST_HEADER_BYTES = 8192;

    private static final Duration IDLE = Duration.ofSeconds(30);

    private Limits() {}

    /**
     * Sets the limits.
     *
     * @param config the configuration of a server that is not started yet
     */
    public static void install(JavalinConfig config) {
        install(config, IDLE);
    }

    static void install(JavalinConfig config, Duration idle) {
        // Answers with tokens are short, and compressing secrets beside what a client chose gives them away (BREACH).
        config.http.compressionStrategy = noCompression();
        config.jetty.modifyHttpConfiguration(http -> {
            http.setRequestHeaderSize(MOST_HEADER_BYTES);
            http.setIdleTimeout(idle.toMillis());
            http.setSendServerVersion(false);
        });
        config.jetty.modifyServer(server -> limit(server, idle));
    }

    private static CompressionStrategy noCompression() {
        CompressionStrategy none = new CompressionStrategy();
        // Javalin would look through them for each answer, though it has nothing to compress with.
        none.setExcludedMimeTypes(List.of());
        return none;
    }

    private static void limit(Server server, Duration idle) {
        server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
        server.addBean(new SlowClients(server, idle));
    }
}
