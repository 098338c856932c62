package net.ixapi.auth.contract.report;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import net.ixapi.auth.contract.findings.Level;
import net.ixapi.auth.openapi.document.PlainJson;

/**
 * The report for programs, as {@code report.schema.json} describes it: its components, and those of the records in it, are the
 * properties of {@code report.json}.
 */
record JsonReport(
        String verdict,
        Contract contract,
        URI target,
        String started,
        long milliseconds,
        int calls,
        long seed,
        boolean strict,
        boolean partial,
        List<CheckResult> checks,
        List<Report.Coverage> coverage,
        List<Report.Rule> rules,
        GeneratedClientResult generatedClient,
        List<String> unexercised,
        List<ReportedFinding> findings) {

    private record Contract(String title, String sha256) {}

    private record CheckResult(String name, String title, String notRun, boolean passed, long milliseconds) {}

    static String of(Report report, boolean strict) {
        JsonReport json = new JsonReport(
                report.verdict(strict).name().toLowerCase(Locale.ROOT),
                new Contract(report.contract(), report.sha256()),
                report.target(),
                report.started().toString(),
                report.took().toMillis(),
                report.calls(),
                report.seed(),
                strict,
                report.partial(),
                report.checks().stream().map(check -> result(report, check)).toList(),
                report.coverage(),
                report.rules(),
                report.generatedClient(),
                report.unexercised(),
                report.findings());
        return PlainJson.text(json) + "\n";
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
