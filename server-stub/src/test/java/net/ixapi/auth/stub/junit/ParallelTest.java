package net.ixapi.auth.stub.junit;

import static net.ixapi.auth.stub.junit.Runs.SEEN;
import static net.ixapi.auth.stub.junit.Runs.assertAllAreStopped;
import static net.ixapi.auth.stub.junit.Runs.assertAllPass;
import static net.ixapi.auth.stub.junit.Runs.failures;
import static net.ixapi.auth.stub.junit.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Tests that run at the same time. */
@Timeout(120)
class ParallelTest {
    @Test
    void testsThatHaveOneEach() {
        assertAllPass(16, run(4, ParallelSamples.AtOnce.class));
        assertThat(SEEN.stream().distinct()).hasSize(16);
    }

    @Test
    void testsThatShareOneAreRefusedWithoutHarmToTheOther() {
        EngineExecutionResults results = run(4, ParallelSamples.SharedAtOnce.class);

        results.testEvents().assertStatistics(events -> events.succeeded(1).failed(1));
        assertThat(failures(results))
                .containsExactly("Another test is using this stub, and would be disturbed: let each have its own, with"
                        + " @WithStub(perMethod = true), or let one run after the"
                        + " other, with @Execution(ExecutionMode.SAME_THREAD).");
        assertAllAreStopped();
    }
}
