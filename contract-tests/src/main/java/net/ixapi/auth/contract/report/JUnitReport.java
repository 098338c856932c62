package net.ixapi.auth.contract.report;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** The report for build servers: each check is a test case, which fails on violations. {@code junit.xml} shows it. */
final class JUnitReport {
    private JUnitReport() {}

    static String of(Report report, boolean strict) {
        List<TestCase> cases = TestCase.of(report, strict);
        return ReportFiles.filled(
                "junit.xml",
                Map.of(
                        "report", report,
                        "seconds", String.format(Locale.ROOT, "%.3f", report.milliseconds() / 1000.0),
                        "failed", count(cases, one -> !one.failures().isEmpty()),
                        "erroneous", count(cases, one -> !one.errors().isEmpty()),
                        "skipped", count(cases, one -> !one.notRun().isEmpty()),
                        "cases", cases));
    }

    private static long count(List<TestCase> cases, Predicate<TestCase> which) {
        return cases.stream().filter(which).count();
    }
}
