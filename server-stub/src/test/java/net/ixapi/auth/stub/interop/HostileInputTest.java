package net.ixapi.auth.stub.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubPeer;
import net.ixapi.auth.stub.StubServer;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever somebody sends: no failure of the server, no hang, and afterwards a login as ever. */
class HostileInputTest extends HostileInputs {
    private static final int PATIENCE_MILLIS = 20_000;

    private static StubServer stub;

    @BeforeContainer
    static void start() {
        stub = StubServer.builder().account(Account.EXAMPLE).start();
    }

    @AfterContainer
    static void stop() {
        stub.close();
    }

    @AfterProperty
    void aLoginWorksAsEver() throws Exception {
        StubPeer.pair(new StubPeer(stub).login(Account.EXAMPLE.apiKey(), Account.EXAMPLE.apiSecret()));
    }

    /** Sends it all, says that this was it, and reads until the server closes the connection. */
    private static String response(byte[] request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", stub.baseUri().getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            ByteArrayOutputStream response = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
                socket.getInputStream().transferTo(response);
            } catch (SocketException e) {
                // The server closed the connection before it had read everything.
            }
            return response.toString(StandardCharsets.ISO_8859_1);
        }
    }

    private static void assertNoFailure(byte[] request) throws IOException {
        // RFC 9110, section 15.6.6, asks for a 505 where the version is none that the server
        // knows, and RFC 9112, section 6.1, for a 501 where the transfer coding is none.
        assertThat(response(request))
                .doesNotContainPattern("(?m)^HTTP/1\\.1 5(?!05|01)")
                .doesNotContain("Set-Cookie");
    }

    @Property(tries = 200)
    void bytes(@ForAll @Size(max = 3000) byte[] request) throws Exception {
        assertNoFailure(request);
    }

    @Property(tries = 500)
    void changedRequests(@ForAll("changes") List<Change> changes) throws Exception {
        byte[] request = REQUEST;
        for (Change change : changes) {
            request = change.in(request);
        }
        assertNoFailure(request);
    }

    @Property(tries = 300)
    void bodies(@ForAll("paths") String path, @ForAll("texts") String type, @ForAll("texts") String body)
            throws Exception {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        assertNoFailure(joined(
                ("POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: " + type
                                + "\r\nConnection: close\r\nContent-Length: " + bytes.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8),
                bytes));
    }

    /** Headers that servers act upon, with values that they do not expect. */
    @Property(tries = 500)
    void headers(@ForAll("names") String name, @ForAll("values") String value, @ForAll("paths") String path)
            throws Exception {
        String request = "POST " + path + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                + LOGIN.length() + "\r\n" + name + ": " + value + "\r\n\r\n" + LOGIN;

        assertNoFailure(request.getBytes(StandardCharsets.UTF_8));
        assertNoFailure(
                request.replace("Content-Type: application/json\r\n", "").getBytes(StandardCharsets.UTF_8));
    }

    @Example
    void manyRequestsAtOnce() throws Exception {
        byte[] requests = REQUEST;
        for (int i = 0; i < 6; i++) {
            requests = joined(requests, requests);
        }

        assertThat(response(requests).split("HTTP/1.1 201 Created", -1)).hasSize(65);
    }

    @Example
    void connectionsThatAreOnlyOpened() throws Exception {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 300; i++) {
                Socket socket = new Socket("127.0.0.1", stub.baseUri().getPort());
                sockets.add(socket);
                socket.getOutputStream().write(REQUEST, 0, i % REQUEST.length);
            }
            aLoginWorksAsEver();
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Example
    void bodiesThatAreTooLong() throws Exception {
        String head =
                "POST /api/v2/auth/token HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: ";

        assertThat(response(bytes(head + "9223372036854775807\r\n\r\n{"))).startsWith("HTTP/1.1 413 ");
        assertThat(response(bytes(head + "99999999999999999999\r\n\r\n{"))).startsWith("HTTP/1.1 4");
        assertThat(response(bytes(head + "1500000\r\n\r\n" + "[".repeat(1_500_000))))
                .startsWith("HTTP/1.1 413 ");
        assertThat(response(bytes(head + "60000\r\n\r\n" + "[".repeat(60_000)))).startsWith("HTTP/1.1 400 ");
    }

    /** Fifty megabytes of zeros in fifty kilobytes. */
    @Example
    void bodiesThatGrow() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(new byte[50_000_000]);
        }
        byte[] head = bytes("POST /api/v2/auth/token HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
                + "Content-Encoding: gzip\r\nContent-Length: " + packed.size() + "\r\n\r\n");

        assertThat(response(joined(head, packed.toByteArray()))).startsWith("HTTP/1.1 415 ");
    }
}
