package net.ixapi.auth.contract.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import net.ixapi.auth.contract.baseline.Baseline;
import net.ixapi.auth.contract.baseline.BaselineOptions;
import net.ixapi.auth.contract.report.ConsoleReport;
import net.ixapi.auth.contract.report.GithubReport;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.ReportFiles;
import net.ixapi.auth.contract.report.ReportSettings;
import net.ixapi.auth.contract.report.RunResult;
import net.ixapi.auth.contract.report.Verdict;
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
            List.of("--api-key", "--api-secret", "--header", "--proxy-user", "--client-cert-password");

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

    @Option(names = "--har", paramLabel = "FILE", description = "Write all exchanges there as a HAR, without secrets.")
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
    Verdict tell(RunResult run, boolean colours) throws IOException {
        Report report = judged(run);
        baselines.write(baseline, run, spec.commandLine());
        String text = new ConsoleReport(colours && format == Format.TEXT).text(report);
        if (format == Format.GITHUB) {
            // Of the text, which quotes a server, nothing must be a command to GitHub.
            String token = UUID.randomUUID().toString();
            text = "::stop-commands::" + token + "\n" + text + "\n::" + token + "::";
            out().print(GithubReport.annotations(report));
            if (summary != null) {
                ReportFiles.write(
                        ReportFiles.summary(report), summary, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        }
        out().println(text);
        write(report);
        return report.verdict();
    }

    Report judged(RunResult run) {
        ReportSettings.About about = new ReportSettings.About(server, version, contact, repeat());
        return new Report(run, new ReportSettings(baseline, strict, about));
    }

    void write(Report report) throws IOException {
        if (har != null) {
            Files.write(har, PlainJson.bytes(report.run().har()));
        }
        if (folder != null) {
            ReportFiles.write(report, folder);
            out().println("  Report: " + folder.resolve("index.html").toUri());
        }
        out().flush();
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
