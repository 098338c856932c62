package net.ixapi.auth.contract.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.ContractTarget.Credentials;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that name the server and the credentials. */
final class TargetOptions {
    @Spec(Spec.Target.MIXEE)
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

    @Option(
            names = "--credentials",
            paramLabel = "FILE",
            description = "A file with the key in its first line and the secret in its second.")
    private @Nullable Path credentials;

    @Option(
            names = "--second-account",
            paramLabel = "FILE",
            description = "The same for another account: whether the two are told apart (default: not checked).")
    private @Nullable Path secondAccount;

    @Option(
            names = "--wait-for",
            paramLabel = "DURATION",
            defaultValue = "0s",
            description = "Wait up to so long until the server is up, such as 1m (default: no waiting).")
    private Duration waitFor;

    /**
     * Runs against the stub if no server is given, and else against that, once more each second while it is not up.
     *
     * @param run what to run
     * @param progress told that it waits
     */
    Report report(ContractRun run, Consumer<String> progress) throws UnreachableException, IOException {
        if (isStub()) {
            // While the stub starts, so that nobody waits for it later. Its logger must be there before both use it.
            LoggerFactory.getILoggerFactory();
            CompletableFuture.runAsync(OpenApiDocument::warmUp);
            try (EmbeddedStub stub = EmbeddedStub.start()) {
                return run.with(run.options().awaitingExpiry())
                        .by(stub.clock(), stub::advance)
                        .against(stub.target());
            }
        }
        ContractTarget target = target();
        long start = System.nanoTime();
        while (true) {
            try {
                return run.against(target);
            } catch (WrongCredentialsException e) {
                throw e;
            } catch (UnreachableException e) {
                Duration left = waitFor.minusNanos(System.nanoTime() - start);
                if (left.isNegative() || left.isZero()) {
                    throw e;
                }
                progress.accept("waiting for the server, at most " + (left.toSeconds() + 1) + " s");
                run.sleeper().await(Duration.ofSeconds(1));
            }
        }
    }

    private boolean isStub() {
        if (baseUrl == null && (credentials != null || secondAccount != null)) {
            String option = credentials != null ? "--credentials" : "--second-account";
            throw wrong(option + " needs --base-url: the stub has credentials of its own");
        }
        return baseUrl == null;
    }

    /** Only where an address is given. */
    private ContractTarget target() {
        URI url = Objects.requireNonNull(baseUrl);
        try {
            ContractTarget.requireAddress(url, "--base-url");
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
        Credentials first = credentials == null
                ? new Credentials(
                        given("--api-key", "IX_API_KEY", apiKey), given("--api-secret", "IX_API_SECRET", apiSecret))
                : fromFile("--credentials", credentials);
        Credentials second = secondAccount == null ? null : fromFile("--second-account", secondAccount);
        if (second != null && second.apiKey().equals(first.apiKey())) {
            throw wrong("The file of --second-account must have another key: it has that of the first account");
        }
        return new ContractTarget(url, first.apiKey(), first.apiSecret(), second);
    }

    private Credentials fromFile(String option, Path file) {
        try {
            String[] lines = Files.readString(file).strip().split("\\R");
            if (lines.length == 2) {
                return new Credentials(lines[0].strip(), lines[1].strip());
            }
        } catch (IOException e) {
            throw wrong("The file of " + option + " cannot be read: " + e.getMessage());
        }
        throw wrong("The file of " + option + " must have two lines: the key, and the secret");
    }

    private String given(String option, String variable, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw wrong("With --base-url, set " + option + " or " + variable + " to credentials that the server knows");
        }
        return value;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
