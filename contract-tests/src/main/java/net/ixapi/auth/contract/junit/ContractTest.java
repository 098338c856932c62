package net.ixapi.auth.contract.junit;

import java.util.List;
import java.util.stream.Stream;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.ReportedFinding;
import net.ixapi.auth.contract.run.ContractRun;
import net.ixapi.auth.contract.run.UnreachableException;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.targets.Targets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Each check of the suite as a JUnit test. Extend it in a build of your own, and say in {@link #run()} which server to check;
 * without that it is the one of {@code -Dcontract.base-url=…} with {@code IX_API_KEY} and {@code IX_API_SECRET}, else a stub. Two
 * more tests fail if the run ended early or never saw something in the document, and if the suite itself is at fault. JUnit makes
 * and closes it; it holds no state.
 */
@DisplayName("The contract of IX-API v2 authentication")
public abstract class ContractTest {
    /** For subclasses. */
    protected ContractTest() {}

    /**
     * Runs the suite once.
     *
     * @return what came of it
     * @throws UnreachableException if there is no IX-API at the target
     */
    protected Report run() throws UnreachableException {
        if (Targets.fromEnvironment().isPresent()) {
            return ContractRun.of(Targets.fromEnvironment().get(), Options.DEFAULT);
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
     * @throws UnreachableException if there is no IX-API at the target
     */
    protected final Report run(ContractTarget target) throws UnreachableException {
        return ContractRun.of(target, Options.DEFAULT);
    }

    @TestFactory
    @DisplayName("checks")
    final Stream<DynamicTest> checks() throws UnreachableException {
        Report report = run();
        Stream<DynamicTest> checks = report.checks().stream()
                .map(check -> DynamicTest.dynamicTest(
                        check.name() + ": " + check.title(), () -> requireNone(report.of(check.name()))));
        return Stream.concat(
                checks,
                Stream.of(
                        DynamicTest.dynamicTest(
                                "everything in the document was seen", () -> requireWhole(report.unexercised())),
                        DynamicTest.dynamicTest(
                                "the suite is not at fault",
                                () -> requireRight(report.generatedClient().faults()))));
    }

    /** A check that did not run has found nothing either. */
    private static void requireWhole(List<String> unexercised) {
        if (!unexercised.isEmpty()) {
            throw new AssertionError("The run proved too little: " + String.join("; ", unexercised));
        }
    }

    private static void requireRight(List<String> faults) {
        if (!faults.isEmpty()) {
            throw new AssertionError("The suite itself is at fault: " + String.join("\n", faults));
        }
    }

    private static void requireNone(List<ReportedFinding> findings) {
        List<String> violations = findings.stream()
                .filter(finding -> finding.level() == Level.VIOLATION)
                .map(finding -> finding.headline() + "\n  expected " + finding.expected() + " (" + finding.source()
                        + ")\n  came " + finding.got() + "\n  repeat " + finding.curl())
                .toList();
        if (!violations.isEmpty()) {
            throw new AssertionError(String.join("\n", violations));
        }
    }
}
