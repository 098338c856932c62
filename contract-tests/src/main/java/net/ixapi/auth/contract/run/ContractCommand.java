package net.ixapi.auth.contract.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Callable;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The runnable jar: checks a server and says what is wrong with it. */
@Command(
        name = "ixapi-auth-contract",
        mixinStandardHelpOptions = true,
        versionProvider = ContractVersion.class,
        description = {
            "Checks whether a server keeps the contract of IX-API v2 authentication.",
            "Without --base-url it checks the stub that comes with it."
        },
        footer = {
            "",
            "Exit codes: 0 conformant, 1 findings, 2 wrong usage, 3 the server cannot be reached,",
            "4 the document has answers that no check provokes."
        })
public final class ContractCommand implements Callable<Integer> {
    private static final int CONFORMANT = 0;
    private static final int FINDINGS = 1;
    private static final int UNREACHABLE = 3;
    private static final int PROVED_TOO_LITTLE = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--base-url",
            description = "The address that all paths are relative to, such as https://ix.example/api/v2.")
    private @Nullable URI baseUrl;

    // No ${DEFAULT-VALUE} here: --help must not print what the environment holds.
    @Option(
            names = "--api-key",
            defaultValue = "${env:IX_API_KEY}",
            description = "A key that the server knows (default: IX_API_KEY).")
    private @Nullable String apiKey;

    @Option(
            names = "--api-secret",
            defaultValue = "${env:IX_API_SECRET}",
            description = "The secret that belongs to it (default: IX_API_SECRET, which is in no process list).")
    private @Nullable String apiSecret;

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
        return new CommandLine(new ContractCommand());
    }

    @Override
    public Integer call() {
        if (baseUrl == null) {
            try (EmbeddedStub stub = EmbeddedStub.start()) {
                return check(stub.target());
            }
        }
        ContractTarget target = target(baseUrl);
        return reachable(target.baseUri()) ? check(target) : UNREACHABLE;
    }

    private int check(ContractTarget target) {
        Summary summary = new Summary(OpenApiDocument.ofTheContract(), ContractSuite.run(target));
        out().println(summary.text(target));
        out().flush();
        if (!summary.conformant()) {
            return FINDINGS;
        }
        return summary.unchecked().isEmpty() ? CONFORMANT : PROVED_TOO_LITTLE;
    }

    private ContractTarget target(URI url) {
        if (url.getHost() == null || !"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new ParameterException(
                    spec.commandLine(), "--base-url must be absolute, such as https://ix.example/api/v2");
        }
        return new ContractTarget(
                url, given("--api-key", "IX_API_KEY", apiKey), given("--api-secret", "IX_API_SECRET", apiSecret));
    }

    private String given(String option, String variable, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "With --base-url, set " + option + " or " + variable + " to credentials that the server knows");
        }
        return value;
    }

    /** One message for a server that is not there, and not one for each check. */
    private boolean reachable(URI url) {
        int port = url.getPort() >= 0 ? url.getPort() : "https".equals(url.getScheme()) ? 443 : 80;
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(url.getHost(), port), Math.toIntExact(PATIENCE.toMillis()));
            return true;
        } catch (IOException e) {
            spec.commandLine().getErr().println("Nothing answers at " + url + ": " + e.getMessage());
            return false;
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
