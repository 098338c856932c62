package net.ixapi.auth.contract.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** One connection to the server. Not safe for use by several threads at once; whoever opens it closes it. */
final class Connection implements AutoCloseable {
    private static final String END = "\r\n";

    /** What is closed, also under TLS: no last word of TLS is sent, for which a server could let us wait. */
    private final Socket plain;

    private final Socket socket;
    private final ResponseReader answers;

    private Connection(Socket plain, Socket socket, int mostBytes) throws IOException {
        this.plain = plain;
        this.socket = socket;
        this.answers = new ResponseReader(new BufferedInputStream(socket.getInputStream()), mostBytes);
    }

    static Connection open(URI server, SSLSocketFactory tls, Limits limits) throws IOException {
        boolean secure = "https".equalsIgnoreCase(server.getScheme());
        int port = server.getPort() >= 0 ? server.getPort() : secure ? 443 : 80;
        String host = server.getHost().replaceAll("^\\[|]$", "");
        Socket plain = new Socket();
        try (Deadline deadline = new Deadline(limits.connect(), () -> close(plain))) {
            try {
                plain.connect(new InetSocketAddress(host, port));
                plain.setTcpNoDelay(true);
                return new Connection(plain, secure ? secured(plain, host, port, tls) : plain, limits.bytes());
            } catch (IOException e) {
                close(plain);
                throw deadline.cause(e);
            }
        }
    }

    /** With the check that HTTPS demands and a plain TLS socket leaves out: RFC 9110, section 4.3.4. */
    private static Socket secured(Socket socket, String host, int port, SSLSocketFactory tls) throws IOException {
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    /** Sends the request and reads the answer. A server may answer before it has read everything. */
    Response exchange(Request request, URI server) throws IOException {
        try {
            socket.getOutputStream().write(bytes(request, server));
        } catch (IOException unsent) {
            return early(request, unsent);
        }
        return answers.read(request.method());
    }

    private Response early(Request request, IOException unsent) throws IOException {
        try {
            return answers.read(request.method());
        } catch (IOException e) {
            unsent.addSuppressed(e);
            throw unsent;
        }
    }

    /** Whether the last answer has begun, so that there is a server of HTTP. */
    boolean began() {
        return answers.began();
    }

    boolean reusable() {
        return !answers.ended() && !plain.isClosed();
    }

    private static byte[] bytes(Request request, URI server) {
        StringBuilder head = new StringBuilder();
        String path = server.getRawPath() == null ? "" : server.getRawPath().replaceAll("/$", "");
        head.append(request.method()).append(' ').append(path).append(request.path());
        head.append(" HTTP/1.1").append(END);
        head.append("Host: ").append(server.getRawAuthority()).append(END);
        // Some servers refuse who does not name himself; without the second line, any coding were acceptable (RFC 9110,
        // 12.5.3).
        addMissing("User-Agent", "ixapi-auth-contract", request, head);
        addMissing("Accept-Encoding", "identity", request, head);
        for (Header header : request.headers()) {
            head.append(header.name()).append(": ").append(header.value()).append(END);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] body = request.body();
        switch (request.framing()) {
            case NONE -> write(bytes, head + END);
            case LENGTH -> {
                write(bytes, head + "Content-Length: " + body.length + END + END);
                bytes.writeBytes(body);
            }
            case CHUNKED -> {
                write(bytes, head + "Transfer-Encoding: chunked" + END + END);
                writeChunks(bytes, body);
            }
        }
        return bytes.toByteArray();
    }

    private static void addMissing(String name, String value, Request request, StringBuilder head) {
        if (request.headers().stream().noneMatch(header -> header.is(name))) {
            head.append(name).append(": ").append(value).append(END);
        }
    }

    /** In two halves, so that a server has something to put together. */
    private static void writeChunks(ByteArrayOutputStream bytes, byte[] body) {
        int half = body.length / 2;
        writeChunk(bytes, body, 0, half);
        writeChunk(bytes, body, half, body.length - half);
        write(bytes, "0" + END + END);
    }

    private static void writeChunk(ByteArrayOutputStream bytes, byte[] body, int from, int length) {
        if (length > 0) {
            write(bytes, Integer.toHexString(length) + END);
            bytes.write(body, from, length);
            write(bytes, END);
        }
    }

    private static void write(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Ends what is under way too, from any thread. */
    @Override
    public void close() {
        close(plain);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is given up either way.
        }
    }
}
