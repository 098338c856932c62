package net.ixapi.auth.contract.run;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.ixapi.auth.contract.checks.Catalogue;
import net.ixapi.auth.contract.document.OpenApiDocument;
import net.ixapi.auth.contract.engine.Options;
import net.ixapi.auth.contract.report.Report;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.ContractTarget.Credentials;
import net.ixapi.auth.contract.targets.EmbeddedStub;
import net.ixapi.auth.contract.wire.Limits;
import net.ixapi.auth.openapi.command.DurationConverter;
import net.ixapi.auth.openapi.document.Document;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that say which server to check, with which credentials, what of it, and with how much patience. */
final class SuiteOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--base-url", description = "The server's address, such as https://ix.example/api/v2.")
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
    private @Nullable Credentials credentials;

    @Option(
            names = "--second-account",
            paramLabel = "FILE",
            description = "The same for another account: whether the two are told apart (default: not checked).")
    private @Nullable Credentials secondAccount;

    @Option(names = "--trust", paramLabel = "FILE", description = "Certificates (PEM) to trust (default: the JDK's).")
    private @Nullable KeyStore trust;

    @Mixin
    private ConnectionOptions connection;

    @Option(names = "--only", paramLabel = "CHECK", arity = "1..*", description = "Run only these checks; see --list.")
    private Set<String> only = new LinkedHashSet<>();

    @Option(names = "--skip", paramLabel = "CHECK", arity = "1..*", description = "Leave out these checks; see --list.")
    private Set<String> skip = new LinkedHashSet<>();

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            description = "The longest wait for a response (default: 10s).")
    private Duration timeout = Limits.DEFAULT.response();

    @Option(names = "--rate", paramLabel = "N", description = "The most requests in a second (default: 10000).")
    private int rate = Limits.DEFAULT.perSecond();

    @Option(names = "--max-calls", paramLabel = "N", description = "The most requests of the run (default: 1000).")
    private int maxCalls = 1_000;

    @Option(names = "--seed", paramLabel = "N", description = "Where secrets and tokens are changed (default: 1).")
    private long seed = 1;

    @Option(names = "--document", paramLabel = "FILE", description = "Another OpenAPI document to check against.")
    private @Nullable OpenApiDocument document;

    @Option(
            names = "--await-expiry",
            paramLabel = "DURATION",
            description = "Wait for a token to expire, at most so long (default: 0s).")
    private Duration awaitExpiry = Duration.ZERO;

    /** Only where an address is given. */
    private ContractTarget target(URI url) {
        Credentials first = credentials == null
                ? new Credentials(
                        given("--api-key", "IX_API_KEY", apiKey), given("--api-secret", "IX_API_SECRET", apiSecret))
                : credentials;
        require(
                secondAccount == null || !secondAccount.apiKey().equals(first.apiKey()),
                "The file of --second-account must have another key: it has that of the first account");
        try {
            return new ContractTarget(url, first.apiKey(), first.apiSecret(), secondAccount);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), "--base-url: " + e.getMessage());
        }
    }

    private String given(String option, String variable, @Nullable String value) {
        require(
                value != null && !value.isEmpty(),
                "With --base-url, set " + option + " or " + variable + " to credentials that the server knows");
        return value;
    }

    /** Before anything is sent. */
    Options options(boolean recording) {
        Stream.concat(only.stream(), skip.stream())
                .forEach(name -> require(
                        Catalogue.titles().containsKey(name),
                        "There is no check '" + name + "'. --list prints all of them."));
        require(rate > 0, "--rate must be 1 or more");
        require(maxCalls > 0, "--max-calls must be 1 or more");
        requireBetween("--timeout", timeout, "1ms", "1h");
        requireBetween("--await-expiry", awaitExpiry, "0ms", "24h");
        requireBetween("--wait-for", connection.waitFor, "0s", "24h");
        Limits usual = Limits.DEFAULT;
        Limits limits = new Limits(timeout, timeout, usual.patience(), usual.bytes(), maxCalls, rate);
        return new Options(limits, awaitExpiry, only, skip, seed, recording);
    }

    /**
     * Runs against the stub if no server is given, and else against that.
     *
     * @param wanted what to check, and with how much patience
     * @param progress told before each check runs, in one line
     */
    Report report(Options wanted, Consumer<String> progress) {
        OpenApiDocument contract = document == null ? OpenApiDocument.ofTheContract() : document;
        // Waiting takes the stub no time.
        Options options = baseUrl == null ? wanted.awaitingExpiry() : wanted;
        ContractRun run = new ContractRun(contract, options, connection.route(trust), progress);
        if (baseUrl != null) {
            return connection.report(run, target(baseUrl), progress);
        }
        require(credentials == null, "--credentials needs --base-url: the stub has credentials of its own");
        require(secondAccount == null, "--second-account needs --base-url: the stub has credentials of its own");
        try (EmbeddedStub stub = EmbeddedStub.start()) {
            return run.by(stub.clock(), stub::advance).against(stub.target());
        }
    }

    private void requireBetween(String option, Duration value, String min, String max) {
        DurationConverter bound = new DurationConverter();
        require(
                value.compareTo(bound.convert(min)) >= 0 && value.compareTo(bound.convert(max)) <= 0,
                option + " must be between " + min + " and " + max);
    }

    private void require(boolean right, String message) {
        if (!right) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }

    /** A key in the first line, and a secret in the second. */
    static Credentials credentials(Path file) throws IOException {
        CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
        String text = strict.decode(ByteBuffer.wrap(Document.bytes(file))).toString();
        String[] lines = text.strip().split("\\R");
        if (lines.length != 2) {
            throw new IllegalArgumentException("the file must have two lines: the key, and the secret");
        }
        return new Credentials(lines[0].strip(), lines[1].strip());
    }
}
