package net.ixapi.auth.contract.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import net.ixapi.auth.contract.targets.ContractTarget;
import org.jspecify.annotations.Nullable;
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

    boolean isStub() {
        if (baseUrl == null && credentials != null) {
            throw wrong("--credentials needs --base-url: the stub has credentials of its own");
        }
        return baseUrl == null;
    }

    /** Only where an address is given. */
    ContractTarget target() {
        URI url = Objects.requireNonNull(baseUrl);
        try {
            ContractTarget.requireAddress(url, "--base-url");
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
        return credentials == null
                ? new ContractTarget(url, given("--api-key", "IX_API_KEY", apiKey), secret())
                : fromFile(url, credentials);
    }

    private String secret() {
        return given("--api-secret", "IX_API_SECRET", apiSecret);
    }

    private ContractTarget fromFile(URI url, Path file) {
        try {
            String[] lines = Files.readString(file).strip().split("\\R");
            if (lines.length == 2) {
                return new ContractTarget(url, lines[0].strip(), lines[1].strip());
            }
        } catch (IOException e) {
            throw wrong("The file of --credentials cannot be read: " + e.getMessage());
        }
        throw wrong("The file of --credentials must have two lines: the key, and the secret");
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
