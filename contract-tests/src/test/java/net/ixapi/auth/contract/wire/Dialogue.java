package net.ixapi.auth.contract.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a script of {@link RawServer} can do on its connection. For one thread. */
public final class Dialogue {
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\nContent-Length: (\\d+)\r\n");

    private final Socket socket;
    private final InputStream in;
    private final List<String> requests;
    private final AtomicLong sent;

    Dialogue(Socket socket, List<String> requests, AtomicLong sent) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.requests = requests;
        this.sent = sent;
    }

    /** Reads a request with its body, byte for byte. */
    public String request() throws IOException {
        String head = head();
        String request = head + body(head);
        requests.add(request);
        return request;
    }

    /** Reads up to the empty line, and leaves a body where it is. */
    public String head() throws IOException {
        return until("\r\n\r\n");
    }

    private String body(String head) throws IOException {
        Matcher length = LENGTH.matcher(head);
        if (length.find()) {
            return new String(in.readNBytes(Integer.parseInt(length.group(1))), ISO_8859_1);
        }
        return head.toLowerCase(java.util.Locale.ROOT).contains("\r\ntransfer-encoding: chunked\r\n")
                ? until("0\r\n\r\n")
                : "";
    }

    private String until(String end) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String text = "";
        while (!text.endsWith(end)) {
            int next = in.read();
            if (next < 0) {
                throw new EOFException();
            }
            bytes.write(next);
            text = next == '\n' ? bytes.toString(ISO_8859_1) : "";
        }
        return text;
    }

    /** Sends text, one byte for each character. */
    public void send(String text) throws IOException {
        send(text.getBytes(ISO_8859_1));
    }

    /** Sends bytes, all at once. */
    public void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        sent.addAndGet(bytes.length);
    }

    /** Sends the same again and again, until the other side has enough. */
    public void sendForever(String text) throws IOException {
        byte[] bytes = text.getBytes(ISO_8859_1);
        while (true) {
            send(bytes);
        }
    }

    /** Sends one byte after the other, with a pause between them that is shorter than any timeout for one read. */
    public void drip(String text) throws IOException {
        CountDownLatch gone = new CountDownLatch(1);
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        clock.scheduleAtFixedRate(() -> dripOnce(text, gone), 0, 10, TimeUnit.MILLISECONDS);
        try {
            gone.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            clock.shutdownNow();
        }
    }

    private void dripOnce(String text, CountDownLatch gone) {
        try {
            send(text);
        } catch (IOException e) {
            gone.countDown();
        }
    }

    /** Says nothing more until the other side closes the connection. */
    public void hang() throws IOException {
        in.transferTo(OutputStream.nullOutputStream());
    }
}
