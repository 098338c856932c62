package net.ixapi.auth.contract.report;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.ixapi.auth.contract.findings.Level;

/** The report for build servers: each check is a test case, which fails on violations. What {@code junit.xml} shows comes from here. */
final class JUnitReport {
    private final Report report;
    private final boolean strict;

    private JUnitReport(Report report, boolean strict) {
        this.report = report;
        this.strict = strict;
    }

    static String of(Report report, boolean strict) {
        return new JUnitReport(report, strict).xml();
    }

    private String xml() {
        List<Map<String, Object>> cases = new ArrayList<>();
        report.checks().forEach(check -> cases.add(testCase(check)));
        // A run that proved too little is no success either.
        cases.add(testCase("coverage", "failures", "the run proved too little", report.unexercised()));
        // What no server causes is an error of the test, and not its failure.
        List<String> faults = report.generatedClient().faults();
        cases.add(testCase("suite", "errors", "the suite itself is at fault", faults));
        return Templates.filled(
                "junit.xml",
                Map.of(
                        "target", report.target(),
                        "started", report.started(),
                        "time", seconds(report.took()),
                        "tests", cases.size(),
                        "failures", count(cases, "failures"),
                        "errors", count(cases, "errors"),
                        "skipped", count(cases, "skipped"),
                        "cases", cases));
    }

    private static long count(List<Map<String, Object>> cases, String kind) {
        return cases.stream().filter(one -> !List.of().equals(one.get(kind))).count();
    }

    private Map<String, Object> testCase(Report.CheckResult check) {
        Level mildest = strict ? Level.WEAKNESS : Level.VIOLATION;
        return Map.of(
                "name", check.name(),
                "time", seconds(check.took()),
                "errors", List.of(),
                "skipped", check.notRun().isEmpty() ? List.of() : List.of(check.notRun()),
                "failures",
                        report.of(check.name()).stream()
                                .filter(finding -> finding.level().compareTo(mildest) <= 0)
                                .map(finding -> problem(
                                        finding.level().label(), finding.headline(), ConsoleReport.details(finding)))
                                .toList());
    }

    private static Map<String, Object> testCase(String name, String kind, String message, List<String> sentences) {
        List<Object> problems =
                sentences.isEmpty() ? List.of() : List.of(problem(name, message, String.join("\n", sentences)));
        String other = kind.equals("errors") ? "failures" : "errors";
        return Map.of("name", name, "time", "0", "skipped", List.of(), kind, problems, other, List.of());
    }

    private static Map<String, String> problem(String type, String message, String text) {
        return Map.of("type", type, "message", message, "text", text);
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }
}
