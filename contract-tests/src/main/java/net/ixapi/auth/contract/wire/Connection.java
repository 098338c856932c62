package net.ixapi.auth.contract.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import net.ixapi.auth.contract.targets.ContractTarget;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the server. Not safe for use by several threads at once; whoever opens it closes it.
 *
 * @param plain what is closed, also under TLS: no last word of TLS is sent, for which a server could let us wait
 * @param server the address that all paths are relative to
 * @param out where requests go
 * @param responses where responses come from
 */
record Connection(Socket plain, URI server, OutputStream out, ResponseReader responses) implements AutoCloseable {
    private static final String END = "\r\n";

    private static Connection to(URI server, Route route, int maxBytes, Socket plain) throws IOException {
        boolean secure = "https".equalsIgnoreCase(server.getScheme());
        HttpHost target = ContractTarget.host(server);
        int port = target.getPort() >= 0 ? target.getPort() : secure ? 443 : 80;
        String host = target.getHostName();
        // A proxy finds the address itself.
        plain.connect(
                route.proxy().type() == Proxy.Type.DIRECT
                        ? new InetSocketAddress(host, port)
                        : InetSocketAddress.createUnresolved(host, port));
        plain.setTcpNoDelay(true);
        Socket socket = secure ? secured(plain, host, port, route.tls()) : plain;
        InputStream in = new BufferedInputStream(socket.getInputStream());
        return new Connection(plain, server, socket.getOutputStream(), new ResponseReader(in, maxBytes));
    }

    static Connection open(URI server, Route route, Limits limits) throws IOException {
        Socket plain = new Socket(route.proxy());
        return Deadline.within(limits.connect(), plain, () -> to(server, route, limits.bytes(), plain));
    }

    /** With the check that HTTPS demands and a plain TLS socket leaves out: RFC 9110, section 4.3.4. */
    private static Socket secured(Socket socket, String host, int port, @Nullable SSLSocketFactory own)
            throws IOException {
        SSLSocketFactory tls = own == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : own;
        SSLSocket secured = (SSLSocket) tls.createSocket(socket, host, port, true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    /** Sends the request and reads the response. */
    Response exchange(Request request, Duration longest) throws IOException {
        return Deadline.within(longest, plain, () -> exchange(request));
    }

    /** A server may respond before it has read everything, and close the connection. */
    private Response exchange(Request request) throws IOException {
        @Nullable IOException unsent = null;
        try {
            out.write(bytes(request));
        } catch (IOException e) {
            unsent = e;
        }
        try {
            return responses.read(request);
        } catch (IOException e) {
            throw unsent == null ? e : unsent;
        }
    }

    /** Whether the last response has begun, so that there is a server of HTTP. */
    boolean began() {
        return responses.began();
    }

    boolean reusable() {
        return !responses.ended() && !plain.isClosed();
    }

    private byte[] bytes(Request request) {
        String path = server.getRawPath() == null ? "" : server.getRawPath().replaceAll("/$", "");
        String head = request.method() + " " + path + request.path() + " HTTP/1.1" + END
                + headers(request)
                        .map(header -> header.name() + ": " + header.value() + END)
                        .collect(Collectors.joining())
                + END;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(request.framing() == Framing.CHUNKED ? chunks(request.body()) : request.body());
        return bytes.toByteArray();
    }

    private Stream<Header> headers(Request request) {
        // Some servers refuse a client without a name. Without the second header, any coding is acceptable (RFC 9110,
        // section 12.5.3).
        Stream<Header> usual = Stream.of(
                        new Header("User-Agent", "ixapi-auth-contract"), new Header("Accept-Encoding", "identity"))
                .filter(header -> request.headers().stream().noneMatch(other -> other.is(header.name())));
        Stream<Header> framing = switch (request.framing()) {
            case NONE -> Stream.of();
            case LENGTH -> Stream.of(new Header("Content-Length", "" + request.body().length));
            case CHUNKED -> Stream.of(new Header("Transfer-Encoding", "chunked"));
        };
        Stream<Header> host = Stream.of(new Header("Host", server.getRawAuthority()));
        return Stream.of(host, usual, request.headers().stream(), framing).flatMap(Function.identity());
    }

    /** In two halves, so that a server has something to put together. */
    private static byte[] chunks(byte[] body) {
        String all = new String(body, StandardCharsets.ISO_8859_1);
        int half = body.length / 2;
        String chunks = Stream.of(all.substring(0, half), all.substring(half))
                .filter(chunk -> !chunk.isEmpty())
                .map(chunk -> Integer.toHexString(chunk.length()) + END + chunk + END)
                .collect(Collectors.joining("", "", "0" + END + END));
        return chunks.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Ends what is under way too, from any thread. */
    @Override
    public void close() {
        Deadline.close(plain);
    }
}
