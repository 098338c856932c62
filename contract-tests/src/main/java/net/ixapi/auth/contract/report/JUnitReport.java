package net.ixapi.auth.contract.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The report for build servers: each requirement is a test case, which fails on violations. {@code junit.xml} shows it. */
final class JUnitReport {
    private JUnitReport() {}

    static String of(Report report, boolean strict) {
        List<TestCase> cases = TestCase.of(report, strict);
        return ReportFiles.filled(
                "junit.xml",
                Map.of(
                        "target", report.target(),
                        "started", report.started(),
                        "time", String.format(Locale.ROOT, "%.3f", report.milliseconds() / 1000.0),
                        "tests", cases.size(),
                        "failures", count(cases, one -> !one.failures().isEmpty()),
                        "errors", count(cases, one -> !one.errors().isEmpty()),
                        "skipped", count(cases, one -> !one.skipped().isEmpty()),
                        "cases", cases));
    }

    private static long count(List<TestCase> cases, Predicate<TestCase> which) {
        return cases.stream().filter(which).count();
    }
}
