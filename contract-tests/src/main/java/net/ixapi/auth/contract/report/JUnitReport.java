package net.ixapi.auth.contract.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import net.ixapi.auth.contract.findings.Level;

/** The report for build servers: each check is a test case, which fails on violations. {@code junit.xml} shows it. */
final class JUnitReport {
    private record Problem(String type, String message, String text) {
        static List<Problem> of(String type, String message, List<String> sentences) {
            return sentences.isEmpty() ? List.of() : List.of(new Problem(type, message, String.join("\n", sentences)));
        }
    }

    private record TestCase(
            String name, String time, List<Problem> failures, List<Problem> errors, List<String> skipped) {}

    private JUnitReport() {}

    static String of(Report report, boolean strict) {
        List<TestCase> cases = new ArrayList<>();
        report.checks().forEach(check -> cases.add(testCase(report, check, strict)));
        // A run that proved too little is no success either.
        List<Problem> gaps = Problem.of("coverage", "the run proved too little", report.unexercised());
        cases.add(new TestCase("coverage", "0", gaps, List.of(), List.of()));
        // What no server causes is an error of the test, and not its failure.
        List<String> faults = report.generatedClient().faults();
        List<Problem> errors = Problem.of("suite", "the suite itself is at fault", faults);
        cases.add(new TestCase("suite", "0", List.of(), errors, List.of()));
        return ReportFiles.filled(
                "junit.xml",
                Map.of(
                        "report", report,
                        "time", seconds(report.took()),
                        "failures", count(cases, TestCase::failures),
                        "errors", count(cases, TestCase::errors),
                        "skipped", count(cases, TestCase::skipped),
                        "cases", cases));
    }

    private static long count(List<TestCase> cases, Function<TestCase, List<?>> kind) {
        return cases.stream().filter(one -> !kind.apply(one).isEmpty()).count();
    }

    private static TestCase testCase(Report report, Report.CheckResult check, boolean strict) {
        Level mildest = strict ? Level.WEAKNESS : Level.VIOLATION;
        List<Problem> failures = report.of(check.name()).stream()
                .filter(finding -> finding.level().compareTo(mildest) <= 0)
                .map(finding ->
                        new Problem(finding.level().label(), finding.headline(), ConsoleReport.details(finding)))
                .toList();
        List<String> skipped = check.notRun().isEmpty() ? List.of() : List.of(check.notRun());
        return new TestCase(check.name(), seconds(check.took()), failures, List.of(), skipped);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }
}
