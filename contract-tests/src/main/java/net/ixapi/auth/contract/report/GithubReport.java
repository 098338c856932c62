package net.ixapi.auth.contract.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.ixapi.auth.contract.findings.Level;

/** The report for GitHub Actions: an annotation for each finding. */
public final class GithubReport {
    private GithubReport() {}

    /**
     * Annotations, as the commands of a workflow that GitHub Actions reads from the output of a step.
     *
     * @param report what came of a run
     * @return a line for each finding that is not accepted, and for whatever else fails the run; errors are those that fail it
     */
    public static String annotations(Report report) {
        Stream<String> findings = report.findings().stream()
                .filter(finding ->
                        finding.level() != Level.INFO && finding.accepted().isEmpty())
                .map(finding -> annotation(
                        finding.fails(report.strict()) ? "error" : "warning",
                        finding.id(),
                        finding.headline() + "\n" + finding.details()));
        RunResult run = report.run();
        return Stream.of(
                        findings,
                        errors("Fault of the suite", run.generatedClient().faults()),
                        errors("Baseline", report.outdated()),
                        errors("Not covered", run.unexplained()))
                .flatMap(lines -> lines)
                .collect(Collectors.joining());
    }

    private static Stream<String> errors(String title, List<String> texts) {
        return texts.stream().map(text -> annotation("error", title, text));
    }

    private static String annotation(String level, String title, String text) {
        String property = escaped(title).replace(":", "%3A").replace(",", "%2C");
        return "::" + level + " title=" + property + "::" + escaped(text) + "\n";
    }

    /** As the toolkit of GitHub escapes data; what a server has sent must not begin a command of its own. */
    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
