package net.ixapi.auth.stub.admin;

import static net.ixapi.auth.stub.StubPeer.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.javalin.util.JavalinException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.ixapi.auth.server.runtime.RawPeer;
import net.ixapi.auth.stub.Credentials;
import net.ixapi.auth.stub.StubPeer;
import net.ixapi.auth.stub.StubServer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may control a stub. */
@Timeout(60)
class AdminAccessTest {
    private static final String TOKEN = "canary-canary-canary";

    @AutoClose
    private static final StubServer STUB =
            StubServer.builder().adminInterface(true).adminToken(TOKEN).start();

    @AutoClose
    private static final StubServer TOKENLESS =
            StubServer.builder().adminInterface(true).start();

    private static final StubPeer ADMIN = new StubPeer(STUB.adminUri());

    private static HttpResponse<String> journal(StubServer stub, String... headers) throws Exception {
        StubPeer peer = new StubPeer(stub.adminUri());
        HttpRequest.Builder request = peer.to("/journal");
        return peer.send(headers.length == 0 ? request : request.headers(headers));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Forwarded: for=192.0.2.1",
                "X-Forwarded-For: 127.0.0.1",
                "X-Forwarded-Host: localhost",
                "x-forwarded-proto: https",
                "Via: 1.1 proxy",
                "X-Real-IP: 127.0.0.1",
                "Origin: https://canary.example"
            })
    void isNotForWhatAProxyForwardsOrAPageSends(String header) throws Exception {
        String[] parts = header.split(": ");

        assertThat(assertProblem(journal(TOKENLESS, parts), 403, "about:blank")
                        .get("detail")
                        .textValue())
                .startsWith("Only programs on the stub's own machine");
        HttpResponse<String> response = journal(STUB, parts);
        assertProblem(response, 401, "about:blank");
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .hasValue("Bearer realm=\"ixapi-auth-stub admin\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rebound.example", "192.0.2.1", "localhost.rebound.example"})
    void isNotForANameThatWasMadeToPointHere(String host) throws Exception {
        String request = "GET /_stub/journal HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";

        assertThat(RawPeer.exchange(TOKENLESS.adminUri().getPort(), request)).startsWith("HTTP/1.1 403 ");
    }

    /** nginx speaks HTTP/1.0 to what it is in front of, and names it in {@code Host}, unless it is told otherwise. */
    @Test
    void isNotForAProxyThatAddsNoHeader() throws Exception {
        String request = "GET /_stub/journal HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n";

        assertThat(RawPeer.exchange(TOKENLESS.adminUri().getPort(), request)).startsWith("HTTP/1.1 403 ");
    }

    @Test
    @DisabledOnOs(value = OS.MAC, disabledReason = "its loopback interface has one address only")
    void isAtTheAddressThatTheStubWasGiven() throws Exception {
        try (StubServer stub =
                StubServer.builder().host("127.0.0.2").adminInterface(true).start()) {
            assertThat(stub.adminUri()).hasHost("127.0.0.2");
            assertThat(journal(stub).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void isForWhoeverHasTheToken() throws Exception {
        assertThat(journal(STUB, "Authorization", "Bearer " + TOKEN, "X-Forwarded-For", "192.0.2.1")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> wrong =
                journal(STUB, "Authorization", "Bearer " + TOKEN + "x", "X-Forwarded-For", "192.0.2.1");
        assertProblem(wrong, 401, "about:blank");
        assertThat(wrong.body()).doesNotContain("canary");
    }

    @Test
    void isForOtherMachinesWithTheTokenOnly() throws Exception {
        Optional<InetAddress> other = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && address.getAddress().length == 4)
                .findFirst();
        assumeTrue(other.isPresent(), "skipped: the machine has no other address");
        try (StubServer open = StubServer.builder()
                .account(Credentials.account())
                .host("0.0.0.0")
                .adminInterface(true)
                .adminToken(TOKEN)
                .start()) {
            StubPeer peer = new StubPeer(URI.create("http://" + other.get().getHostAddress() + ":"
                    + open.adminUri().getPort() + "/_stub"));

            assertProblem(peer.send(peer.to("/journal")), 401, "about:blank");
            assertThat(peer.send(peer.to("/journal").header("Authorization", "Bearer " + TOKEN))
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    /** Clients that hold all connections of the API cannot lock out whoever wants to end that. A thousand take a second. */
    @Test
    @Tag("long")
    void isThereWhenTheApiHasNoConnectionLeft() throws Exception {
        List<Socket> clients = new ArrayList<>();
        try {
            // The last ones wait to be accepted.
            for (int i = 0; i < 1010; i++) {
                clients.add(new Socket("127.0.0.1", STUB.baseUri().getPort()));
            }
            assertThat(ADMIN.send(ADMIN.to("/reset").POST(BodyPublishers.noBody()))
                            .statusCode())
                    .isEqualTo(204);
        } finally {
            for (Socket client : clients) {
                client.close();
            }
        }
    }

    @Test
    void isOnAPortOfItsOwn() throws Exception {
        StubPeer api =
                new StubPeer(URI.create("http://127.0.0.1:" + STUB.baseUri().getPort()));

        assertProblem(api.send(api.to("/_stub/journal")), 404, "not-found.html");
        assertThatIllegalStateException()
                .isThrownBy(() -> {
                    try (StubServer plain = StubServer.builder().start()) {
                        plain.adminUri();
                    }
                })
                .withMessage("The stub has no admin interface: start it with adminInterface(true).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StubServer.builder().adminPort(65_536))
                .withMessage("The admin port must be between 0 and 65535, but is 65536.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StubServer.builder().adminToken("canary"))
                .withMessage("The admin token must have at least 16 characters, but has 6.");
    }

    /** Nothing goes on listening. */
    @Test
    void letsTheStubNotStartWhereItsPortIsTaken() {
        int port = STUB.adminUri().getPort();

        assertThatExceptionOfType(JavalinException.class)
                .isThrownBy(() -> StubServer.builder()
                        .adminInterface(true)
                        .adminPort(port)
                        .start());
    }

    @Test
    void isClosedWithItsStub() {
        StubServer stub = StubServer.builder().adminInterface(true).start();
        stub.close();

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> journal(stub));
    }
}
