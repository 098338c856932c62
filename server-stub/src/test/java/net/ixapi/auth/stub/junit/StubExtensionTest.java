package net.ixapi.auth.stub.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import net.ixapi.auth.stub.StubPeer;
import net.ixapi.auth.stub.StubServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Test classes that use the extension, run by JUnit. */
class StubExtensionTest {
    static final Queue<StubServer> SEEN = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void forget() {
        SEEN.clear();
    }

    private static EngineExecutionResults run(Class<?> tests, int parallel) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(tests))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", String.valueOf(parallel > 1))
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", String.valueOf(parallel))
                .execute();
    }

    private static void assertAllPass(Class<?> tests, int count) {
        run(tests, 1)
                .testEvents()
                .assertStatistics(events -> events.succeeded(count).failed(0));
        assertAllAreStopped();
    }

    private static void assertAllAreStopped() {
        assertThat(SEEN)
                .isNotEmpty()
                .allSatisfy(stub ->
                        assertThatExceptionOfType(IOException.class).isThrownBy(() -> new StubPeer(stub).login()));
    }

    @Test
    void sharesAStubThatIsResetBetweenTests() {
        assertAllPass(Samples.Shared.class, 4);
        assertThat(SEEN).hasSize(4);
        assertThat(SEEN.stream().distinct()).hasSize(2);
    }

    @Test
    void givesEachTestItsOwn() {
        assertAllPass(Samples.OnePerMethod.class, 3);
        assertThat(SEEN.stream().distinct()).hasSize(3);
    }

    @Test
    void takesTheSettingsOfItsAnnotation() {
        assertAllPass(Samples.Settings.class, 1);
    }

    @Test
    void worksAsAFieldOfAllTests() {
        assertAllPass(Samples.SharedField.class, 2);
        assertThat(SEEN.stream().distinct()).hasSize(1);
    }

    @Test
    void worksAsAFieldOfEachTest() {
        assertAllPass(Samples.FieldPerTest.class, 2);
        assertThat(SEEN.stream().distinct()).hasSize(2);
    }

    @Test
    void standsTestsThatRunAtOnce() {
        run(Samples.AtOnce.class, 4)
                .testEvents()
                .assertStatistics(events -> events.succeeded(16).failed(0));
        assertAllAreStopped();
        assertThat(SEEN.stream().distinct()).hasSize(16);
    }

    @Test
    void stopsTheStubWhenATestFails() {
        run(Samples.Failing.class, 1)
                .testEvents()
                .assertStatistics(events -> events.succeeded(0).failed(1));
        assertAllAreStopped();
    }

    @Test
    void saysThatAConstructorIsTooEarly() {
        run(Samples.TooEarly.class, 1)
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(message(
                                text -> text.contains("Each test has a stub of its own: take it as a parameter")))));
    }

    @Test
    void saysThatAFieldHasNoStubYet() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> StubExtension.with(stub -> {}).stub())
                .withMessage("The stub runs only while the tests do that it was registered for.");
    }
}
