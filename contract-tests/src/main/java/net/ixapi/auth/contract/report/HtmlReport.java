package net.ixapi.auth.contract.report;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.findings.Level;

/** The report as one page that needs nothing else: no script, no font, no address. {@code report.html} shows it. */
final class HtmlReport {
    /** A check, what it found, and the level of the worst of that. */
    private record CheckRow(Report.CheckResult check, String found, String level) {
        static CheckRow of(Report report, Report.CheckResult check) {
            List<ReportedFinding> findings = report.of(check.name());
            if (!check.notRun().isEmpty()) {
                return new CheckRow(check, "not run: " + check.notRun(), "ok");
            } else if (findings.isEmpty()) {
                return new CheckRow(check, "nothing", "ok");
            }
            String found = Stream.of(Level.values())
                    .map(level -> Report.count(findings, level))
                    .filter(count -> !count.startsWith("0 "))
                    .collect(Collectors.joining(", "));
            return new CheckRow(check, found, findings.get(0).level().label());
        }
    }

    private HtmlReport() {}

    static String of(Report report, boolean strict) {
        return ReportFiles.filled(
                "report.html",
                Map.of(
                        "style", ReportFiles.resource("report.css"),
                        "verdict", report.verdict(strict),
                        "sentence", report.sentence(strict),
                        "report", report,
                        "violations", report.of(Level.VIOLATION),
                        "weaknesses", report.of(Level.WEAKNESS),
                        "infos", report.of(Level.INFO),
                        "proved",
                                report.findings().stream()
                                        .filter(finding -> finding.level() != Level.INFO)
                                        .toList(),
                        "checks",
                                report.checks().stream()
                                        .map(check -> CheckRow.of(report, check))
                                        .toList()));
    }
}
