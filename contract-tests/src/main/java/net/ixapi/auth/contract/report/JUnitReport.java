package net.ixapi.auth.contract.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.ixapi.auth.contract.findings.Level;

/** The report for build servers: each requirement is a test case, which fails on violations. {@code junit.xml} shows it. */
final class JUnitReport {
    private record Problem(String type, String message, String text) {
        static List<Problem> of(String type, String message, List<String> sentences) {
            return sentences.isEmpty() ? List.of() : List.of(new Problem(type, message, String.join("\n", sentences)));
        }
    }

    private record TestCase(String name, List<Problem> failures, List<Problem> errors, List<String> skipped) {}

    private JUnitReport() {}

    static String of(Report report, boolean strict) {
        List<TestCase> cases = new ArrayList<>();
        report.requirements().stream()
                .filter(RequirementResult::isOfServers)
                .forEach(requirement -> cases.add(testCase(report, requirement, strict)));
        // A run that proved too little is no success either.
        List<Problem> gaps = Problem.of("coverage", "the run proved too little", report.unexercised());
        cases.add(new TestCase("coverage", gaps, List.of(), List.of()));
        List<Problem> outdated = Problem.of("baseline", "the baseline is out of date", report.outdated());
        cases.add(new TestCase("baseline", outdated, List.of(), List.of()));
        // What no server causes is an error of the test, and not its failure.
        List<String> faults = report.generatedClient().faults();
        List<Problem> errors = Problem.of("suite", "the suite itself is at fault", faults);
        cases.add(new TestCase("suite", List.of(), errors, List.of()));
        return ReportFiles.filled(
                "junit.xml",
                Map.of(
                        "target", report.target(),
                        "started", report.started(),
                        "tests", cases.size(),
                        "time", seconds(report.took()),
                        "failures", count(cases, TestCase::failures),
                        "errors", count(cases, TestCase::errors),
                        "skipped", count(cases, TestCase::skipped),
                        "cases", cases));
    }

    private static long count(List<TestCase> cases, Function<TestCase, List<?>> kind) {
        return cases.stream().filter(one -> !kind.apply(one).isEmpty()).count();
    }

    /** What does not fail the run is said nevertheless: a weakness, or what the baseline accepts. */
    private static TestCase testCase(Report report, RequirementResult requirement, boolean strict) {
        List<ReportedFinding> findings = report.findings().stream()
                .filter(finding -> finding.requirement().equals(requirement.id()) && finding.level() != Level.INFO)
                .toList();
        List<Problem> failures = findings.stream()
                .filter(finding -> finding.fails(strict))
                .map(finding ->
                        new Problem(finding.level().label(), finding.headline(), ConsoleReport.details(finding)))
                .toList();
        Stream<String> tolerated = findings.stream()
                .filter(finding -> failures.isEmpty())
                .map(finding -> finding.level().label() + ": " + finding.headline())
                .limit(1);
        Stream<String> notRun = Stream.of(requirement.reason()).filter(Predicate.not(String::isEmpty));
        return new TestCase(
                requirement.id() + " " + requirement.text(),
                failures,
                List.of(),
                Stream.concat(tolerated, notRun).toList());
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }
}
