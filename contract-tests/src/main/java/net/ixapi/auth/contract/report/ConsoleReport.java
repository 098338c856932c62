package net.ixapi.auth.contract.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.contract.findings.Level;

/** The report for the person who started the run. */
public final class ConsoleReport {
    private static final String RESET = "\u001b[0m";
    private static final Map<Level, String> COLOURS =
            Map.of(Level.VIOLATION, "\u001b[31m", Level.WEAKNESS, "\u001b[33m", Level.INFO, "\u001b[36m");
    /** What a terminal shows of a control character could be anything, those above ASCII and those of direction included. */
    private static final String CONTROLS = "[\\p{gc=Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]";

    private final boolean colours;

    /**
     * A report with or without colours.
     *
     * @param colours whether a terminal will show it
     */
    public ConsoleReport(boolean colours) {
        this.colours = colours;
    }

    /**
     * The whole report.
     *
     * @param report what came of a run
     * @param strict whether weaknesses count as failures
     * @return lines, without a line break at the end
     */
    public String text(Report report, boolean strict) {
        List<String> lines = new ArrayList<>();
        lines.add(report.contract() + " (sha256 " + report.sha256().substring(0, 12) + "), seed " + report.seed());
        lines.add("against " + report.target() + ", " + report.calls() + " calls in "
                + report.took().toMillis() + " ms");
        report.findings().forEach(finding -> lines.add(finding(finding)));
        lines.add("");
        rows(report)
                .forEach((operation, cells) ->
                        lines.add("  " + String.format("%-20s", operation) + String.join("   ", cells)));
        if (!report.generatedClient().summary().isEmpty()) {
            lines.add("  " + String.format("%-20s", "generated client")
                    + report.generatedClient().summary());
        }
        report.generatedClient().faults().forEach(fault -> lines.add("  ! fault of the suite: " + fault));
        report.unexercised().forEach(what -> lines.add("  ! " + what));
        lines.add("");
        lines.add("  " + total(report) + " " + report.sentence(strict));
        return String.join("\n", lines);
    }

    private static Map<String, List<String>> rows(Report report) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Report.Coverage response :
                report.coverage().stream().filter(Report.Coverage::documented).toList()) {
            rows.computeIfAbsent(response.operation(), operation -> new ArrayList<>())
                    .add(String.format("%d: %2d x", response.status(), response.times()));
        }
        rows.forEach((operation, cells) -> cells.add(tried(report, operation)));
        return rows;
    }

    private static String tried(Report report, String operation) {
        List<Report.Rule> rules = report.rules().stream()
                .filter(rule -> rule.operation().equals(operation))
                .toList();
        long tried = rules.stream().filter(rule -> rule.invalid() > 0).count();
        return "rules for the body: " + tried + " of " + rules.size() + " tried";
    }

    private String finding(ReportedFinding finding) {
        String head = "\n  " + finding.level().label() + " [" + finding.check() + "] " + clean(finding.headline());
        String coloured = colours ? COLOURS.get(finding.level()) + head + RESET : head;
        // What is left open needs no proof here; the page has it.
        return finding.level() == Level.INFO
                ? coloured.replaceFirst("\n", "")
                : coloured + "\n" + details(finding).indent(4).stripTrailing();
    }

    /** What a reader needs to see it for himself. */
    static String details(ReportedFinding finding) {
        List<String> lines = new ArrayList<>();
        lines.add("expected " + finding.expected() + " (" + finding.source() + ")");
        if (!finding.got().isEmpty()) {
            lines.add("came     " + finding.got()
                    + (finding.times() > 1 ? ", and so " + finding.times() + " times" : ""));
        }
        if (finding.curl().contains("REFRESH_TOKEN") || finding.curl().contains("ACCESS_TOKEN")) {
            lines.add("first    log in, and set ACCESS_TOKEN and REFRESH_TOKEN to the tokens that come");
        }
        if (!finding.curl().isEmpty()) {
            lines.add("repeat   " + finding.curl());
        }
        return clean(String.join("\n", lines));
    }

    private static String total(Report report) {
        int weaknesses = report.of(Level.WEAKNESS).size();
        int violations = report.of(Level.VIOLATION).size();
        return violations + (violations == 1 ? " violation, " : " violations, ")
                + weaknesses + (weaknesses == 1 ? " weakness, " : " weaknesses, ")
                + report.of(Level.INFO).size() + " info.";
    }

    private static String clean(String text) {
        return text.replaceAll(CONTROLS, "\uFFFD");
    }
}
