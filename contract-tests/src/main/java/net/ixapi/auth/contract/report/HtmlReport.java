package net.ixapi.auth.contract.report;

import static java.util.Map.entry;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.findings.Level;

/** The report as one page that needs nothing else: no script, no font, no other page. {@code report.html} shows it. */
final class HtmlReport {
    /** The states of requirements in their order on the page. Those of clients come last. */
    private static final List<String> STATES =
            List.of("failed", "accepted", "not run", "passed", "noted", "not tested", "for clients");

    /** A requirement that is not kept, and what shows it. */
    private record Broken(RequirementResult requirement, List<ReportedFinding> findings, boolean first) {
        Level level() {
            return findings.get(0).level();
        }
    }

    /** The requirements that ended alike. */
    private record Group(String state, List<RequirementResult> requirements) {
        /** What somebody has to look at is not folded. */
        boolean open() {
            return STATES.indexOf(state) < STATES.indexOf("passed");
        }
    }

    /** A check, what it tests, what it found, and the level of the worst of that. */
    private record CheckRow(
            Report.CheckResult check,
            List<RequirementResult> requirements,
            List<ReportedFinding> findings,
            String found,
            String level) {
        static CheckRow of(Report report, List<RequirementResult> requirements, Report.CheckResult check) {
            List<RequirementResult> tested = requirements.stream()
                    .filter(requirement -> requirement.tests().contains(check.name()))
                    .toList();
            List<ReportedFinding> findings = report.of(check.name());
            if (!check.notRun().isEmpty()) {
                return new CheckRow(check, tested, findings, "not run: " + check.notRun(), "ok");
            } else if (findings.isEmpty()) {
                return new CheckRow(check, tested, findings, "passed", "ok");
            }
            String found = Stream.of(Level.values())
                    .map(level -> Report.count(findings, level))
                    .filter(count -> !count.startsWith("0 "))
                    .collect(Collectors.joining(", "));
            return new CheckRow(
                    check, tested, findings, found, findings.get(0).level().label());
        }
    }

    private HtmlReport() {}

    static String of(Report report, boolean strict) {
        List<RequirementResult> requirements = report.requirements();
        List<RequirementResult> ofServers =
                requirements.stream().filter(RequirementResult::isOfServers).toList();
        return ReportFiles.filled(
                "report.html",
                Map.ofEntries(
                        entry("style", ReportFiles.resource("report.css")),
                        entry("verdict", report.verdict(strict)),
                        entry("sentence", report.sentence(strict)),
                        entry("report", report),
                        entry(
                                "words",
                                Stream.of(Level.values())
                                        .collect(Collectors.toMap(Level::label, level -> word(report, level)))),
                        entry("violations", report.of(Level.VIOLATION)),
                        entry("weaknesses", report.of(Level.WEAKNESS)),
                        entry("notes", report.of(Level.INFO)),
                        entry(
                                "passed",
                                ofServers.stream()
                                        .filter(RequirementResult::isKept)
                                        .toList()),
                        entry("servers", ofServers),
                        entry("broken", broken(report, ofServers)),
                        entry("groups", groups(requirements)),
                        entry(
                                "checks",
                                report.checks().stream()
                                        .map(check -> CheckRow.of(report, requirements, check))
                                        .toList())));
    }

    /** One violation, but two violations. */
    private static String word(Report report, Level level) {
        return Report.count(report.of(level), level).split(" ")[1];
    }

    /** In the order of their worst findings. */
    private static List<Broken> broken(Report report, List<RequirementResult> requirements) {
        Map<String, List<ReportedFinding>> findings = report.findings().stream()
                .filter(finding -> finding.level() != Level.INFO)
                .collect(Collectors.groupingBy(ReportedFinding::requirement));
        return requirements.stream()
                .filter(requirement -> findings.containsKey(requirement.id()))
                .map(requirement -> new Broken(
                        requirement,
                        findings.get(requirement.id()),
                        findings.get(requirement.id())
                                .contains(report.findings().get(0))))
                .sorted(Comparator.comparing(
                        broken -> report.findings().indexOf(broken.findings().get(0))))
                .toList();
    }

    private static List<Group> groups(List<RequirementResult> requirements) {
        Map<String, List<RequirementResult>> states = requirements.stream()
                .collect(Collectors.groupingBy(
                        requirement -> requirement.isOfServers() ? requirement.state() : "for clients"));
        return STATES.stream()
                .filter(states::containsKey)
                .map(state -> new Group(state, states.get(state)))
                .toList();
    }
}
