package net.ixapi.auth.contract.wire;

import static net.ixapi.auth.contract.wire.Failure.Kind.BROKEN;
import static net.ixapi.auth.contract.wire.Failure.Kind.NO_SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionsTest {
    private static final String EMPTY = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    @Test
    void oneConnectionCarriesAllRequests() {
        try (RawServer server = RawServer.playing(RawServer.answering(EMPTY));
                Wire wire = Wires.to(server.uri(), Wires.LONG)) {
            for (int i = 0; i < 5; i++) {
                assertThat(wire.send(Wires.REQUEST).status()).isEqualTo(200);
            }
            assertThat(server.connections()).isOne();
            assertThat(server.requests()).hasSize(5);
            assertThat(wire.calls()).isEqualTo(5);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nconnection: Close\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.0 200 OK\r\n\r\n"
            })
    void aServerThatClosesGetsAConnectionForEachRequest(String response) {
        try (RawServer server = RawServer.playing(dialogue -> {
                    dialogue.request();
                    dialogue.send(response);
                });
                Wire wire = Wires.to(server.uri(), Wires.LONG)) {
            assertThat(wire.send(Wires.REQUEST).status()).isEqualTo(200);
            assertThat(wire.send(Wires.REQUEST).status()).isEqualTo(200);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aKeptConnectionThatTheServerHasClosedIsReplaced() {
        try (RawServer server = RawServer.playing(
                        dialogue -> {
                            dialogue.request();
                            dialogue.send(EMPTY);
                            dialogue.request();
                        },
                        RawServer.answering(EMPTY));
                Wire wire = Wires.to(server.uri(), Wires.LONG)) {
            wire.send(Wires.REQUEST);

            assertThat(wire.send(Wires.REQUEST).status()).isEqualTo(200);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aNewConnectionThatTheServerClosesIsNotTriedAgain() {
        try (RawServer server = RawServer.playing(Dialogue::request);
                Wire wire = Wires.to(server.uri(), Wires.LONG)) {
            assertThat(wire.send(Wires.REQUEST).failure())
                    .isEqualTo(new Failure(NO_SERVER, "the connection was closed without a whole response"));
            assertThat(server.connections()).isOne();
        }
    }

    @Test
    void aRequestThatEndedWithinItsAnswerIsNotSentAgain() {
        try (RawServer server = RawServer.playing(dialogue -> {
                    dialogue.request();
                    dialogue.send(EMPTY);
                    dialogue.request();
                    dialogue.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello");
                });
                Wire wire = Wires.to(server.uri(), Wires.LONG)) {
            wire.send(Wires.REQUEST);

            assertThat(wire.send(Wires.REQUEST).failure().kind()).isEqualTo(BROKEN);
            assertThat(server.requests()).hasSize(2);
        }
    }

    @Test
    void nobodyListens() throws Exception {
        URI nobody;
        try (ServerSocket closed = new ServerSocket(0)) {
            nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }
        try (Wire wire = Wires.to(nobody, Wires.LONG)) {
            assertThat(wire.send(Wires.REQUEST).failure())
                    .isEqualTo(new Failure(NO_SERVER, "the connection was refused"));
        }
    }

    /** RFC 6761, section 6.4: never a name of a host. */
    @Test
    void nobodyHasTheName() {
        try (Wire wire = Wires.to(URI.create("http://no-such-host.invalid/"), Wires.LONG)) {
            assertThat(wire.send(Wires.REQUEST).failure())
                    .isEqualTo(new Failure(NO_SERVER, "the host name is unknown"));
        }
    }

    @Test
    void thereIsABudgetForCalls() {
        Limits limits = new Limits(Wires.LONG, Wires.LONG, Wires.LONG, Wires.BYTES, 2, 1_000);
        try (RawServer server = RawServer.playing(RawServer.answering(EMPTY));
                Wire wire = Wires.to(server.uri(), limits)) {
            wire.send(Wires.REQUEST);
            wire.send(Wires.REQUEST);

            assertThatThrownBy(() -> wire.send(Wires.REQUEST))
                    .isInstanceOf(RunEndedException.class)
                    .hasMessage("the run has sent all of its 2 requests");
            assertThat(server.requests()).hasSize(2);
        }
    }
}
