package net.ixapi.auth.client.runtime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes connections on a free port, reads the head of a request from each, and then misbehaves as it was told. */
public final class FaultServer implements AutoCloseable {
    /** What is done to a connection whose request has come; it is closed afterwards. */
    @FunctionalInterface
    public interface Fault {
        void commit(Socket connection, FaultServer server) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final Fault fault;
    private final boolean awaitsRequest;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger accepted = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);

    private FaultServer(ServerSocket socket, Fault fault, boolean awaitsRequest) {
        this.socket = socket;
        this.fault = fault;
        this.awaitsRequest = awaitsRequest;
        inBackground(this::accept);
    }

    public static FaultServer that(Fault fault) {
        return new FaultServer(listening(), fault, true);
    }

    /** Does so as soon as there is a connection. */
    static FaultServer thatAtOnce(Fault fault) {
        return new FaultServer(listening(), fault, false);
    }

    static FaultServer over(ServerSocket listening, Fault fault) {
        return new FaultServer(listening, fault, true);
    }

    /** Sends the text and hangs up. */
    public static Fault sends(String text) {
        return (connection, server) -> write(connection, text);
    }

    /** Sends the text and resets the connection. */
    public static Fault resetsAfter(String text) {
        return (connection, server) -> {
            write(connection, text);
            connection.setSoLinger(true, 0);
        };
    }

    /** Sends the text and then nothing more. */
    static Fault isSilentAfter(String text) {
        return (connection, server) -> {
            write(connection, text);
            server.end.await();
        };
    }

    /** Sends the text and then the other one without end, as fast as it can. */
    public static Fault floods(String text, String forever) {
        return (connection, server) -> {
            write(connection, text);
            String much = forever.repeat(1 + 8_000 / forever.length());
            while (server.goesOn(0)) {
                write(connection, much);
            }
        };
    }

    /** Sends the text and then the other one without end, a byte every five milliseconds. */
    static Fault drips(String text, String forever) {
        return (connection, server) -> {
            write(connection, text);
            for (int i = 0; server.goesOn(5); i++) {
                write(connection, forever.substring(i % forever.length(), i % forever.length() + 1));
            }
        };
    }

    public URI uri() {
        return uri("http");
    }

    URI uri(String scheme) {
        return URI.create(
                scheme + "://" + (scheme.equals("https") ? "localhost" : "127.0.0.1") + ":" + socket.getLocalPort());
    }

    public int connections() {
        return accepted.get();
    }

    private boolean goesOn(int millis) throws InterruptedException {
        return !end.await(millis, TimeUnit.MILLISECONDS);
    }

    private void accept() {
        try {
            while (true) {
                Socket connection = socket.accept();
                accepted.incrementAndGet();
                connections.add(connection);
                inBackground(() -> serve(connection));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            if (awaitsRequest) {
                takeHead(connection.getInputStream());
            }
            fault.commit(connection, this);
        } catch (IOException e) {
            // The client hung up first, or the test is over.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void takeHead(InputStream in) throws IOException {
        for (int last = 0, next = in.read(); (last & 0xffffff) != 0x0d0a0d || next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("no request");
            }
            last = last << 8 | next;
        }
    }

    private static void write(Socket connection, String text) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    private static ServerSocket listening() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "fault server");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        end.countDown();
        socket.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
