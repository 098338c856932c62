package net.ixapi.auth.contract.wire;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTest {
    /** Else the next request would say that the server reset the connection. */
    @Test
    void whatEndsTooLateIsATimeoutThoughNothingFailed() throws Exception {
        try (Socket socket = new Socket()) {
            assertThatThrownBy(() -> Deadline.within(Duration.ofMillis(1), socket, () -> {
                        while (!socket.isClosed()) {
                            Thread.onSpinWait();
                        }
                        return "late";
                    }))
                    .isInstanceOf(SocketTimeoutException.class);
        }
    }
}
