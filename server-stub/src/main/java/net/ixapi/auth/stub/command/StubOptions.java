package net.ixapi.auth.stub.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.ixapi.auth.stub.Account;
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
    /** A key may have a colon in it. */
    private static final Pattern ACCOUNT = Pattern.compile("(?<name>[^=]+)=(?<key>.{16}|[^:]*):(?<secret>.*)");

    @Option(names = "--host", defaultValue = "127.0.0.1", description = "Where to listen (default: 127.0.0.1).")
    private String host;

    @Option(names = "--port", defaultValue = "8080", description = "Port, or 0 for a free one (default: 8080).")
    private int port;

    @Option(names = "--api-key", description = "The API key to accept (default: IX_API_KEY, else the example's).")
    private @Nullable String apiKey;

    @Option(names = "--api-secret", description = "Its secret (default: IX_API_SECRET, else the example's).")
    private @Nullable String apiSecret;

    @Option(names = "--account", paramLabel = "<name=key:secret>", description = "Another account, best in a file.")
    private List<String> accounts = new ArrayList<>();

    @Option(
            names = "--access-lifetime",
            defaultValue = "PT15M",
            description = "Life of access tokens (default: PT15M).")
    private Duration accessLifetime;

    @Option(names = "--refresh-lifetime", defaultValue = "P1D", description = "Life of refresh tokens (default: P1D).")
    private Duration refreshLifetime;

    @Option(
            names = "--refresh-policy",
            defaultValue = "reusable",
            description = "reusable, one-time or reuse-revokes-family (default: reusable).")
    private RefreshPolicy refreshPolicy;

    @Option(
            names = "--algorithm",
            defaultValue = "HS256",
            description = "Signs tokens with a new key: ${COMPLETION-CANDIDATES} (default: HS256).")
    private TokenAlgorithm algorithm;

    @Option(names = "--signing-key", paramLabel = "<file>", description = "A JWK to sign with, shared among stubs.")
    private @Nullable Path signingKey;

    @Option(names = "--opaque-tokens", description = "Tokens are not JWTs.")
    private boolean opaqueTokens;

    @Option(names = "--claim", paramLabel = "<name=value>", description = "A text to put into all tokens.")
    private Map<String, String> claims = new LinkedHashMap<>();

    @Option(names = "--fixed-at", paramLabel = "<time>", description = "Stops the clock at 2026-01-01T00:00:00Z or so.")
    private @Nullable Instant fixedAt;

    @Option(names = "--fault", paramLabel = "<json>", description = "What goes wrong, as for POST /_stub/faults.")
    private List<String> faults = new ArrayList<>();

    @Option(
            names = "--resource",
            paramLabel = "<path=json>",
            description = "A GET with an access token (/accounts=[]).")
    private Map<String, String> resources = new LinkedHashMap<>();

    @Option(
            names = "--oauth2-path",
            defaultValue = "/auth/oauth2/token",
            description = "For OAuth2 client credentials (default: /auth/oauth2/token).")
    private String oauth2Path;

    @Option(
            names = "--tls",
            arity = "0..1",
            fallbackValue = "",
            paramLabel = "<file>",
            description = "Serves HTTPS with a new certificate, and writes it to the file (PEM) for clients to trust.")
    private @Nullable String tls;

    @Option(names = "--admin", description = "Serves the admin interface, /_stub, on a port of its own.")
    private boolean admin;

    @Option(names = "--admin-port", defaultValue = "8081", description = "Its port, or 0 (default: 8081).")
    private int adminPort;

    @Option(names = "--admin-token", paramLabel = "<token>", description = "Lets other machines use it, as Bearer.")
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

    /** Where a stub of these options is, as its health check asks. */
    URI origin() {
        String bare = host().contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create((tls == null ? "http" : "https") + "://" + bare + ":" + port);
    }

    boolean admin() {
        return admin;
    }

    /**
     * The settings of a stub.
     *
     * @param log prints requests, where that is asked for
     * @throws IllegalArgumentException if an option is wrong
     */
    StubServerBuilder builder(Consumer<Object> log) {
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
        if (fixedAt != null) {
            builder.fixedAt(fixedAt);
        }
        if (logRequests) {
            builder.onRequest(log::accept);
        }
        addAll(builder);
        return builder;
    }

    private void addAll(StubServerBuilder builder) {
        resources.forEach(builder::resource);
        claims.forEach(builder::claim);
        if (apiKey != null || apiSecret != null || accounts.isEmpty()) {
            builder.account(ownAccount());
        }
        accounts.forEach(account -> builder.account(account(account)));
        List<Consumer<FaultScript>> script =
                faults.stream().map(StubOptions::fault).toList();
        builder.faults(empty -> script.forEach(fault -> fault.accept(empty)));
    }

    private Account ownAccount() {
        // The lengths of what is given are checked first.
        Account account = new Account(
                "stub",
                apiKey == null ? Account.EXAMPLE.apiKey() : apiKey,
                apiSecret == null ? Account.EXAMPLE.apiSecret() : apiSecret);
        if ((apiKey == null) != (apiSecret == null)) {
            throw new IllegalArgumentException("There is an API "
                    + (apiKey == null ? "secret, but no API key" : "key, but no API secret")
                    + ": give both, or neither.");
        }
        return account;
    }

    private static Account account(String text) {
        Matcher account = ACCOUNT.matcher(text);
        if (!account.matches()) {
            throw new IllegalArgumentException("Invalid value for option '--account': it must be name=key:secret");
        }
        return new Account(account.group("name"), account.group("key"), account.group("secret"));
    }

    private static Consumer<FaultScript> fault(String json) {
        try {
            return FaultSpecs.read(json);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Invalid value for option '--fault': " + e.getMessage());
        }
    }
}
