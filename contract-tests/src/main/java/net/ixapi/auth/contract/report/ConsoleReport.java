package net.ixapi.auth.contract.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.findings.Level;
import picocli.CommandLine.Help.Ansi.Style;

/**
 * The report for the person who started the run.
 *
 * @param colours whether a terminal will show it
 */
public record ConsoleReport(boolean colours) {
    /** What a terminal shows of a control character could be anything, those above ASCII and those of direction included. */
    private static final String CONTROLS = "[\\p{gc=Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n]]";

    private static final int MAX_ALIKE = 3;

    /**
     * The whole report.
     *
     * @param report what came of a run
     * @return lines, without a line break at the end
     */
    public String text(Report report) {
        RunResult run = report.run();
        ReportView view = new ReportView(report);
        List<String> lines = new ArrayList<>();
        String sha256 = run.contract().sha256().substring(0, 12);
        lines.add(run.contract().title() + " (sha256 " + sha256 + ")"
                + (view.isOfClient() ? "" : ", seed " + run.seed()));
        lines.add("against " + clean(report.about().prefix()) + run.target() + ", " + run.calls() + " requests in "
                + run.milliseconds() + " ms");
        view.findings().forEach(finding -> lines.add(finding(finding)));
        lines.add("");
        view.operations().forEach(operation -> lines.add(row(operation.name(), seen(operation))));
        if (!run.generatedClient().summary().isEmpty()) {
            lines.add(row("generated client", run.generatedClient().summary()));
        }
        run.generatedClient().faults().forEach(fault -> lines.add("  ! fault of the suite: " + clean(fault)));
        folded(run.unexercised()).forEach(what -> lines.add("  ! not covered: " + clean(what)));
        report.outdated().forEach(what -> lines.add("  ! baseline: " + clean(what)));
        if (!lines.get(lines.size() - 1).isEmpty()) {
            lines.add("");
        }
        String total = view.levels().stream().map(LevelCount::toString).collect(Collectors.joining(", "));
        Verdict verdict = report.verdict();
        Style colour = verdict == Verdict.CONFORMANT
                ? Style.fg_green
                : verdict.exitCode() == 0 ? Style.fg_yellow : Style.fg_red;
        String kept = view.isOfClient() ? kept(view) : "";
        lines.add("  " + total + ". " + kept + coloured(colour, report.sentence()));
        return String.join("\n", lines);
    }

    /** A whole API has dozens of operations that are not tried for the same reason; the other reports name them all. */
    private static Stream<String> folded(List<String> gaps) {
        Map<String, List<String>> byReason = gaps.stream()
                .collect(Collectors.groupingBy(
                        gap -> gap.replaceFirst("^[^:]* (?=was not tried: )", ""),
                        LinkedHashMap::new,
                        Collectors.toList()));
        return byReason.values().stream()
                .flatMap(same -> same.size() <= MAX_ALIKE
                        ? same.stream()
                        : Stream.of(same.get(0) + " (nor were " + (same.size() - 1) + " others)"));
    }

    /** A client does only a part of what requirements are about. */
    private static String kept(ReportView view) {
        long accepted = view.count("accepted");
        return view.passed() + " requirements kept, " + view.count("failed") + " not kept, "
                + (accepted > 0 ? accepted + " accepted, " : "") + view.count("not run") + " not seen. ";
    }

    private static String row(String name, String text) {
        return String.format("  %-20s%s", name, text);
    }

    private static String seen(ReportView.OperationView operation) {
        String responses = operation.responses().stream()
                .filter(Coverage::documented)
                .map(response -> String.format("%d: %2d x   ", response.status(), response.times()))
                .collect(Collectors.joining());
        long tried =
                operation.rules().stream().filter(rule -> rule.invalid() > 0).count();
        return responses + "rules for the body: " + tried + " of "
                + operation.rules().size() + " tried";
    }

    /**
     * One finding.
     *
     * @param finding a violation or a weakness
     * @return lines, without a line break at the end
     */
    public String finding(ReportedFinding finding) {
        Style colour = finding.level() == Level.VIOLATION ? Style.fg_red : Style.fg_yellow;
        String head = clean(finding.id() + " [" + finding.check() + "] " + finding.headline());
        return finding.accepted().isEmpty()
                ? "\n  " + coloured(colour, finding.level().label() + " " + head) + "\n"
                        + finding.details()
                                .replace("' -H '", "' \\\n            -H '")
                                .indent(4)
                                .stripTrailing()
                : "  accepted " + head + " (" + clean(finding.accepted()) + ")";
    }

    private String coloured(Style colour, String text) {
        return colours ? colour.on() + text + Style.reset.on() : text;
    }

    /** Without what a terminal could take for a command. */
    public static String clean(String text) {
        return text.replaceAll(CONTROLS, "\uFFFD");
    }
}
