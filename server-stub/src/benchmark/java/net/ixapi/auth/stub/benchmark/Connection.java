package net.ixapi.auth.stub.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import net.ixapi.auth.stub.Account;

/** A connection that is kept, and costs the machine next to nothing. */
final class Connection implements AutoCloseable {
    static final String BODY =
            "{\"api_key\":\"" + Account.EXAMPLE.apiKey() + "\",\"api_secret\":\"" + Account.EXAMPLE.apiSecret() + "\"}";
    private static final byte[] REQUEST = ("POST " + FixedResponse.PATH + " HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                    + "Content-Type: application/json\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY)
            .getBytes(StandardCharsets.US_ASCII);

    private final Socket socket;
    private final InputStream answers;

    Connection(int port) throws IOException {
        this.socket = new Socket("127.0.0.1", port);
        this.socket.setTcpNoDelay(true);
        this.answers = new BufferedInputStream(socket.getInputStream());
    }

    /** What a client sends who means well. */
    static byte[] logInRequest() {
        return REQUEST.clone();
    }

    void logIn() throws IOException {
        socket.getOutputStream().write(REQUEST);
        if (!line().contains(" 201")) {
            throw new IOException("It was no 201.");
        }
        skipBody();
    }

    private void skipBody() throws IOException {
        int length = -1;
        for (String header = line(); !header.isEmpty(); header = line()) {
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(
                        header.substring("content-length:".length()).strip());
            }
        }
        if (length >= 0) {
            answers.skipNBytes(length);
            return;
        }
        for (int chunk = chunk(); chunk > 0; chunk = chunk()) {
            answers.skipNBytes(chunk + 2L);
        }
        line();
    }

    private int chunk() throws IOException {
        return Integer.parseInt(line(), 16);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = answers.read(); next != '\n'; next = answers.read()) {
            if (next < 0) {
                throw new IOException("The server closed the connection.");
            }
            line.append((char) next);
        }
        return line.toString().strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
