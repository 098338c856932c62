package net.ixapi.auth.contract.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import net.ixapi.auth.contract.baseline.Baseline;
import net.ixapi.auth.contract.baseline.BaselineEntry;
import net.ixapi.auth.contract.baseline.BaselineOptions;
import net.ixapi.auth.contract.report.ConsoleReport;
import net.ixapi.auth.contract.report.GithubReport;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.ReportFiles;
import net.ixapi.auth.contract.report.ReportedFinding;
import net.ixapi.auth.contract.report.Verdict;
import net.ixapi.auth.contract.requirements.Requirements;
import net.ixapi.auth.openapi.document.PlainJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say what is told of a run, and what of it is accepted. */
final class ReportOptions {
    /** What must not stand in a command that others read. */
    private static final List<String> SECRET =
            List.of("--api-key", "--api-secret", "--header", "--client-cert-password");

    /** Who reads what is printed. */
    enum Format {
        /** A person. */
        TEXT,
        /** GitHub Actions. */
        GITHUB
    }

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--report", paramLabel = "DIR", description = "Write index.html, report.json and junit.xml there.")
    private @Nullable Path folder;

    @Option(
            names = "--har",
            paramLabel = "FILE",
            description = "Write all that was sent and came there, without secrets, as an HTTP Archive (HAR).")
    private @Nullable Path har;

    @Option(
            names = "--format",
            defaultValue = "text",
            description = "text, or github: annotations, and a summary of the job (default: ${DEFAULT-VALUE}).")
    private Format format;

    @Option(
            names = "--summary",
            paramLabel = "FILE",
            defaultValue = "${env:GITHUB_STEP_SUMMARY}",
            description = "What --format=github appends the summary to (default: GITHUB_STEP_SUMMARY).")
    private @Nullable Path summary;

    @Option(names = "--strict", description = "Weaknesses count as failures too.")
    private boolean strict;

    @Mixin
    private BaselineOptions baselines;

    @Option(names = "--server", paramLabel = "NAME", description = "The server's name, for the report.")
    private String server = "";

    @Option(names = "--server-version", paramLabel = "VERSION", description = "Its version.")
    private String version = "";

    @Option(names = "--contact", description = "Whom to ask about it.")
    private String contact = "";

    private Baseline baseline = new Baseline(List.of());

    boolean isRecording() {
        return har != null;
    }

    /** Before anything is sent: a report that cannot be written would be a run for nothing. */
    void require() {
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw wrong("--report must be a folder, or the name of a new one: " + e.getMessage());
        }
        try {
            if (har != null) {
                Files.writeString(har, "");
            }
        } catch (IOException e) {
            throw wrong("The file of --har cannot be written: " + e.getMessage());
        }
        baseline = baselines.read(spec.commandLine());
    }

    /** Tells of a run, and says what it comes to. */
    Verdict tell(Report run, boolean colours) throws IOException {
        LocalDate today = LocalDate.ofInstant(run.started(), ZoneOffset.UTC);
        baselines.write(baseline, found(run), entry -> isLookedFor(entry, run), today, spec.commandLine());
        Report report = judged(run, baseline, today, about());
        String text = new ConsoleReport(colours && format == Format.TEXT).text(report, strict);
        if (format == Format.GITHUB) {
            // Of the text, which quotes a server, nothing must be a command to GitHub.
            String token = UUID.randomUUID().toString();
            text = "::stop-commands::" + token + "\n" + text + "\n::" + token + "::";
            out().print(GithubReport.annotations(report, strict));
            if (summary != null) {
                String markdown = GithubReport.summary(report, strict);
                Files.write(
                        summary,
                        markdown.getBytes(StandardCharsets.UTF_8),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
        }
        out().println(text);
        write(report);
        return report.verdict(strict);
    }

    /** The report with the findings of a baseline accepted, with what is out of date in it, and with a name. */
    static Report judged(Report run, Baseline baseline, LocalDate today, Report.About about) {
        List<ReportedFinding> findings = run.findings().stream()
                .map(finding -> finding.accepted(baseline.reason(finding.found(), today)))
                .toList();
        return run.with(findings, baseline.outdated(found(run), entry -> isLookedFor(entry, run), today), about);
    }

    static List<Baseline.Found> found(Report run) {
        return run.findings().stream().map(ReportedFinding::found).toList();
    }

    /** What no check looked for in this run may still be there. */
    static boolean isLookedFor(BaselineEntry entry, Report run) {
        List<String> tests =
                Requirements.named(entry.requirement()).orElseThrow().tests();
        return run.ended().isEmpty()
                && run.checks().stream().anyMatch(check -> check.notRun().isEmpty() && tests.contains(check.name()));
    }

    void write(Report report) throws IOException {
        if (har != null) {
            Files.write(har, PlainJson.bytes(report.har()));
        }
        if (folder != null) {
            ReportFiles.write(report, strict, folder);
            out().println("  Report: " + folder.resolve("index.html").toUri());
        }
        out().flush();
    }

    private Report.About about() {
        return new Report.About(server, version, contact, repeat());
    }

    private String repeat() {
        return spec.commandLine().getParseResult().matchedOptions().stream()
                .filter(option -> !SECRET.contains(option.longestName()))
                .map(ReportOptions::written)
                .collect(Collectors.joining(" ", "java -jar ixapi-auth-contract.jar ", ""))
                .strip();
    }

    private static String written(OptionSpec option) {
        return option.originalStringValues().stream()
                .filter(value -> option.arity().max() > 0)
                .map(value -> value.matches("[\\w.,:/@%+=-]+") ? value : "'" + value.replace("'", "'\\''") + "'")
                .reduce(option.longestName(), (words, word) -> words + " " + word);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
