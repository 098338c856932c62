package net.ixapi.auth.contract.report;

import java.util.ArrayList;
import java.util.List;
import net.ixapi.auth.contract.findings.Level;

/**
 * A requirement as build tools show it. Immutable.
 *
 * @param name its id
 * @param title what must be for it to pass
 * @param skipped why nothing is said of it, or what is wrong and does not count; empty where it passes or fails
 * @param failures what the server does wrong
 * @param errors what no server causes
 */
public record TestCase(String name, String title, String skipped, List<Problem> failures, List<Problem> errors) {
    /**
     * Why a test case does not pass.
     *
     * @param type what kind of problem it is, in one word
     * @param message what is wrong, in one line
     * @param text what a reader needs to see it for himself
     */
    public record Problem(String type, String message, String text) {
        private static List<Problem> of(String type, String message, List<String> sentences) {
            return sentences.isEmpty() ? List.of() : List.of(new Problem(type, message, String.join("\n", sentences)));
        }
    }

    /**
     * Each requirement, whether the run saw everything in the document, and whether the suite itself is right.
     *
     * @param report what came of a run
     * @param strict whether weaknesses count as failures
     * @return the test cases in the order of the report
     */
    public static List<TestCase> of(Report report, boolean strict) {
        List<TestCase> cases = new ArrayList<>();
        report.requirements().stream()
                .filter(RequirementResult::isOfServers)
                .forEach(requirement -> cases.add(of(report, requirement, strict)));
        List<Problem> outdated = Problem.of("baseline", "the baseline is out of date", report.outdated());
        cases.add(new TestCase("baseline", "the baseline is up to date", "", outdated, List.of()));
        // A run that proved too little is no success either.
        List<Problem> gaps = Problem.of("coverage", "the run proved too little", report.unexercised());
        cases.add(new TestCase("coverage", "everything in the document was seen", "", gaps, List.of()));
        List<Problem> faults = Problem.of(
                "suite",
                "the suite itself is at fault",
                report.generatedClient().faults());
        cases.add(new TestCase("suite", "the suite is not at fault", "", List.of(), faults));
        return cases;
    }

    private static TestCase of(Report report, RequirementResult requirement, boolean strict) {
        List<ReportedFinding> findings = report.findings().stream()
                .filter(finding -> finding.requirement().equals(requirement.id()) && finding.level() != Level.INFO)
                .toList();
        List<Problem> failures = findings.stream()
                .filter(finding -> finding.fails(strict))
                .map(finding -> new Problem(finding.level().label(), finding.headline(), finding.details()))
                .toList();
        // What does not fail the run is said nevertheless: a weakness, or what the baseline accepts.
        String skipped = findings.isEmpty() || !failures.isEmpty()
                ? requirement.reason()
                : findings.get(0).level().label() + ": " + findings.get(0).headline();
        return new TestCase(requirement.id(), requirement.text(), skipped, failures, List.of());
    }
}
