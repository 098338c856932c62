package net.ixapi.auth.stub.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.ixapi.auth.stub.StubServer;
import net.ixapi.auth.stub.StubServerBuilder;
import net.ixapi.auth.stub.admin.FaultSpecs;
import net.ixapi.auth.stub.fault.FaultScript;
import net.ixapi.auth.stub.token.RefreshPolicy;
import net.ixapi.auth.stub.token.SigningKey;
import net.ixapi.auth.stub.token.TokenAlgorithm;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a stub on the command line can be told. */
final class StubOptions {
    @Option(
            names = "--host",
            defaultValue = "127.0.0.1",
            description = {
                "Where to listen (default: ${DEFAULT-VALUE}).",
                "Elsewhere, it needs other credentials than the example's."
            })
    private String host;

    @Option(
            names = "--port",
            defaultValue = "8080",
            description = "Port, or 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--api-key",
            description = {"The API key to accept, 16 characters", "(default: IX_API_KEY, else exampleApiKey001)."})
    private @Nullable String apiKey;

    @Option(
            names = "--api-secret",
            description = {
                "The API secret to accept, 86 characters",
                "(default: IX_API_SECRET, else the example in the contract)."
            })
    private @Nullable String apiSecret;

    @Option(
            names = "--account",
            paramLabel = "<name=key:secret>",
            description = "Another account, best given in a file: processes show their arguments. Can be repeated.")
    private List<String> accounts = new ArrayList<>();

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

    @Option(
            names = "--refresh-policy",
            defaultValue = "reusable",
            description = {
                "How often a refresh token may be used: reusable,",
                "one-time or reuse-revokes-family (default: ${DEFAULT-VALUE})."
            })
    private RefreshPolicy refreshPolicy;

    @Option(
            names = "--algorithm",
            defaultValue = "HS256",
            description = {
                "How tokens are signed, with a new key:",
                "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})."
            })
    private TokenAlgorithm algorithm;

    @Option(
            names = "--signing-key",
            paramLabel = "<file>",
            description = "A JWK to sign with instead. Stubs with the same one accept each other's tokens.")
    private @Nullable Path signingKey;

    @Option(names = "--opaque-tokens", description = "Tokens are no JWTs.")
    private boolean opaqueTokens;

    @Option(
            names = "--claim",
            paramLabel = "<name=value>",
            description = "A text to put into all tokens, or name:=json. Can be repeated.")
    private List<String> claims = new ArrayList<>();

    @Option(
            names = "--fixed-at",
            paramLabel = "<time>",
            description = "Stops the stub's clock at a time such as 2026-01-01T00:00:00Z.")
    private @Nullable Instant fixedAt;

    @Option(
            names = "--fault",
            paramLabel = "<json>",
            description = {
                "What goes wrong, as for POST /_stub/faults, such as",
                "{\"fault\": \"status\", \"status\": 503}. Can be repeated."
            })
    private List<String> faults = new ArrayList<>();

    @Option(
            names = "--resource",
            paramLabel = "<path=json>",
            description = {
                "What a GET with a valid access token is answered with,",
                "such as /accounts=[]. Can be repeated."
            })
    private Map<String, String> resources = new LinkedHashMap<>();

    @Option(
            names = "--oauth2-path",
            paramLabel = "<path>",
            defaultValue = "/auth/oauth2/token",
            description = "Where OAuth2 client credentials get a token (default: ${DEFAULT-VALUE}).")
    private String oauth2Path;

    @Option(
            names = "--tls",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "<file>",
            description = "Serves HTTPS with a new certificate, and writes it to the file (PEM) for clients to trust.")
    private @Nullable String tls;

    @Option(
            names = "--admin",
            description = "Serves the admin interface, /_stub, to programs on this machine, on a port of its own.")
    private boolean admin;

    @Option(
            names = "--admin-port",
            paramLabel = "<port>",
            defaultValue = "8081",
            description = "Its port, or 0 for a free one (default: ${DEFAULT-VALUE}).")
    private int adminPort;

    @Option(
            names = "--admin-token",
            paramLabel = "<token>",
            description = "Lets other machines use it too, with Authorization: Bearer. At least 16 characters.")
    private @Nullable String adminToken;

    @Option(names = "--log-requests", description = "Prints a line for each request, without secrets.")
    private boolean logRequests;

    /**
     * Where to listen.
     *
     * @throws IllegalArgumentException if it is empty
     */
    String host() {
        if (host.isBlank()) {
            throw new IllegalArgumentException("The --host must not be empty.");
        }
        return host;
    }

    int port() {
        return port;
    }

    /**
     * Writes the certificate where {@code --tls} asks for it.
     *
     * @throws IllegalArgumentException if it cannot be written
     */
    void writeCertificate(StubServer stub) {
        if (tls != null && !tls.isEmpty()) {
            try {
                Files.writeString(Path.of(tls), stub.certificatePem());
            } catch (IOException e) {
                throw new IllegalArgumentException("The certificate cannot be written to " + tls + ".");
            }
        }
    }

    boolean tls() {
        return tls != null;
    }

    boolean admin() {
        return admin;
    }

    boolean logRequests() {
        return logRequests;
    }

    /**
     * The settings of a stub.
     *
     * @throws IllegalArgumentException if an option is wrong
     */
    StubServerBuilder builder() {
        StubServerBuilder builder = StubServer.builder()
                .host(host())
                .port(port)
                .accessLifetime(accessLifetime)
                .refreshLifetime(refreshLifetime)
                .refreshPolicy(refreshPolicy)
                .signingKey(signingKey == null ? SigningKey.random(algorithm) : SigningKey.read(signingKey))
                .opaqueTokens(opaqueTokens)
                .oauth2Path(oauth2Path)
                .tls(tls != null)
                .adminInterface(admin)
                .adminPort(adminPort);
        if (adminToken != null) {
            builder.adminToken(adminToken);
        }
        resources.forEach(builder::resource);
        StubAccounts.of(apiKey, apiSecret, accounts).forEach(builder::account);
        claims.forEach(claim -> ClaimOption.add(claim, builder));
        if (fixedAt != null) {
            builder.fixedAt(fixedAt);
        }
        List<Consumer<FaultScript>> script =
                faults.stream().map(StubOptions::fault).toList();
        return builder.faults(empty -> script.forEach(fault -> fault.accept(empty)));
    }

    private static Consumer<FaultScript> fault(String json) {
        try {
            return FaultSpecs.read(json);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Invalid value for option '--fault': " + e.getMessage());
        }
    }
}
