package net.ixapi.auth.stub.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import net.ixapi.auth.openapi.command.CommandFailures;
import net.ixapi.auth.openapi.command.DurationConverter;
import net.ixapi.auth.openapi.command.UsageErrors;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.Preloading;
import net.ixapi.auth.stub.StubServer;
import net.ixapi.auth.stub.token.RefreshPolicy;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** The runnable jar: starts a stub from the command line and serves until it is stopped. */
public final class StubCommand implements Callable<Integer> {
    /** They quote what clients send that is not HTTP, and say once more that a server does not start. */
    private static final List<String> SILENT =
            List.of("org.eclipse.jetty.util.HostPort", "org.eclipse.jetty.http.HttpParser", "io.javalin.Javalin");

    private static final String HEALTH_CHECK = "--health-check";

    private static final String DESCRIPTION =
            "Serves the authentication part of IX-API v2, with real, signed tokens; the contract at /openapi.yaml,"
                    + " and a page to try it at /docs.";

    private static final String[] FOOTER = {
        "",
        "Each option can also be given in the environment (--access-lifetime is IX_STUB_ACCESS_LIFETIME), or in a file that is"
                + " given as @file: a line for each, such as --access-lifetime=PT5M, which is taken literally. Command line"
                + " and file go before the environment.",
        "",
        "Exit codes: 1 the server cannot start, or does not answer as it should; 2 wrong usage. It serves until it is stopped."
    };

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);

    private final StubOptions options;

    private StubCommand(Map<String, String> environment) {
        options = new StubOptions(spec, environment, this::print);
        spec.name("ixapi-auth-stub");
        options.add(HEALTH_CHECK, "Asks the stub at --host and --port whether it serves.", Boolean.class);
        options.add("--self-test", "Starts, logs in, refreshes, says whether that works, and ends.", Boolean.class);
        // From the jar's manifest.
        String version = StubCommand.class.getPackage().getImplementationVersion();
        spec.version("ixapi-auth-stub " + (version == null ? "(not from a jar)" : version));
        spec.mixinStandardHelpOptions(true)
                .usageMessage()
                .sortOptions(false)
                .description(DESCRIPTION)
                .footer(FOOTER);
    }

    /**
     * Runs the command.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        // One line says what a user needs; Javalin and Jetty would say twenty more.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        for (String logger : SILENT) {
            System.setProperty("org.slf4j.simpleLogger.log." + logger, "off");
        }
        // Jetty would load all of JMX to find out.
        System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", "16");
        // Jetty asks for all locales there are, which takes longer the more providers have some.
        System.setProperty("java.locale.providers", "CLDR");
        if (!List.of(arguments).contains(HEALTH_CHECK)) {
            Preloading.start();
        }
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        System.exit(run(System.getenv(), out, err, arguments));
    }

    static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
        return new StubCommand(environment).line().setOut(out).setErr(err).execute(arguments);
    }

    private CommandLine line() {
        CommandLine line = new CommandLine(spec) {
            /** Picocli would print a stack trace where the file after {@code @} is a folder. */
            @Override
            public ParseResult parseArgs(String... arguments) {
                try {
                    return super.parseArgs(arguments);
                } catch (InitializationException e) {
                    throw new ParameterException(this, "The file of options cannot be read.");
                }
            }
        };
        return CommandFailures.handled(line, (command, e) -> cannotStart(e))
                .setUseSimplifiedAtFiles(true)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Duration.class, new DurationConverter())
                .registerConverter(Instant.class, parser(Instant::parse, "a time such as 2026-01-01T00:00:00Z"))
                .registerConverter(RefreshPolicy.class, parser(StubCommand::policy, StubOptions.POLICIES))
                .setParameterExceptionHandler((e, arguments) -> {
                    line.getErr().println(UsageErrors.text(e));
                    line.getErr().println("Try --help for all options.");
                    return CommandLine.ExitCode.USAGE;
                });
    }

    private static RefreshPolicy policy(String text) {
        return RefreshPolicy.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static <T> ITypeConverter<T> parser(ITypeConverter<T> parser, String what) {
        return text -> {
            try {
                return parser.convert(text);
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new TypeConversionException("'" + text + "' is not " + what);
            }
        };
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            if (options.isSet(HEALTH_CHECK)) {
                return checkHealth();
            }
            return options.isSet("--self-test") ? testItself() : serve();
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()));
        }
    }

    private int checkHealth() {
        URI origin = options.origin();
        boolean serves = Probe.serves(origin);
        print("ixapi-auth stub at " + origin + (serves ? " serves" : " does not answer"));
        return serves ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private int testItself() {
        try (StubServer stub = options.builder().start()) {
            Probe.test(stub);
            print("ixapi-auth stub works: one can log in and refresh");
            return CommandLine.ExitCode.OK;
        } catch (IOException e) {
            print("ixapi-auth stub does not work: " + e.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        }
    }

    private int serve() throws InterruptedException {
        StubServer stub = options.builder().start();
        Runtime.getRuntime().addShutdownHook(new Thread(stub::close));
        options.writeCertificate(stub);
        print("ixapi-auth stub is ready at " + stub.baseUri());
        print("  to try it:  " + stub.baseUri().resolve("/docs") + ", log in with "
                + (stub.account().apiKey().equals(Account.EXAMPLE.apiKey())
                        ? "the contract's example, " + Account.EXAMPLE.apiKey()
                        : "the API key and secret that it was given"));
        if (options.isSet("--admin")) {
            print("  to control: " + stub.adminUri());
        }
        new CountDownLatch(1).await();
        return CommandLine.ExitCode.OK;
    }

    private void print(Object line) {
        spec.commandLine().getOut().println(line);
    }

    private int cannotStart(Throwable e) {
        spec.commandLine().getErr().println("The stub cannot start: " + reason(e));
        return CommandLine.ExitCode.SOFTWARE;
    }

    private String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (!(cause instanceof BindException)) {
            return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        }
        String port = "port " + options.value("--port") + " at " + options.value("--host");
        return String.valueOf(cause.getMessage()).contains("in use")
                ? port + " is taken. Choose another with --port, or 0 for a free one."
                : port + " cannot be used: " + cause.getMessage();
    }
}
