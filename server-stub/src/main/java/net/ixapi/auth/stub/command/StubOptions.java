package net.ixapi.auth.stub.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.ixapi.auth.server.runtime.InvalidRequestException;
import net.ixapi.auth.stub.Account;
import net.ixapi.auth.stub.StubServer;
import net.ixapi.auth.stub.StubServerBuilder;
import net.ixapi.auth.stub.fault.FaultOrder;
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

    // No defaultValue for the credentials: picocli would replace what looks like a variable in them.
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
            description = "A text to put into all tokens. Can be repeated.")
    private Map<String, String> claims = new LinkedHashMap<>();

    @Option(
            names = "--stopped-at",
            paramLabel = "<time>",
            description = "Stops the stub's clock at a time such as 2026-01-01T00:00:00Z.")
    private @Nullable Instant stoppedAt;

    @Option(
            names = "--fault",
            paramLabel = "<json>",
            description = "What goes wrong, as for POST /_stub/faults. Can be repeated.")
    private List<String> faults = new ArrayList<>();

    @Option(names = "--admin", description = "Serves the admin interface, /_stub, to programs on this machine.")
    private boolean admin;

    @Option(names = "--log-requests", description = "Prints a line for each request, without secrets.")
    private boolean logRequests;

    String host() {
        return host;
    }

    int port() {
        return port;
    }

    boolean logRequests() {
        return logRequests;
    }

    /**
     * The settings of a stub.
     *
     * @throws IllegalArgumentException if an option is wrong
     */
    StubServerBuilder builder(Settings settings) {
        StubServerBuilder builder = StubServer.builder()
                .account(account(settings))
                .host(host)
                .port(port)
                .accessLifetime(accessLifetime)
                .refreshLifetime(refreshLifetime)
                .refreshPolicy(refreshPolicy)
                .signingKey(signingKey == null ? SigningKey.random(algorithm) : SigningKey.read(signingKey))
                .opaqueTokens(opaqueTokens)
                .adminInterface(admin);
        settings.accounts().forEach(builder::account);
        claims.forEach(builder::claim);
        return builder;
    }

    /**
     * The user who can log in.
     *
     * @throws IllegalArgumentException if the key or the secret is of another length
     */
    Account account(Settings settings) {
        return new Account(
                "stub",
                credential(apiKey, settings.given("IX_API_KEY", "api-key"), Account.EXAMPLE.apiKey()),
                credential(apiSecret, settings.given("IX_API_SECRET", "api-secret"), Account.EXAMPLE.apiSecret()));
    }

    /**
     * Does to a stub what can be done only once it runs.
     *
     * @throws IllegalArgumentException if an option is wrong
     */
    void applyTo(StubServer stub) {
        if (stoppedAt != null) {
            stub.clock().stop();
            stub.clock().set(stoppedAt);
        }
        faults.forEach(fault -> add(fault, stub));
    }

    private static void add(String fault, StubServer stub) {
        try {
            new ObjectMapper().readValue(fault, FaultOrder.class).addTo(stub.faults());
        } catch (InvalidRequestException e) {
            throw new IllegalArgumentException("Invalid value for option '--fault': "
                    + e.members().get(0).name() + " " + e.members().get(0).reason());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Invalid value for option '--fault': it must be JSON such as"
                    + " {\"fault\": \"status\", \"status\": 503}, with members of the right types");
        }
    }

    private static String credential(@Nullable String option, @Nullable String given, String otherwise) {
        String value = given == null ? otherwise : given;
        return option == null ? value : option;
    }
}
