package net.ixapi.auth.contract.wire;

import static net.ixapi.auth.contract.wire.Failure.Kind.BROKEN;
import static net.ixapi.auth.contract.wire.Failure.Kind.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that never come to an end cost no more than the limits say. */
class EndlessResponsesTest {
    private static final String OK = "HTTP/1.1 200 OK\r\n";
    private static final String CHUNKED = OK + "Transfer-Encoding: chunked\r\n\r\n";
    private static final String TOO_LONG = "the response is longer than 262144 bytes and twelve times what was sent";
    private static final String LONG_LINE = "a line of the response's head is longer than 16384 bytes";
    private static final String MANY_HEADERS = "the response has more than 200 headers";
    private static final String NO_WHOLE_ANSWER = "no whole response within 300 ms";
    /** What the buffers of two sockets may hold, and what is read; all of it is far less than endless. */
    private static final long BOUNDED = 64 << 20;

    @ParameterizedTest(name = "[{index}] {2}")
    @MethodSource("endless")
    void areCutOff(String begin, String again, String text) {
        try (RawServer server = RawServer.playing(dialogue -> {
                    dialogue.request();
                    dialogue.send(begin);
                    dialogue.sendForever(again);
                });
                Wire wire = Wires.to(server.uri(), Wires.LONG)) {
            assertThat(wire.send(Wires.REQUEST).failure()).isEqualTo(new Failure(BROKEN, text));
            assertThat(server.sent()).isLessThan(BOUNDED);
        }
    }

    static Stream<Arguments> endless() {
        return Stream.of(
                arguments(OK + "\r\n", "body", TOO_LONG),
                arguments(CHUNKED, "5\r\nhello\r\n", TOO_LONG),
                arguments(CHUNKED + "5;ext=", "e", LONG_LINE),
                arguments(CHUNKED + "0\r\n", "Trailer: x\r\n", MANY_HEADERS),
                arguments(OK, "Header: x\r\n", MANY_HEADERS),
                arguments(OK + "Header: ", "x", LONG_LINE));
    }

    @Test
    void interimAnswersWithoutAFinalOne() {
        assertTimeout(NO_WHOLE_ANSWER, dialogue -> {
            dialogue.request();
            dialogue.sendForever("HTTP/1.1 100 Continue\r\n\r\n");
        });
    }

    @Test
    void aHangAfterTheRequest() {
        assertTimeout("no response within 300 ms", dialogue -> {
            dialogue.request();
            dialogue.hang();
        });
    }

    @Test
    void aHangBeforeTheRequestIsRead() {
        Request huge = Wires.REQUEST.withBody(new byte[64 << 20]);
        try (RawServer server = RawServer.playing(dialogue -> {
                    dialogue.head();
                    dialogue.drip("");
                });
                Wire wire = Wires.to(server.uri(), Wires.SHORT)) {
            assertThat(wire.send(huge).failure()).isEqualTo(new Failure(TIMEOUT, "no response within 300 ms"));
        }
    }

    @Test
    void aHangInTheMiddleOfTheHead() {
        assertTimeout(NO_WHOLE_ANSWER, dialogue -> {
            dialogue.request();
            dialogue.send(OK + "Content-Type: app");
            dialogue.hang();
        });
    }

    @Test
    void aHangInTheMiddleOfTheBody() {
        assertTimeout(NO_WHOLE_ANSWER, dialogue -> {
            dialogue.request();
            dialogue.send(OK + "Content-Length: 10\r\n\r\nhello");
            dialogue.hang();
        });
    }

    @Test
    void aSlowDrip() {
        assertTimeout(NO_WHOLE_ANSWER, dialogue -> {
            dialogue.request();
            dialogue.send(OK + "Content-Length: 60000\r\n\r\n");
            dialogue.drip("x");
        });
    }

    @Test
    void theRunEndsWhenItHasWaitedTooLong() {
        Limits limits = new Limits(Wires.SHORT, Wires.SHORT, Duration.ofMillis(1), Wires.BYTES, 100, 1_000);
        try (RawServer server = RawServer.playing(Dialogue::hang);
                Wire wire = Wires.to(server.uri(), limits)) {
            wire.send(Wires.REQUEST);

            assertThatThrownBy(() -> wire.send(Wires.REQUEST))
                    .isInstanceOf(RunEndedException.class)
                    .hasMessageMatching("the server has let the run wait for \\d+ s for responses that never came");
            assertThat(server.connections()).isOne();
        }
    }

    private static void assertTimeout(String text, RawServer.Script script) {
        Failure.Kind kind = text.equals(NO_WHOLE_ANSWER) ? BROKEN : TIMEOUT;
        assertThat(Wires.exchange(Wires.SHORT, script).failure()).isEqualTo(new Failure(kind, text));
    }
}
