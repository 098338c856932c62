package net.ixapi.auth.contract.report;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say what is told of a run, and what of it is accepted. */
public final class ReportOptions {
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

    @Option(names = "--format", description = "text, or github: annotations, and a summary of the job (default: text).")
    private Format format = Format.TEXT;

    @Option(
            names = "--summary",
            paramLabel = "FILE",
            defaultValue = "${env:GITHUB_STEP_SUMMARY}",
            description = "What --format=github appends the summary to (default: GITHUB_STEP_SUMMARY).")
    private @Nullable Path summary;

    @Option(names = "--strict", description = "Weaknesses count as failures too.")
    private boolean strict;

    @Option(names = "--baseline", paramLabel = "FILE", description = "Accepted findings, each with its reason and end.")
    private @Nullable Path accepted;

    @Option(names = "--write-baseline", description = "Write the file of --baseline: accept what is found now.")
    private boolean writesBaseline;

    private Baseline baseline = Baseline.EMPTY;

    private ReportOptions() {}

    /**
     * Reads the baseline, and looks whether all files can be written. Before anything is sent: what cannot be reported would be a run
     * for nothing.
     *
     * @throws ParameterException if one cannot
     */
    public void require() {
        try {
            if (folder != null) {
                ReportFiles.requireFolder(folder);
            }
        } catch (IOException e) {
            throw wrong("--report must be a folder that can be written, or the name of a new one: " + e.getMessage());
        }
        requireFile("--summary", format == Format.GITHUB ? summary : null);
        if (accepted != null) {
            baseline = read(accepted);
        } else if (writesBaseline) {
            throw wrong("--write-baseline needs --baseline FILE: the file to write");
        }
    }

    /**
     * Looks whether the file of an option can be written.
     *
     * @param option the option
     * @param file the file, which may not be there; null where the option is not given
     * @throws ParameterException if it cannot
     */
    public void requireFile(String option, @Nullable Path file) {
        try {
            if (file != null) {
                ReportFiles.requireFile(file);
            }
        } catch (IOException e) {
            throw wrong("The file of " + option + " cannot be written: " + e.getMessage());
        }
    }

    private Baseline read(Path file) {
        requireFile("--baseline", writesBaseline ? file : null);
        try {
            return writesBaseline && !Files.exists(file) ? baseline : Baseline.read(file);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        } catch (IOException e) {
            throw wrong("The file of --baseline cannot be read: " + e.getMessage());
        }
    }

    /**
     * Tells of a run: in one line on the error stream if there was nothing to judge, and else as a report.
     *
     * @param run a run that has ended
     * @param about who was checked
     * @return what it comes to
     * @throws IOException if a file cannot be written
     */
    public Verdict tell(RunResult run, About about) throws IOException {
        Report report = new Report(run, baseline, strict, about);
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.GITHUB) {
            out.print(GithubReport.annotations(report));
        }
        if (run.unjudged() != null) {
            spec.commandLine().getErr().println(report.sentence());
        } else {
            print(report);
        }
        if (format == Format.GITHUB && summary != null) {
            ReportFiles.write(
                    ReportFiles.summary(report), summary, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        if (folder != null) {
            ReportFiles.write(report, folder);
            out.println("  Report: " + folder.resolve("index.html").toUri());
        }
        out.flush();
        return report.verdict();
    }

    private void print(Report report) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (writesBaseline && accepted != null) {
            baseline.write(report.run(), accepted);
            out.println("  " + accepted + " accepts what was found: say for each why, and until when.");
        }
        String text = new ConsoleReport(format == Format.TEXT && CommandLine.Help.Ansi.AUTO.enabled()).text(report);
        if (format == Format.GITHUB) {
            // Of the text, which quotes a server, nothing must be a command to GitHub.
            String token = UUID.randomUUID().toString();
            text = "::stop-commands::" + token + "\n" + text + "\n::" + token + "::";
        }
        out.println(text);
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
