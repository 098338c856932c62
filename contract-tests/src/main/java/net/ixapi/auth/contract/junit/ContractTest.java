package net.ixapi.auth.contract.junit;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.TestCase;
import net.ixapi.auth.contract.run.ContractRun;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each requirement of servers as a JUnit test. Extend it in a build of your own, and say in {@link #run()} which server to check;
 * without that it is the one of {@code -Dcontract.base-url=…} with {@code IX_API_KEY} and {@code IX_API_SECRET}, else a stub. Two
 * more tests fail if the run ended early or never saw something in the document, and if the suite itself is at fault. A requirement
 * that was not tested is skipped. JUnit makes and closes it; it holds no state.
 */
@DisplayName("The contract of IX-API v2 authentication")
public abstract class ContractTest {
    /** For subclasses. */
    protected ContractTest() {}

    /**
     * Runs the suite once.
     *
     * @return what came of it
     */
    protected Report run() {
        Optional<ContractTarget> named = ContractTarget.fromEnvironment();
        if (named.isPresent()) {
            return run(named.get());
        }
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            return ContractRun.of(stub, Options.DEFAULT.awaitingExpiry());
        }
    }

    /**
     * Runs the suite once against a server.
     *
     * @param target the server
     * @return what came of it
     */
    protected final Report run(ContractTarget target) {
        return ContractRun.of(target, Options.DEFAULT);
    }

    @TestFactory
    @DisplayName("checks")
    final Stream<DynamicTest> checks() {
        return TestCase.of(run()).stream()
                .map(test -> DynamicTest.dynamicTest(test.name() + ": " + test.title(), () -> require(test)));
    }

    private static void require(TestCase test) {
        String problems = test.problems().stream()
                .map(problem -> problem.message() + "\n" + problem.text())
                .collect(Collectors.joining("\n"));
        if (!problems.isEmpty()) {
            throw new AssertionError(problems);
        }
        Assumptions.assumeTrue(test.skipped().isEmpty(), test.skipped());
    }
}
