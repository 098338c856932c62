package net.ixapi.auth.contract.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.report.ConsoleReport;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.ReportedFinding;
import net.ixapi.auth.contract.report.Verdict;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks whether a finding of a report is still there. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Run the check of one finding of a report again, with the seed of the report, and say whether it is still there.",
            "The report names no server and no credentials for it: give --base-url as for the run."
        },
        footer = {
            "",
            "Exit codes: 0 the finding is gone, 1 it is still there, 4 the check did not run to its end; else as for a run."
        })
final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "REPORT.json", description = "The report.json of a run.")
    private JsonNode report;

    @Parameters(index = "1", paramLabel = "FINDING", description = "The id of a finding, such as AUTH-LOGIN-003.")
    private String id;

    @Mixin
    private SuiteOptions suite;

    @Override
    public Integer call() {
        JsonNode finding = finding();
        Options options = suite.options(false);
        Options only = new Options(
                options.limits(),
                options.awaitExpiry(),
                Set.of(finding.path("check").asText()),
                Set.of(),
                report.path("seed").asLong(options.seed()));
        Report again = suite.report(only, progress -> {});
        if (again.run().unjudged() != null) {
            spec.commandLine().getErr().println(again.sentence());
            return again.verdict().exitCode();
        }
        return tell(again, finding);
    }

    private JsonNode finding() {
        return report.path("findings")
                .valueStream()
                .filter(finding -> finding.path("id").asText().equals(id))
                .filter(finding -> !report.path("side").asText().equals("client"))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "There is no such finding of a server in the report, which has: "
                                + String.join(", ", report.path("findings").findValuesAsText("id"))));
    }

    private int tell(Report again, JsonNode finding) {
        List<ReportedFinding> same = again.findings().stream()
                .filter(found ->
                        found.requirement().equals(finding.path("requirement").asText()))
                .filter(found -> found.isAbout(finding.path("operation").asText()))
                .toList();
        boolean whole = again.run().ran(finding.path("check").asText()::equals);
        if (!report.at("/contract/sha256")
                .asText()
                .equals(again.run().contract().sha256())) {
            out("The report was made with another document: give that with --document.");
        }
        same.forEach(found -> out(new ConsoleReport(false).finding(found)));
        out("");
        out("  " + id
                + (!same.isEmpty()
                        ? " is still there."
                        : whole ? " is gone." : " may still be there: the check did not run to its end."));
        return !same.isEmpty() ? 1 : whole ? CommandLine.ExitCode.OK : Verdict.PROVED_TOO_LITTLE.exitCode();
    }

    private void out(String line) {
        spec.commandLine().getOut().println(line);
    }
}
