package net.ixapi.auth.contract.report;

import java.util.List;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.contract.requirements.Requirement;
import net.ixapi.auth.contract.requirements.Requirement.Strictness;
import net.ixapi.auth.contract.requirements.Requirements;

/**
 * A requirement and what a run says of it: a row of the trace table. Immutable.
 *
 * @param id its id, which never changes
 * @param level how strictly it is demanded
 * @param text what is demanded
 * @param source who demands it; a place in the document has its line
 * @param tests the checks, or the scenarios of {@code check-client}, that test it
 * @param state {@code passed}, {@code failed}, {@code accepted}, {@code noted}, {@code not run} or {@code not tested}
 * @param reason why it is not tested, or was not run; empty where it was
 * @param mend what to do about a finding
 * @param findings the ids of its findings
 */
record RequirementResult(
        String id,
        Strictness level,
        String text,
        String source,
        List<String> tests,
        String state,
        String reason,
        String mend,
        List<String> findings) {
    /** All requirements, those of clients too, which another command tests. */
    static List<RequirementResult> of(Report report) {
        return Requirements.ofTheContract().stream()
                .map(requirement -> of(requirement, report))
                .toList();
    }

    private static RequirementResult of(Requirement requirement, Report report) {
        List<ReportedFinding> findings = report.findings().stream()
                .filter(finding -> finding.requirement().equals(requirement.id()))
                .toList();
        String reason = requirement.tests().isEmpty() ? requirement.reason() : notRun(requirement, report);
        // A note does not prove what its check did not see.
        boolean open = findings.stream().allMatch(finding -> finding.level() == Level.INFO);
        String state = open && !reason.isEmpty()
                ? requirement.tests().isEmpty() ? "not tested" : "not run"
                : findings.isEmpty() ? "passed" : open ? "noted" : state(findings);
        return new RequirementResult(
                requirement.id(),
                requirement.level(),
                requirement.text(),
                requirement.source(),
                requirement.tests(),
                state,
                open ? reason : "",
                requirement.mend(),
                findings.stream().map(ReportedFinding::id).toList());
    }

    private static String state(List<ReportedFinding> findings) {
        return findings.stream().anyMatch(finding -> finding.fails(true)) ? "failed" : "accepted";
    }

    private static String notRun(Requirement requirement, Report report) {
        if (requirement.isOfClients()) {
            return "tested by the command check-client";
        }
        return report.checks().stream()
                .filter(check -> requirement.tests().contains(check.name()))
                .findFirst()
                .map(Report.CheckResult::notRun)
                .orElse(report.ended().isEmpty() ? "left out by --only or --skip" : report.ended());
    }

    /** The level of its worst finding, for a colour. */
    String colour() {
        return state.equals("failed") ? level.finding().label() : "ok";
    }

    boolean isKept() {
        return state.equals("passed") || state.equals("noted");
    }

    /** Whether a server must, should or may keep it; a client has its own report. */
    boolean isOfServers() {
        return id.startsWith("AUTH-");
    }
}
