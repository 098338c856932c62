package net.ixapi.auth.contract.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.ixapi.auth.contract.findings.Level;

/**
 * A check as build tools show it. Immutable.
 *
 * @param name its name
 * @param title what must be for it to pass
 * @param took how long it took
 * @param notRun why it did not run; empty where it did
 * @param failures what the server does wrong
 * @param errors what no server causes
 */
public record TestCase(
        String name, String title, Duration took, String notRun, List<Problem> failures, List<Problem> errors) {
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
     * Each check, whether the run saw everything in the document, and whether the suite itself is right.
     *
     * @param report what came of a run
     * @param strict whether weaknesses count as failures
     * @return the test cases in the order of the report
     */
    public static List<TestCase> of(Report report, boolean strict) {
        List<TestCase> cases = new ArrayList<>();
        report.checks().forEach(check -> cases.add(of(report, check, strict)));
        // A run that proved too little is no success either.
        List<Problem> gaps = Problem.of("coverage", "the run proved too little", report.unexercised());
        cases.add(new TestCase("coverage", "everything in the document was seen", Duration.ZERO, "", gaps, List.of()));
        List<Problem> faults = Problem.of(
                "suite",
                "the suite itself is at fault",
                report.generatedClient().faults());
        cases.add(new TestCase("suite", "the suite is not at fault", Duration.ZERO, "", List.of(), faults));
        return cases;
    }

    private static TestCase of(Report report, Report.CheckResult check, boolean strict) {
        Level mildest = strict ? Level.WEAKNESS : Level.VIOLATION;
        List<Problem> failures = report.of(check.name()).stream()
                .filter(finding -> finding.level().compareTo(mildest) <= 0)
                .map(finding -> new Problem(finding.level().label(), finding.headline(), finding.details()))
                .toList();
        return new TestCase(check.name(), check.title(), check.took(), check.notRun(), failures, List.of());
    }

    String seconds() {
        return String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0);
    }
}
