package net.ixapi.auth.server.runtime;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;

/** Speaks to a server byte by byte, for requests that no HTTP client would send. */
public final class RawPeer {
    /** A server that has not answered by then never will. */
    private static final int PATIENCE_MILLIS = 10_000;

    private RawPeer() {}

    /** Sends the text as Latin-1 and reads until the server closes the connection. */
    public static String exchange(int port, String request) throws IOException {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return readAll(socket);
        }
    }

    /** Sends the second text only after the pause. */
    public static String exchange(int port, String first, Callable<?> pause, String second) throws Exception {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write(first.getBytes(StandardCharsets.ISO_8859_1));
            pause.call();
            socket.getOutputStream().write(second.getBytes(StandardCharsets.ISO_8859_1));
            return readAll(socket);
        }
    }

    /** Like {@link #exchange}, but says that nothing more will come. */
    public static String exchangeAndShutOutput(int port, String request) throws IOException {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return readAll(socket);
        }
    }

    /** Sends the text and breaks the connection off without waiting for an answer. */
    public static void breakOff(int port, String request) throws IOException {
        try (Socket socket = connect(port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.setSoLinger(true, 0);
        }
    }

    /** The lines of a request up to the empty one; the server closes the connection after its answer. */
    public static String head(String requestLine, String... headers) {
        String lines = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
        return requestLine + "\r\nHost: localhost\r\nConnection: close\r\n" + lines + "\r\n";
    }

    /** The body as one chunk, and the last chunk. */
    public static String chunked(String body) {
        return chunk(body) + chunk("");
    }

    /** A chunk; an empty one is the last. */
    public static String chunk(String part) {
        return Integer.toHexString(part.length()) + "\r\n" + part + "\r\n";
    }

    private static Socket connect(int port) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static String readAll(Socket socket) throws IOException {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        socket.getInputStream().transferTo(response);
        return response.toString(StandardCharsets.UTF_8);
    }
}
