package net.ixapi.auth.contract.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import javax.net.ssl.SSLSocketFactory;
import net.ixapi.auth.contract.checks.Catalogue;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.report.ConsoleReport;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.report.Reports;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Limits;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

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
            "Exit codes: 0 conformant, 1 findings, 2 wrong usage, 3 the server cannot be",
            "reached or is no IX-API, 4 something in the document was never seen, 70 the suite",
            "itself failed."
        })
public final class ContractCommand implements Callable<Integer> {
    private static final int UNREACHABLE = 3;
    /** EX_SOFTWARE of sysexits.h. */
    private static final int FAILED = 70;

    private static final Duration LONGEST_TIMEOUT = Duration.ofHours(1);
    private static final Duration LONGEST_EXPIRY = Duration.ofHours(24);

    @Spec
    private CommandSpec spec;

    @Mixin
    private TargetOptions server;

    @Option(
            names = "--trust",
            paramLabel = "FILE",
            description = "Certificates (PEM) to trust with https (default: those of the JDK).")
    private @Nullable Path trust;

    @Option(names = "--report", paramLabel = "DIR", description = "Write index.html, report.json and junit.xml there.")
    private @Nullable Path reports;

    @Option(names = "--only", paramLabel = "CHECK", arity = "1..*", description = "Run only these checks; see --list.")
    private Set<String> only = new LinkedHashSet<>();

    @Option(names = "--skip", paramLabel = "CHECK", arity = "1..*", description = "Leave out these checks; see --list.")
    private Set<String> skip = new LinkedHashSet<>();

    @Option(names = "--list", description = "Print all checks, and end.")
    private boolean list;

    @Option(names = "--strict", description = "Weaknesses count as failures too.")
    private boolean strict;

    @Option(
            names = "--timeout",
            defaultValue = "10s",
            description = "The longest wait for an answer (default: ${DEFAULT-VALUE}).")
    private Duration timeout;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "200",
            description = "The most requests in a second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Where secrets and tokens are changed; a report names it (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--document",
            paramLabel = "FILE",
            description = "Another OpenAPI document to check against (default: the one of this release).")
    private @Nullable Path document;

    @Option(
            names = "--await-expiry",
            paramLabel = "DURATION",
            defaultValue = "0s",
            description = "Wait up to so long for a token to expire, to see it refused (default: no waiting).")
    private Duration awaitExpiry;

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
                .registerConverter(Duration.class, ContractCommand::duration)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    // Not its message, which may quote what a server sent.
                    command.getErr()
                            .println("The suite itself failed (" + e.getClass().getName() + " at "
                                    + e.getStackTrace()[0] + "). Please report that.");
                    return FAILED;
                });
    }

    @Override
    public Integer call() throws IOException, GeneralSecurityException {
        if (list) {
            Catalogue.titles().forEach((name, title) -> out().println(String.format("%-24s %s", name, title)));
            return CommandLine.ExitCode.OK;
        }
        requireKnown(only);
        requireKnown(skip);
        requireSensible();
        if (server.isStub()) {
            try (EmbeddedStub stub = EmbeddedStub.start()) {
                return check(stub.target());
            }
        }
        return check(server.target());
    }

    private int check(ContractTarget target) throws IOException, GeneralSecurityException {
        Options options =
                new Options(Limits.DEFAULT.withTimeout(timeout).withRate(rate), awaitExpiry, only, skip, seed);
        ContractRun run = new ContractRun(document(), options, tls(), check -> progress(check.name()));
        try {
            return tell(run.against(target));
        } catch (UnreachableException e) {
            progress("");
            spec.commandLine().getErr().println(e.getMessage());
            return UNREACHABLE;
        }
    }

    private OpenApiDocument document() {
        try {
            return document == null ? OpenApiDocument.ofTheContract() : OpenApiDocument.read(document);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        } catch (IOException e) {
            throw wrong("The file of --document cannot be read: " + e.getMessage());
        }
    }

    private SSLSocketFactory tls() throws GeneralSecurityException {
        try {
            return TrustStore.sockets(trust);
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        } catch (IOException e) {
            throw wrong("The file of --trust cannot be read: " + e.getMessage());
        }
    }

    private int tell(Report report) throws IOException {
        progress("");
        out().println(new ConsoleReport(isTerminal()).text(report, strict));
        if (reports != null) {
            Reports.write(report, strict, reports);
            out().println("  Report: " + reports.resolve("index.html").toUri());
        }
        out().flush();
        return switch (report.verdict(strict)) {
            case CONFORMANT -> 0;
            case NOT_CONFORMANT -> 1;
            // Who asks for a part of the checks does not ask for all of the document.
            case PROVED_TOO_LITTLE -> only.isEmpty() && skip.isEmpty() ? 4 : 0;
        };
    }

    /** One line that is written over, on terminals only. */
    private void progress(String what) {
        if (isTerminal()) {
            spec.commandLine().getErr().print("\r\u001b[2K" + what);
            spec.commandLine().getErr().flush();
        }
    }

    /** NO_COLOR: https://no-color.org. */
    private static boolean isTerminal() {
        return System.console() != null && System.getenv("NO_COLOR") == null;
    }

    private void requireKnown(Set<String> names) {
        for (String name : names) {
            if (!Catalogue.titles().containsKey(name)) {
                throw wrong("There is no check '" + name + "'. --list prints all of them.");
            }
        }
    }

    /** Before anything is sent: a report that cannot be written would be a run for nothing. */
    private void requireSensible() {
        if (rate < 1) {
            throw wrong("--rate must be 1 or more");
        }
        requireBetween("--timeout", timeout, Duration.ofMillis(1), LONGEST_TIMEOUT);
        requireBetween("--await-expiry", awaitExpiry, Duration.ZERO, LONGEST_EXPIRY);
        try {
            if (reports != null) {
                Files.createDirectories(reports);
            }
        } catch (IOException e) {
            throw wrong("--report must be a folder, or the name of a new one: " + e.getMessage());
        }
    }

    private void requireBetween(String option, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw wrong(option + " must be between " + written(least) + " and " + written(most));
        }
    }

    private static String written(Duration duration) {
        return duration.toHours() > 0 ? duration.toHours() + "h" : duration.toMillis() + "ms";
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }

    /** As in {@code 5s}, {@code 200ms}, {@code 1m} or {@code PT5S}. */
    private static Duration duration(String text) {
        try {
            if (text.matches("\\d+ms")) {
                return Duration.ofMillis(Long.parseLong(text.substring(0, text.length() - 2)));
            }
            String iso = text.toUpperCase(Locale.ROOT);
            return Duration.parse(iso.startsWith("P") ? iso : "PT" + iso);
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is not a duration such as 5s or 1m");
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
