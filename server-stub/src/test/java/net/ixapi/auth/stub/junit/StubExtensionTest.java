package net.ixapi.auth.stub.junit;

import static net.ixapi.auth.stub.junit.Runs.SEEN;
import static net.ixapi.auth.stub.junit.Runs.THREADS;
import static net.ixapi.auth.stub.junit.Runs.assertAllAreStopped;
import static net.ixapi.auth.stub.junit.Runs.assertAllPass;
import static net.ixapi.auth.stub.junit.Runs.failures;
import static net.ixapi.auth.stub.junit.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Test classes that use the extension, run by JUnit. */
class StubExtensionTest {
    @Test
    void sharesAStubThatIsResetBetweenTests() {
        assertAllPass(4, Samples.Shared.class);
        assertThat(SEEN).hasSize(4);
        assertThat(SEEN.stream().distinct()).hasSize(2);
    }

    /** From 5.13 on, JUnit warns of what it keeps and must close, where that is not {@link AutoCloseable}. */
    @Test
    void letsJUnitWarnOfNothing() {
        Queue<String> messages = new ConcurrentLinkedQueue<>();
        Handler handler = new StreamHandler() {
            @Override
            public void publish(LogRecord entry) {
                messages.add(entry.getMessage());
            }
        };
        Logger logger = Logger.getLogger("org.junit.jupiter.engine");
        logger.addHandler(handler);
        try {
            assertAllPass(4, Samples.Shared.class);
        } finally {
            logger.removeHandler(handler);
        }
        // Other tests may run at the same time.
        assertThat(messages).noneMatch(message -> message.contains(StubExtension.class.getName()));
    }

    @Test
    void givesEachTestItsOwn() {
        assertAllPass(3, Samples.OnePerMethod.class);
        assertThat(SEEN.stream().distinct()).hasSize(3);
    }

    @Test
    void givesEachRepetitionOfAMethodItsOwn() {
        assertAllPass(2, Samples.Method.class);
        assertThat(SEEN.stream().distinct()).hasSize(2);
    }

    @Test
    void takesTheSettingsOfItsAnnotation() {
        assertAllPass(1, Samples.Settings.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NoDuration        | @WithStub: accessLifetime = \"five minutes\" is not a duration such as PT15M.",
                "EmptyDuration     | @WithStub: refreshLifetime = \"\" is not a duration such as PT15M.",
                "ClaimWithoutValue | @WithStub: claims = \"site\" must be name=value.",
                "ClaimWithoutName  | @WithStub: claims = \"=a\" must be name=value."
            })
    void saysWhatIsWrongWithItsAnnotation(String sample, String message) throws Exception {
        Class<?> tests = Class.forName(Samples.class.getName() + "$" + sample);

        assertThat(failures(run(1, tests))).containsExactly(message);
    }

    @Test
    void makesTokensOpaque() {
        assertAllPass(2, Samples.Opaque.class);
        assertThat(SEEN.stream().distinct()).hasSize(1);
    }

    @Test
    void stopsTheStubWhenATestFails() {
        assertThat(failures(run(1, Samples.Failing.class))).containsExactly("on purpose");
        assertAllAreStopped();
    }

    /** The client did less than the test believes. */
    @Test
    void letsATestFailWhoseFaultNoRequestHasMet() {
        assertThat(failures(run(1, Samples.UnmetFault.class)))
                .containsExactlyInAnyOrder("No request has met these faults: [status 503, 1 times]", "on purpose");
    }

    @Test
    void takesSettingsThatTheAnnotationHasNoWordFor() {
        assertAllPass(1, Samples.Configured.class);
    }

    @Test
    void leavesNoThread() throws Exception {
        THREADS.clear();
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        assertAllPass(1, Samples.Threads.class);
        THREADS.removeAll(before);
        // Those of the JDK go when they like to.
        THREADS.removeIf(thread -> thread.getName().matches("(HttpClient|ForkJoinPool|VirtualThread).*"));

        assertThat(THREADS).isNotEmpty();
        for (Thread thread : THREADS) {
            thread.join(30_000);
            assertThat(thread.isAlive()).as(thread.getName()).isFalse();
        }
    }
}
