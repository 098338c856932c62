package net.ixapi.auth.stub.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import net.ixapi.auth.stub.StubServer;
import net.ixapi.auth.stub.fault.Fault;
import org.junit.jupiter.api.Test;

/** What a stub starts with is what it comes back to. */
class StubControlsTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void isRestoredByAReset() {
        try (StubServer stub = StubServer.builder()
                .fixedAt(START)
                .faults(script -> script.enqueue(2, Fault.status(503)))
                .start()) {
            assertIsAtTheStart(stub);
            stub.clock().resume();
            stub.clock().advance(Duration.ofHours(1));
            stub.faults().enqueue(Fault.emptyBody());
            stub.reset();

            assertIsAtTheStart(stub);
        }
    }

    private static void assertIsAtTheStart(StubServer stub) {
        assertThat(stub.clock().instant()).isEqualTo(START);
        assertThat(stub.clock().isStopped()).isTrue();
        assertThat(stub.faults().pending()).containsExactly("status 503, 2 times");
    }

    @Test
    void isRefusedAtOnceWhereTheClockCannotShowIt() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StubServer.builder().fixedAt(Instant.MAX))
                .withMessage("The clock shows the years 1970 to 8999 only.");
    }

    /** A port that is taken would be noticed before it. */
    @Test
    void isThereBeforeAPortOpens() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> StubServer.builder()
                            .port(taken.getLocalPort())
                            .faults(script -> {
                                throw new IllegalStateException("wrong");
                            })
                            .start())
                    .withMessage("wrong");
        }
    }
}
