package net.ixapi.auth.contract.run;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import net.ixapi.auth.contract.targets.ContractTarget;
import net.ixapi.auth.contract.targets.ContractTarget.Credentials;
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

    @Option(
            names = "--second-account",
            paramLabel = "FILE",
            description = "The same for another account: whether the two are told apart (default: not checked).")
    private @Nullable Path secondAccount;

    boolean isStub() {
        if (baseUrl == null && (credentials != null || secondAccount != null)) {
            String option = credentials != null ? "--credentials" : "--second-account";
            throw wrong(option + " needs --base-url: the stub has credentials of its own");
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
