package net.ixapi.auth.client.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The other end of one connection: takes a request, sends the given bytes whatever they are, then hangs up or is silent.
 * A second connection is refused.
 */
final class RawPeer implements AutoCloseable {
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    private final ServerSocket socket;
    private final byte[] answer;
    private final CountDownLatch requested = new CountDownLatch(1);
    private final CountDownLatch hangUp;

    private RawPeer(byte[] answer, CountDownLatch hangUp) {
        this.answer = answer;
        this.hangUp = hangUp;
        try {
            socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "raw peer");
        thread.setDaemon(true);
        thread.start();
    }

    /** Sends the lines, each ended as HTTP ends them except the last, and closes the connection. */
    static RawPeer sending(String... lines) {
        return new RawPeer(String.join("\r\n", lines).getBytes(UTF_8), new CountDownLatch(0));
    }

    /** Sends the bytes and then nothing, but keeps the connection open until it is closed itself. */
    static RawPeer silentAfter(byte... answer) {
        return new RawPeer(answer, new CountDownLatch(1));
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    /** Waits until the request has come. */
    void awaitRequest() throws InterruptedException {
        assertThat(requested.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private void serve() {
        try (Socket connection = socket.accept()) {
            socket.close();
            takeRequest(connection.getInputStream());
            requested.countDown();
            OutputStream out = connection.getOutputStream();
            out.write(answer);
            out.flush();
            hangUp.await();
        } catch (IOException e) {
            // The client hung up first, or the test is over.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All of it: bytes that were left unread would reset the connection instead of closing it. */
    private static void takeRequest(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(UTF_8).endsWith("\r\n\r\n")) {
            head.write(in.read());
        }
        Matcher length = CONTENT_LENGTH.matcher(head.toString(UTF_8));
        in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    }

    @Override
    public void close() throws IOException {
        hangUp.countDown();
        socket.close();
    }
}
