package net.ixapi.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import net.ixapi.auth.client.session.MutableClock;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/**
 * A virtual thread that waits gives its carrier to others. Where it cannot, it is pinned, and the JDK's flight recorder says
 * so; on Java 21 to 23 within {@code synchronized} too.
 */
@EnabledForJreRange(min = JRE.JAVA_21)
class IxApiClientPinningTest {
    private static final int CALLERS = 10_000;

    private final MutableClock clock = new MutableClock();

    @AutoClose
    private final TokenServer server = new TokenServer(clock);

    @AutoClose
    private final IxApiClient client = IxApiClient.at(server.uri())
            .credentials("key", "secret")
            .clock(clock)
            .build();

    @TempDir
    private Path folder;

    @Test
    void whoAsksAtTheMomentOfExpiryIsNotPinned() throws Exception {
        client.accessToken();
        // Classes are loaded before, since that may pin a thread.
        expireAndAsk(100);
        assertThat(pinnedDuring(() -> expireAndAsk(CALLERS))).isEmpty();
        assertThat(server.refreshes()).isEqualTo(2);
    }

    /** The JDK runs static initializers in a frame of its own that no carrier can be taken from. */
    @Test
    void theRecordingWouldShowAThreadThatIs() throws Exception {
        assertThat(pinnedDuring(() -> ManyCallers.ask(ManyCallers.virtualThreads(), 1, Pinned::new)))
                .isNotEmpty();
    }

    private List<String> expireAndAsk(int callers) throws Exception {
        clock.move(TokenServer.LIFETIME);
        return ManyCallers.ask(ManyCallers.virtualThreads(), callers, client::accessToken);
    }

    /** The places at which threads were pinned, however shortly. */
    private List<String> pinnedDuring(Callable<?> action) throws Exception {
        Path file = folder.resolve("pinned.jfr");
        try (Recording recording = new Recording()) {
            recording.enable("jdk.VirtualThreadPinned").withoutThreshold().withStackTrace();
            recording.start();
            action.call();
            recording.stop();
            recording.dump(file);
        }
        return RecordingFile.readAllEvents(file).stream()
                .map(RecordedEvent::toString)
                .toList();
    }

    private static final class Pinned {
        static {
            LockSupport.parkNanos(1_000_000);
        }
    }
}
