package net.ixapi.auth.stub;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    // No ${DEFAULT-VALUE} here: --help must not print what the environment holds.
    @Option(
            names = "--api-key",
            defaultValue = "${env:IX_API_KEY:-" + DEFAULT_KEY + "}",
            description = {"The API key to accept, 16 characters", "(default: IX_API_KEY, else " + DEFAULT_KEY + ")."})
    private String apiKey;

    @Option(
            names = "--api-secret",
            defaultValue = "${env:IX_API_SECRET:-}",
            description = {
                "The API secret to accept, 86 characters",
                "(default: IX_API_SECRET, else the example in the contract)."
            })
    private String apiSecret;

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

    private StubCommand() {}

    /**
     * Runs the command.
     *
     * @param arguments see {@code --help}
     */
    public static void main(String[] arguments) {
        // One line says what a user needs; Javalin, Jetty and Hibernate Validator would say twenty more.
        System.setProperty("org.jboss.logging.provider", "slf4j");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        System.exit(new CommandLine(new StubCommand())
                .setExecutionExceptionHandler(StubCommand::cannotStart)
                .execute(arguments));
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

    private StubServer.Builder settings() {
        return StubServer.builder()
                .account(account())
                .port(port)
                .accessLifetime(positive("--access-lifetime", accessLifetime))
                .refreshLifetime(positive("--refresh-lifetime", refreshLifetime));
    }

    private Account account() {
        try {
            return new Account("stub", apiKey, apiSecret.isEmpty() ? DEFAULT_SECRET : apiSecret);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private Duration positive(String option, Duration lifetime) {
        if (lifetime.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new ParameterException(spec.commandLine(), option + " must be a second or more, such as PT15M.");
        }
        return lifetime;
    }

    private static int cannotStart(Exception e, CommandLine command, CommandLine.ParseResult arguments) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        command.getErr().println("The stub cannot start: " + cause.getMessage());
        return CommandLine.ExitCode.SOFTWARE;
    }
}
