package net.ixapi.auth.stub.command;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import net.ixapi.auth.stub.StubServer;
import net.ixapi.auth.stub.StubServerBuilder;
import net.ixapi.auth.stub.token.RefreshPolicy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The runnable jar: starts a stub from the command line and serves until it is stopped. */
@Command(
        name = "ixapi-auth-stub",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = StubVersion.class,
        description = {
            "Serves the authentication part of IX-API v2, with real, signed tokens; the contract at /openapi.yaml,"
                    + " and a page to try it at /docs."
        },
        footer = {
            "",
            "Each option can also be given in the environment (--access-lifetime is IX_STUB_ACCESS_LIFETIME) or in the file of"
                    + " --config (access-lifetime=PT5M), which can have more accounts, too (account.NAME.key=… and"
                    + " account.NAME.secret=…). The command line goes before the environment, and that before the file.",
            "",
            "Exit codes: 1 the server cannot start, or does not answer as it should; 2 wrong usage. It serves until it is stopped."
        })
public final class StubCommand implements Callable<Integer> {
    private final Settings settings;

    @Spec
    private CommandSpec spec;

    @Mixin
    private StubOptions options = new StubOptions();

    @Option(
            names = "--config",
            paramLabel = "<file>",
            description = "A file with options: a line for each, name=value.")
    private @Nullable Path config;

    @Option(
            names = "--health-check",
            description = "Serves nothing, but asks the stub at --host and --port whether it does.")
    private boolean healthCheck;

    @Option(
            names = "--self-test",
            description = "Starts with these options, logs in, refreshes, says whether it works, and ends.")
    private boolean selfTest;

    private StubCommand(Map<String, String> environment) {
        // picocli asks for defaults once it has read the command line.
        settings = new Settings(environment, () -> config);
    }

    /**
     * Runs the command.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        // One line says what a user needs; Javalin, Jetty and Hibernate Validator would say twenty more.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        // Jetty would load all of JMX to find out.
        System.setProperty("org.eclipse.jetty.util.referencesPerCacheLine", "16");
        PrintWriter out = new PrintWriter(System.out, true);
        PrintWriter err = new PrintWriter(System.err, true);
        System.exit(run(System.getenv(), out, err, arguments));
    }

    static int run(Map<String, String> environment, PrintWriter out, PrintWriter err, String... arguments) {
        return command(environment).setOut(out).setErr(err).execute(arguments);
    }

    private static CommandLine command(Map<String, String> environment) {
        StubCommand command = new StubCommand(environment);
        return new CommandLine(command)
                .setDefaultValueProvider(command.settings)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(Duration.class, time(Duration::parse, "a duration such as PT15M"))
                .registerConverter(Instant.class, time(Instant::parse, "a time such as 2026-01-01T00:00:00Z"))
                .registerConverter(RefreshPolicy.class, StubCommand::policy)
                .setExecutionExceptionHandler(StubCommand::cannotStart);
    }

    private static RefreshPolicy policy(String text) {
        try {
            return RefreshPolicy.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("'" + text + "' is none of reusable, one-time, reuse-revokes-family");
        }
    }

    private static <T> ITypeConverter<T> time(ITypeConverter<T> parser, String what) {
        return text -> {
            try {
                return parser.convert(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + text + "' is not " + what);
            }
        };
    }

    @Override
    public Integer call() throws InterruptedException {
        List<String> unknown = settings.unknown(spec);
        if (!unknown.isEmpty()) {
            throw usage("The file " + config + " has settings that there are not: " + String.join(", ", unknown));
        }
        if (healthCheck) {
            return checkHealth();
        }
        return selfTest ? testItself() : serve();
    }

    private int checkHealth() {
        if (options.port() == 0) {
            throw usage("A health check needs the --port that the stub listens on.");
        }
        boolean serves = HealthCheck.passes(options.host(), options.port());
        print("ixapi-auth stub at " + options.host() + ":" + options.port()
                + (serves ? " serves" : " does not answer"));
        return serves ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    private int testItself() {
        try (StubServer stub = start()) {
            String fault = new SelfTest(stub.baseUri()).fault(options.account(settings));
            print("ixapi-auth stub "
                    + (fault == null ? "works: one can log in and refresh" : "does not work: " + fault));
            return fault == null ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        }
    }

    private int serve() throws InterruptedException {
        StubServer stub = start();
        Runtime.getRuntime().addShutdownHook(new Thread(stub::close));
        print("ixapi-auth stub is ready at " + stub.baseUri());
        new CountDownLatch(1).await();
        return CommandLine.ExitCode.OK;
    }

    private StubServer start() {
        try {
            StubServerBuilder builder = options.builder(settings);
            if (options.logRequests()) {
                builder.onRequest(this::print);
            }
            return started(builder);
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw usage(e.getMessage());
        }
    }

    private StubServer started(StubServerBuilder builder) {
        StubServer stub = builder.start();
        try {
            options.applyTo(stub);
            return stub;
        } catch (IllegalArgumentException e) {
            stub.close();
            throw e;
        }
    }

    private void print(Object line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private ParameterException usage(@Nullable String message) {
        return new ParameterException(spec.commandLine(), String.valueOf(message));
    }

    private static int cannotStart(Exception e, CommandLine command, CommandLine.ParseResult arguments) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        command.getErr().println("The stub cannot start: " + cause.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }
}
