package net.ixapi.auth.contract.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.ixapi.auth.contract.findings.Level;

/**
 * A requirement as build tools show it. Immutable.
 *
 * @param name its id
 * @param title what must be for it to pass
 * @param skipped why nothing is said of it, or what is wrong and does not count; empty where it passes or fails
 * @param kind {@code failure} if problems are what the server does wrong, {@code error} if no server causes them
 * @param problems why it does not pass
 */
public record TestCase(String name, String title, String skipped, String kind, List<Problem> problems) {
    /**
     * Why a test case does not pass.
     *
     * @param type what kind of problem it is, in one word
     * @param message what is wrong, in one line
     * @param text what a reader needs to see it for himself
     */
    public record Problem(String type, String message, String text) {}

    /** All test cases, with what {@code junit.xml} says of them together. */
    record Suite(RunResult run, List<TestCase> cases) {
        String seconds() {
            return String.format(Locale.ROOT, "%.3f", run.milliseconds() / 1000.0);
        }

        long failures() {
            return count("failure");
        }

        long errors() {
            return count("error");
        }

        private long count(String kind) {
            return cases.stream()
                    .filter(one -> one.kind.equals(kind) && !one.problems.isEmpty())
                    .count();
        }

        long skipped() {
            return cases.stream().filter(one -> !one.skipped.isEmpty()).count();
        }
    }

    /**
     * Each requirement, whether the run saw everything in the document, and whether the suite itself is right.
     *
     * @param report what came of a run
     * @return the test cases in the order of the report
     */
    public static List<TestCase> of(Report report) {
        List<TestCase> cases = new ArrayList<>();
        new ReportView(report).own().forEach(requirement -> cases.add(of(report, requirement)));
        cases.add(of("baseline", "the baseline is up to date", "the baseline is out of date", report.outdated()));
        // A run that proved too little is no success either.
        List<String> gaps = report.run().unexplained();
        cases.add(of("coverage", "everything in the document was seen", "the run proved too little", gaps));
        List<String> faults = report.run().generatedClient().faults();
        cases.add(of("suite", "the suite is not at fault", "the suite itself is at fault", faults));
        return cases;
    }

    private static TestCase of(String name, String title, String message, List<String> sentences) {
        Problem problem = new Problem(name, message, String.join("\n", sentences));
        String kind = name.equals("suite") ? "error" : "failure";
        return new TestCase(name, title, "", kind, sentences.isEmpty() ? List.of() : List.of(problem));
    }

    private static TestCase of(Report report, RequirementResult result) {
        List<ReportedFinding> findings = report.findings().stream()
                .filter(finding -> result.findings().contains(finding.id()) && finding.level() != Level.INFO)
                .toList();
        List<Problem> failures = findings.stream()
                .filter(finding -> finding.fails(report.strict()))
                .map(finding -> new Problem(finding.level().label(), finding.headline(), finding.details()))
                .toList();
        // What does not fail the run is said nevertheless: a weakness, or what the baseline accepts.
        String skipped = findings.isEmpty() || !failures.isEmpty()
                ? result.reason()
                : findings.get(0).level().label() + ": " + findings.get(0).headline();
        return new TestCase(result.requirement().id(), result.requirement().text(), skipped, "failure", failures);
    }
}
