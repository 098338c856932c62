package net.ixapi.auth.contract.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import net.ixapi.auth.contract.checks.Catalogue;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.report.ConsoleReport;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.ReportFiles;
import net.ixapi.auth.contract.report.Verdict;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The runnable jar: checks a server and says what is wrong with it. */
@Command(
        name = "ixapi-auth-contract",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = ContractVersion.class,
        description = {
            "Checks whether a server keeps the contract of IX-API v2 authentication.",
            "Without --base-url it checks the stub that comes with it."
        },
        footer = {
            "",
            "Exit codes: 0 conformant, 1 findings, 2 wrong usage or credentials,",
            "3 the server cannot be reached or is not an IX-API,",
            "4 something in the document was never seen, 70 the suite itself failed."
        })
public final class ContractCommand implements Callable<Integer> {
    private static final int UNREACHABLE = 3;
    private static final String ERASE_LINE = "\r\u001b[2K";

    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions suite;

    @Option(names = "--report", paramLabel = "DIR", description = "Write index.html, report.json and junit.xml there.")
    private @Nullable Path reports;

    @Option(names = "--list", description = "Print all checks, and end.")
    private boolean list;

    @Option(names = "--strict", description = "Weaknesses count as failures too.")
    private boolean strict;

    private ContractCommand() {}

    /**
     * Runs the command.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        // The report says what a user needs; the stub's server would say twenty lines more.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        System.exit(commandLine().execute(arguments));
    }

    /**
     * The command, for programs that run it without ending with it.
     *
     * @return a command line that has not run yet
     */
    public static CommandLine commandLine() {
        return new CommandLine(new ContractCommand())
                .registerConverter(Duration.class, SuiteOptions::duration)
                .setParameterExceptionHandler((e, arguments) -> {
                    // The usage would push the line that matters off the screen.
                    e.getCommandLine().getErr().println(e.getMessage() + " (--help explains all options)");
                    return CommandLine.ExitCode.USAGE;
                })
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    // Not its message, which may quote what a server sent.
                    command.getErr()
                            .println("The suite itself failed (" + e.getClass().getName() + " at "
                                    + e.getStackTrace()[0] + "). Please report that.");
                    return Verdict.SUITE_AT_FAULT.exitCode();
                });
    }

    @Override
    public Integer call() throws IOException {
        if (list) {
            Catalogue.titles().forEach((name, title) -> out().println(String.format("%-24s %s", name, title)));
            return CommandLine.ExitCode.OK;
        }
        Options options = suite.options();
        requireFolder();
        if (suite.isStub()) {
            // While the stub starts, so that nobody waits for it later. Its logger must be there before both use it.
            LoggerFactory.getILoggerFactory();
            CompletableFuture.runAsync(OpenApiDocument::warmUp);
            try (EmbeddedStub stub = EmbeddedStub.start()) {
                return check(run(options.awaitingExpiry()).by(stub.clock(), stub::advance), stub.target());
            }
        }
        return check(run(options), suite.target());
    }

    private ContractRun run(Options options) {
        return new ContractRun(suite.document(), options, suite.tls(), this::show);
    }

    private int check(ContractRun checks, ContractTarget target) throws IOException {
        try {
            return tell(checks.against(target));
        } catch (UnreachableException e) {
            endProgress();
            spec.commandLine().getErr().println(e.getMessage());
            write(e.report());
            return e instanceof WrongCredentialsException ? CommandLine.ExitCode.USAGE : UNREACHABLE;
        }
    }

    private int tell(Report report) throws IOException {
        endProgress();
        out().println(new ConsoleReport(isTerminal()).text(report, strict));
        write(report);
        return report.verdict(strict).exitCode();
    }

    private void write(Report report) throws IOException {
        if (reports != null) {
            ReportFiles.write(report, strict, reports);
            out().println("  Report: " + reports.resolve("index.html").toUri());
        }
        out().flush();
    }

    /** One line that is written over on a terminal, and elsewhere a line each. */
    private void show(String progress) {
        PrintWriter err = spec.commandLine().getErr();
        err.print(isTerminal() ? ERASE_LINE + progress : progress + System.lineSeparator());
        err.flush();
    }

    private void endProgress() {
        if (isTerminal()) {
            show("");
        }
    }

    /** Knows NO_COLOR and others, and that newer JDKs have a console without a terminal, too. */
    private static boolean isTerminal() {
        return CommandLine.Help.Ansi.AUTO.enabled();
    }

    /** Before anything is sent: a report that cannot be written would be a run for nothing. */
    private void requireFolder() {
        try {
            if (reports != null) {
                Files.createDirectories(reports);
            }
        } catch (IOException e) {
            throw new ParameterException(
                    spec.commandLine(), "--report must be a folder, or the name of a new one: " + e.getMessage());
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
