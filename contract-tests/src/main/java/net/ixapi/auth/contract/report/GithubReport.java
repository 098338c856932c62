package net.ixapi.auth.contract.report;

import java.util.stream.Collectors;
import net.ixapi.auth.contract.findings.Level;

/** The report for GitHub Actions: an annotation for each finding. */
public final class GithubReport {
    private GithubReport() {}

    /**
     * Annotations, as the commands of a workflow that GitHub Actions reads from the output of a step.
     *
     * @param report what came of a run
     * @return a line for each finding that is not accepted; errors are those that fail the run
     */
    public static String annotations(Report report) {
        return report.findings().stream()
                .filter(finding ->
                        finding.level() != Level.INFO && finding.accepted().isEmpty())
                .map(finding -> "::" + (finding.fails(report.strict()) ? "error" : "warning") + " title="
                        + escaped(finding.id()).replace(":", "%3A").replace(",", "%2C") + "::"
                        + escaped(finding.headline() + "\n" + finding.details()) + "\n")
                .collect(Collectors.joining());
    }

    /** As the toolkit of GitHub escapes data; what a server has sent must not begin a command of its own. */
    private static String escaped(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }
}
