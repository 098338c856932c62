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
            Map.of(Level.VIOLATION, "\u001b[31m", Level.WEAKNESS, "\u001b[33m", Level.NOTE, "\u001b[36m");
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
        report.findings().forEach(proof -> lines.add(finding(proof)));
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
        lines.add("  " + total(report) + " " + report.verdict(strict).text());
        return String.join("\n", lines);
    }

    private static Map<String, List<String>> rows(Report report) {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (Report.Coverage answer : report.coverage()) {
            rows.computeIfAbsent(answer.operation(), operation -> new ArrayList<>())
                    .add(String.format("%d: %2d x", answer.status(), answer.times()));
        }
        rows.forEach((operation, cells) -> cells.add(tried(report, operation)));
        return rows;
    }

    private static String tried(Report report, String operation) {
        List<Report.Rule> rules = report.rules().stream()
                .filter(rule -> rule.operation().equals(operation))
                .toList();
        long tried = rules.stream().filter(rule -> rule.against() > 0).count();
        return "rules for the body: " + tried + " of " + rules.size() + " tried";
    }

    private String finding(Proof proof) {
        String head = "\n  " + proof.level().label() + " [" + proof.check() + "] " + clean(proof.headline());
        String coloured = colours ? COLOURS.get(proof.level()) + head + RESET : head;
        // What is left open needs no proof here; the page has it.
        return proof.level() == Level.NOTE
                ? coloured.replaceFirst("\n", "")
                : coloured + "\n" + details(proof).indent(4).stripTrailing();
    }

    /** What a reader needs to see it for himself. */
    static String details(Proof proof) {
        List<String> lines = new ArrayList<>();
        lines.add("expected " + proof.expected() + " (" + proof.source() + ")");
        if (!proof.got().isEmpty()) {
            lines.add("came     " + proof.got() + (proof.times() > 1 ? ", and so " + proof.times() + " times" : ""));
        }
        if (!proof.curl().isEmpty()) {
            lines.add("repeat   " + proof.curl());
        }
        return clean(String.join("\n", lines));
    }

    private static String total(Report report) {
        return report.of(Level.VIOLATION).size() + " violations, "
                + report.of(Level.WEAKNESS).size() + " weaknesses, "
                + report.of(Level.NOTE).size() + " notes.";
    }

    private static String clean(String text) {
        return text.replaceAll(CONTROLS, "\uFFFD");
    }
}
