package net.ixapi.auth.contract.run;

import java.util.ArrayList;
import java.util.List;
import net.ixapi.auth.contract.checks.Checks;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Collects how the checks ended. Not safe for use by several threads at once. */
final class OutcomeListener implements TestExecutionListener {
    private final List<Outcome> outcomes = new ArrayList<>();
    private @Nullable TestPlan plan;

    List<Outcome> outcomes() {
        return outcomes;
    }

    @Override
    public void testPlanExecutionStarted(TestPlan testPlan) {
        plan = testPlan;
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (test.isTest() && test.getSource().orElse(null) instanceof MethodSource source) {
            Checks checks = source.getJavaMethod().getAnnotation(Checks.class);
            outcomes.add(Outcome.of(checks, name(test), result.getThrowable().orElse(null)));
        } else if (result.getStatus() == TestExecutionResult.Status.FAILED) {
            throw new IllegalStateException(
                    "The suite could not run " + test.getDisplayName(),
                    result.getThrowable().orElse(null));
        }
    }

    /** A variant is told apart by its own name and the name of what it varies. */
    private String name(TestIdentifier test) {
        TestIdentifier parent = plan == null ? null : plan.getParent(test).orElse(null);
        boolean variant = parent != null && parent.getSource().orElse(null) instanceof MethodSource;
        return variant ? parent.getDisplayName() + ": " + test.getDisplayName() : test.getDisplayName();
    }
}
