package net.ixapi.auth.contract.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A server on a free port that sends what it is told, HTTP or not. Each connection plays the next script, and the last script again
 * when there are no more. Whoever starts it closes it, which ends all scripts.
 */
public final class RawServer implements AutoCloseable {
    /** What happens on one connection; it is closed afterwards. */
    @FunctionalInterface
    public interface Script {
        /** An exception is the end of the script: mostly the other side has closed the connection. */
        void play(Dialogue dialogue) throws IOException;
    }

    /** Opens a socket that listens, with TLS or without. */
    @FunctionalInterface
    public interface Listening {
        ServerSocket at(int port, int backlog, InetAddress address) throws IOException;
    }

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicLong sent = new AtomicLong();
    private final String scheme;
    private final ServerSocket server;
    private final List<Script> scripts;

    private RawServer(String scheme, Listening sockets, List<Script> scripts) {
        this.scheme = scheme;
        this.scripts = scripts;
        try {
            server = sockets.at(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::accept);
    }

    /** Speaks plainly. */
    public static RawServer playing(Script... scripts) {
        return new RawServer("http", ServerSocket::new, List.of(scripts));
    }

    /** Speaks TLS. */
    public static RawServer secured(Listening tls, Script... scripts) {
        return new RawServer("https", tls, List.of(scripts));
    }

    /** Reads each request, and sends the same bytes for each. */
    public static Script answering(String response) {
        return dialogue -> {
            while (true) {
                dialogue.request();
                dialogue.send(response);
            }
        };
    }

    /** Its address under the scheme that it really speaks, with a path. */
    public URI uri() {
        return uri(scheme);
    }

    /** Its address under any scheme. */
    public URI uri(String anyScheme) {
        return URI.create(anyScheme + "://127.0.0.1:" + server.getLocalPort() + "/api/v2");
    }

    /** How often somebody connected. */
    public int connections() {
        return connections.size();
    }

    /** All requests, as they came. */
    public List<String> requests() {
        return requests;
    }

    /** How many bytes went out, or into the buffers of the system. */
    long sent() {
        return sent.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                Script script = scripts.get(Math.min(connections.size(), scripts.size() - 1));
                connections.add(socket);
                threads.execute(() -> play(script, socket));
            }
        } catch (IOException e) {
            // It was closed.
        }
    }

    private void play(Script script, Socket socket) {
        try (socket) {
            script.play(new Dialogue(socket, requests, sent));
        } catch (IOException e) {
            // The end of this script.
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        try {
            server.close();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
