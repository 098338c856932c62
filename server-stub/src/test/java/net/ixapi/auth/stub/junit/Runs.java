package net.ixapi.auth.stub.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import net.ixapi.auth.stub.StubPeer;
import net.ixapi.auth.stub.StubServer;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs test classes that use the extension, and knows the stubs that they have seen. */
final class Runs {
    static final Queue<StubServer> SEEN = new ConcurrentLinkedQueue<>();

    /** Those that lived while a stub ran. */
    static final Set<Thread> THREADS = new HashSet<>();

    private Runs() {}

    static EngineExecutionResults run(int parallel, Class<?>... tests) {
        SEEN.clear();
        return EngineTestKit.engine("junit-jupiter")
                .selectors(Stream.of(tests).map(test -> selectClass(test)).toArray(ClassSelector[]::new))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", String.valueOf(parallel > 1))
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter(
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", String.valueOf(parallel))
                .execute();
    }

    /** The tests pass, and all stubs that they have seen are stopped. */
    static void assertAllPass(int count, Class<?> tests) {
        assertAllPass(count, run(1, tests));
    }

    static void assertAllPass(int count, EngineExecutionResults results) {
        assertThat(failures(results)).isEmpty();
        results.testEvents().assertStatistics(events -> events.succeeded(count).failed(0));
        assertAllAreStopped();
    }

    static void assertAllAreStopped() {
        assertThat(SEEN)
                .isNotEmpty()
                .allSatisfy(stub ->
                        assertThatExceptionOfType(IOException.class).isThrownBy(() -> new StubPeer(stub).login()));
    }

    /** What the tests and classes that failed say of it. */
    static List<String> failures(EngineExecutionResults results) {
        return results.allEvents().finished().stream()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .flatMap(result -> result.getThrowable().stream())
                .map(Throwable::getMessage)
                .toList();
    }
}
