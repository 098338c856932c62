package net.ixapi.auth.stub;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** The runnable jar: starts a stub from the command line and serves until it is stopped. */
@Command(
        name = "ixapi-auth-stub",
        mixinStandardHelpOptions = true,
        versionProvider = StubVersion.class,
        description = "Serves the authentication part of IX-API v2 on 127.0.0.1, with real, signed tokens.",
        footer = {"", "Exit codes: 1 the server cannot start, 2 wrong usage. It serves until it is stopped."})
public final class StubCommand implements Callable<Integer> {
    private static final String DEFAULT_KEY = "exampleApiKey001";
    private static final String DEFAULT_SECRET = "exampleApiSecret" + "0".repeat(69) + "1";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Port, or 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    // No defaultValue for the credentials: picocli would replace what looks like a variable in them.
    @Option(
            names = "--api-key",
            description = {"The API key to accept, 16 characters", "(default: IX_API_KEY, else " + DEFAULT_KEY + ")."})
    private @Nullable String apiKey;

    @Option(
            names = "--api-secret",
            description = {
                "The API secret to accept, 86 characters",
                "(default: IX_API_SECRET, else the example in the contract)."
            })
    private @Nullable String apiSecret;

    @Option(
            names = "--access-lifetime",
            defaultValue = "PT15M",
            description = "How long an access token lives (default: ${DEFAULT-VALUE}).")
    private Duration accessLifetime;

    @Option(
            names = "--refresh-lifetime",
            defaultValue = "P1D",
            description = "How long a refresh token lives (default: ${DEFAULT-VALUE}).")
    private Duration refreshLifetime;

    private final Map<String, String> environment;

    private StubCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    static CommandLine command(Map<String, String> environment) {
        return new CommandLine(new StubCommand(environment))
                .registerConverter(Duration.class, StubCommand::duration)
                .setExecutionExceptionHandler(StubCommand::cannotStart);
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
        System.exit(command(System.getenv()).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        StubServer stub = settings().start();
        Runtime.getRuntime().addShutdownHook(new Thread(stub::close));
        spec.commandLine().getOut().println("ixapi-auth stub is ready at " + stub.baseUri());
        spec.commandLine().getOut().flush();
        new CountDownLatch(1).await();
        return CommandLine.ExitCode.OK;
    }

    private StubServerBuilder settings() {
        try {
            return StubServer.builder()
                    .account(new Account(
                            "stub",
                            setting(apiKey, "IX_API_KEY", DEFAULT_KEY),
                            setting(apiSecret, "IX_API_SECRET", DEFAULT_SECRET)))
                    .port(port)
                    .accessLifetime(accessLifetime)
                    .refreshLifetime(refreshLifetime);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private String setting(@Nullable String option, String variable, String otherwise) {
        String variablesValue = environment.getOrDefault(variable, "");
        String value = variablesValue.isEmpty() ? otherwise : variablesValue;
        return option == null ? value : option;
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("'" + text + "' is not a duration such as PT15M");
        }
    }

    private static int cannotStart(Exception e, CommandLine command, CommandLine.ParseResult arguments) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        command.getErr().println("The stub cannot start: " + cause.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }
}
