package net.ixapi.auth.contract.report;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.openapi.document.PlainJson;

/** The report for programs, as {@code report.schema.json} describes it. */
record JsonReport(
        Verdict verdict, boolean strict, @JsonUnwrapped Report report, List<CheckResult> checks) {

    private record CheckResult(String name, String title, String notRun, boolean passed, long milliseconds) {}

    static String of(Report report, boolean strict) {
        List<CheckResult> checks =
                report.checks().stream().map(check -> result(report, check)).toList();
        return PlainJson.text(new JsonReport(report.verdict(strict), strict, report, checks)) + "\n";
    }

    private static CheckResult result(Report report, Report.CheckResult check) {
        boolean passed = check.notRun().isEmpty()
                && report.of(check.name()).stream().noneMatch(finding -> finding.level() == Level.VIOLATION);
        return new CheckResult(
                check.name(),
                check.title(),
                check.notRun(),
                passed,
                check.took().toMillis());
    }
}
