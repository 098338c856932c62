package net.ixapi.auth.contract.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import net.ixapi.auth.contract.checks.Catalogue;
import net.ixapi.auth.contract.clients.CheckClientCommand;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.generated.JakartaValidation;
import net.ixapi.auth.contract.report.ConsoleReport;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.ReportFiles;
import net.ixapi.auth.contract.report.ReportOptions;
import net.ixapi.auth.contract.report.Verdict;
import net.ixapi.auth.contract.requirements.Requirements;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.ContractTarget.Credentials;
import net.ixapi.auth.contract.wire.Header;
import net.ixapi.auth.openapi.command.CommandFailures;
import net.ixapi.auth.openapi.command.DurationConverter;
import net.ixapi.auth.openapi.command.UsageErrors;
import net.ixapi.auth.openapi.document.PlainJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The runnable jar: checks a server and says what is wrong with it. */
@Command(
        name = "ixapi-auth-contract",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = ContractVersion.class,
        subcommands = {CheckClientCommand.class, CompareCommand.class, ReplayCommand.class},
        description = {
            "Checks whether a server keeps the contract of IX-API v2 authentication.",
            "Without --base-url it checks the stub that comes with it."
        },
        footer = {
            "",
            "Exit codes: 0 conformant, or all violations accepted, 1 findings, or a baseline out of date,",
            "2 wrong usage or credentials,",
            "3 the server cannot be reached or is not an IX-API,",
            "4 something in the document was never seen, 70 the suite itself failed."
        })
public final class ContractCommand implements Callable<Integer> {
    private static final String ERASE_LINE = "\r\u001b[2K";

    @Spec
    private CommandSpec spec;

    @Mixin
    private SuiteOptions suite;

    @Mixin
    private ReportOptions reports;

    @Option(names = "--har", paramLabel = "FILE", description = "Write all exchanges there as a HAR, without secrets.")
    private @Nullable Path har;

    @Mixin
    private AboutOptions about;

    @Option(names = "--list", description = "Print all checks and requirements, and end.")
    private boolean list;

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
        // It would say beside the message that a port is taken.
        System.setProperty("org.slf4j.simpleLogger.log.io.javalin.Javalin", "off");
        // What each run needs is loaded beside the reading of options and the start of the stub. The logger must be
        // there before two threads use it.
        LoggerFactory.getILoggerFactory();
        CompletableFuture.runAsync(() -> {
            OpenApiDocument.warmUp();
            JakartaValidation.isPresent();
            Requirements.ofTheContract();
        });
        System.exit(commandLine().execute(arguments));
    }

    /**
     * The command, for programs that run it without ending with it.
     *
     * @return a command line that has not run yet
     */
    public static CommandLine commandLine() {
        return CommandFailures.handled(new CommandLine(new ContractCommand()), ContractCommand::fail)
                .registerConverter(Duration.class, new DurationConverter())
                .registerConverter(URI.class, reader(ContractTarget::address))
                .registerConverter(Proxy.class, reader(ConnectionOptions::proxy))
                .registerConverter(Header.class, ConnectionOptions::header)
                .registerConverter(KeyStore.class, reader(name -> TrustStore.read(Path.of(name))))
                .registerConverter(Credentials.class, reader(name -> SuiteOptions.credentials(Path.of(name))))
                .registerConverter(OpenApiDocument.class, reader(name -> OpenApiDocument.read(Path.of(name))))
                .registerConverter(JsonNode.class, reader(name -> CompareCommand.read(Path.of(name))))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, arguments) -> {
                    // The usage would push the line that matters off the screen.
                    e.getCommandLine()
                            .getErr()
                            .println(ConsoleReport.clean(UsageErrors.text(e)) + " (--help explains all options)");
                    return CommandLine.ExitCode.USAGE;
                });
    }

    /** Only files end a run with an IOException. Other messages are left out, since they may quote what a server sent. */
    private static int fail(CommandLine command, Throwable failure) {
        String what = failure instanceof IOException
                ? "A file cannot be written: " + failure.getMessage()
                : "The suite itself failed (" + failure.getClass().getName() + CommandFailures.place(failure)
                        + "). Please report that.";
        command.getErr().println(what);
        return Verdict.SUITE_AT_FAULT.exitCode();
    }

    /** What reads the value of an option, or the file that it names. */
    private static <T> ITypeConverter<T> reader(ITypeConverter<T> reader) {
        return value -> {
            try {
                return reader.convert(value);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            } catch (IOException | UncheckedIOException e) {
                throw new TypeConversionException("the file cannot be read: " + e.getMessage());
            }
        };
    }

    @Override
    public Integer call() throws IOException {
        if (list) {
            Catalogue.titles().forEach((name, title) -> out().println(String.format("%-24s %s", name, title)));
            out().println();
            Requirements.ofTheContract().forEach(out()::println);
            return CommandLine.ExitCode.OK;
        }
        Options options = suite.options(har != null);
        reports.require();
        reports.requireFile("--har", har);
        Report report = suite.report(options, this::show);
        if (isTerminal()) {
            show("");
        }
        Verdict verdict = reports.tell(report.run(), about.about());
        if (har != null) {
            ReportFiles.write(PlainJson.text(report.run().har()), har);
        }
        return verdict.exitCode();
    }

    /** One line that is written over on a terminal, and elsewhere a line each. */
    private void show(String progress) {
        PrintWriter err = spec.commandLine().getErr();
        err.print(isTerminal() ? ERASE_LINE + progress : progress + System.lineSeparator());
        err.flush();
    }

    /** Knows NO_COLOR and others, and that newer JDKs have a console without a terminal, too. */
    private static boolean isTerminal() {
        return CommandLine.Help.Ansi.AUTO.enabled();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
