package net.ixapi.auth.contract.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Comparator;
import java.util.List;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.requirements.Requirement;
import net.ixapi.auth.contract.requirements.Side;

/**
 * A requirement and what a run says of it: a row of the trace table. Immutable.
 *
 * @param requirement the requirement
 * @param state {@code passed}, {@code failed}, {@code accepted}, {@code noted}, {@code not run} or {@code not tested}
 * @param reason why it is not tested, or was not run; empty where it was
 * @param findings the ids of its findings
 */
record RequirementResult(
        @JsonUnwrapped @JsonIgnoreProperties({"cause", "judgement", "reason"})
        Requirement requirement,

        String state,
        String reason,
        List<String> findings) {
    static RequirementResult of(Requirement requirement, RunResult run, List<ReportedFinding> all) {
        List<ReportedFinding> findings = all.stream()
                .filter(finding -> finding.requirement().equals(requirement.id()))
                .toList();
        boolean tested = !requirement.tests().isEmpty();
        String reason = tested ? notRun(requirement, run) : requirement.reason();
        // A note does not prove what its check did not see.
        boolean open = findings.stream().allMatch(finding -> finding.level() == Level.INFO);
        boolean failed = findings.stream().anyMatch(finding -> finding.fails(true));
        String state = !open
                ? failed ? "failed" : "accepted"
                : !reason.isEmpty() ? tested ? "not run" : "not tested" : findings.isEmpty() ? "passed" : "noted";
        return new RequirementResult(
                requirement,
                state,
                open ? reason : "",
                findings.stream().map(ReportedFinding::id).toList());
    }

    private static String notRun(Requirement requirement, RunResult run) {
        if (requirement.side() != run.side()) {
            return run.side() == Side.SERVER
                    ? "tested by the command check-client"
                    : "tested by a run against a server";
        } else if (run.skipped().containsKey(requirement.id())) {
            return run.skipped().get(requirement.id());
        }
        // Of several scenarios, one that ran is enough, and has the smallest text.
        return run.checks().stream()
                .filter(check -> requirement.isTestedBy(check.name()))
                .map(RunResult.CheckResult::notRun)
                .min(Comparator.naturalOrder())
                .orElse(run.ended().isEmpty() ? "left out by --only or --skip" : run.ended());
    }

    /** The level of its worst finding, for a colour; what was not tested has none. */
    String colour() {
        String level = requirement.level().finding().label();
        return state.equals("failed") ? level : isKept() ? "ok" : "";
    }

    boolean isKept() {
        return state.equals("passed") || state.equals("noted");
    }
}
