package net.ixapi.auth.stub.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What a stub on the command line can be told: each option, and what it does to the builder. */
final class StubOptions {
    /** A key may have a colon in it. */
    private static final Pattern ACCOUNT = Pattern.compile("(?<name>[^=]+)=(?<key>.{16}|[^:]*):(?<secret>.*)");

    static final String POLICIES = "reusable, one-time or reuse-revokes-family";
    private static final String ALGORITHMS = "Signs tokens with a new key: HS256, RS256, ES256 or EdDSA";
    private static final String OAUTH2 = "/auth/oauth2/token";
    private static final String TLS = "Serves HTTPS with a new certificate, written to the file (PEM) for clients.";

    /** https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables */
    private static final Pattern OF_KUBERNETES = Pattern.compile("(tcp|udp|sctp)://[^/]*:\\d+");

    private static final int MAX_PORT = 65_535;

    private final CommandSpec spec;
    private final Map<String, String> environment;
    private final StubServerBuilder builder = StubServer.builder();
    private final List<Runnable> settings = new ArrayList<>();

    /**
     * Adds the options to a command.
     *
     * @param environment what options are where they are not given
     * @param log prints requests, where that is asked for
     */
    StubOptions(CommandSpec spec, Map<String, String> environment, Consumer<Object> log) {
        this.spec = spec;
        this.environment = environment;
        add("--host=<host>", "Where to listen", "127.0.0.1", String.class, builder::host);
        add("--port=<port>", "Port, or 0 for a free one", "8080", Integer.class, builder::port);
        add("--api-key=<key>", "The API key to accept (default: IX_API_KEY, else the example's).", String.class);
        add("--api-secret=<secret>", "Its secret (default: IX_API_SECRET, else the example's).", String.class);
        add("--account=<name=key:secret>", "Another account, best in a file.", List.class);
        settings.add(this::addAccounts);
        add("--access-lifetime=<time>", "Life of access tokens", "PT15M", Duration.class, builder::accessLifetime);
        add("--refresh-lifetime=<time>", "Life of refresh tokens", "P1D", Duration.class, builder::refreshLifetime);
        add("--refresh-policy=<policy>", POLICIES, "reusable", RefreshPolicy.class, builder::refreshPolicy);
        Consumer<TokenAlgorithm> algorithm = value -> builder.signingKey(SigningKey.random(value));
        add("--algorithm=<algorithm>", ALGORITHMS, "HS256", TokenAlgorithm.class, algorithm);
        Consumer<Path> signingKey = file -> builder.signingKey(SigningKey.read(file));
        add("--signing-key=<file>", "A JWK to sign with, shared among stubs.", Path.class, signingKey);
        add("--opaque-tokens", "Tokens are not JWTs.", Boolean.class, builder::opaqueTokens);
        Consumer<Map<String, String>> claims = all -> all.forEach(builder::claim);
        add("--claim=<name=value>", "A text to put into all tokens.", Map.class, claims);
        add("--fixed-at=<time>", "Stops the clock at 2026-01-01T00:00:00Z or so.", Instant.class, builder::fixedAt);
        add("--fault=<json>", "What goes wrong, as for POST /_stub/faults.", List.class, this::addFaults);
        Consumer<Map<String, String>> resources = all -> all.forEach(builder::resource);
        add("--resource=<path=json>", "A GET with an access token (/accounts=[]).", Map.class, resources);
        add("--oauth2-path=<path>", "For OAuth2 client credentials", OAUTH2, String.class, builder::oauth2Path);
        OptionSpec.Builder tls = option("--tls=<file>", null, TLS, String.class).arity("0..1");
        set(tls.fallbackValue("true").converters(StubOptions::certificate), file -> builder.tls(true));
        add("--admin", "Serves the admin interface, /_stub, at its own port.", Boolean.class, builder::adminInterface);
        add("--admin-port=<port>", "Its port, or 0", "8081", Integer.class, builder::adminPort);
        add(
                "--admin-token=<token>",
                "With --admin: lets other machines use it, as Bearer.",
                String.class,
                builder::adminToken);
        add("--log-requests", "Prints a line for each request, without secrets.", Boolean.class);
        settings.add(() -> builder.onRequest(isSet("--log-requests") ? log::accept : entry -> {}));
    }

    private OptionSpec.Builder option(String nameAndLabel, @Nullable String initial, String text, Class<?> type) {
        String[] parts = nameAndLabel.split("=", 2);
        String name = parts[0].substring("--".length()).toUpperCase(Locale.ROOT).replace('-', '_');
        // The client's own variables have the second name.
        String variable =
                variable("IX_STUB_" + name, name.startsWith("API_") ? variable("IX_" + name, initial) : initial);
        return OptionSpec.builder(parts[0])
                .paramLabel(parts[parts.length - 1])
                .description(initial == null ? text : text + " (default: " + initial + ").")
                .defaultValue(variable)
                .type(type);
    }

    /**
     * Picocli would replace what looks like a variable within a secret, but for {@code $$}. An empty variable of the environment is
     * none, and Kubernetes sets {@code IX_STUB_PORT=tcp://…} and more in all containers beside a service that is named ix-stub.
     */
    private @Nullable String variable(String name, @Nullable String otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isEmpty() || OF_KUBERNETES.matcher(value).matches() ? otherwise : value.replace("$", "$$");
    }

    /** Adds an option that {@link #value} asks for. */
    void add(String nameAndLabel, String text, Class<?> type) {
        spec.addOption(option(nameAndLabel, null, text, type).build());
    }

    private <T> void add(String nameAndLabel, String text, Class<? super T> type, Consumer<T> use) {
        set(option(nameAndLabel, null, text, type), use);
    }

    private <T> void add(String nameAndLabel, String text, String initial, Class<T> type, Consumer<T> use) {
        set(option(nameAndLabel, initial, text, type), use);
    }

    private <T> void set(OptionSpec.Builder builder, Consumer<T> use) {
        OptionSpec option = builder.build();
        spec.addOption(option);
        settings.add(() -> Optional.<T>ofNullable(option.getValue()).ifPresent(use));
    }

    /** What a flag has in the environment is not the name of a file. */
    private static @Nullable String certificate(String file) {
        return file.equals("false") ? null : file.equals("true") ? "" : file;
    }

    /** What an option was given, or its default; null if there is neither. */
    <T> @Nullable T value(String option) {
        return spec.findOption(option).getValue();
    }

    boolean isSet(String flag) {
        return Boolean.TRUE.equals(value(flag));
    }

    /**
     * Writes the certificate where {@code --tls} asks for it.
     *
     * @throws IllegalArgumentException if it cannot be written
     */
    void writeCertificate(StubServer stub) {
        String file = value("--tls");
        if (file != null && !file.isEmpty()) {
            try {
                Files.writeString(Path.of(file), stub.certificatePem());
            } catch (IOException e) {
                throw new IllegalArgumentException("The certificate cannot be written to " + file + ".");
            }
        }
    }

    /**
     * Where a stub of these options is, as its health check asks.
     *
     * @throws IllegalArgumentException if they do not say
     */
    URI origin() {
        String host = value("--host");
        int port = value("--port");
        if (host.isBlank() || port < 1 || port > MAX_PORT) {
            throw new IllegalArgumentException(
                    "A health check needs the --host and the --port that the stub listens on.");
        }
        String bare = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
        return URI.create((value("--tls") == null ? "http" : "https") + "://" + bare + ":" + port);
    }

    /**
     * The settings of a stub.
     *
     * @throws IllegalArgumentException if an option is wrong
     */
    StubServerBuilder builder() {
        settings.forEach(Runnable::run);
        return builder;
    }

    private void addAccounts() {
        String key = value("--api-key");
        String secret = value("--api-secret");
        List<String> accounts = value("--account");
        if (key != null || secret != null || accounts == null) {
            // The lengths of what is given are checked first.
            builder.account(new Account(
                    "stub",
                    key == null ? Account.EXAMPLE.apiKey() : key,
                    secret == null ? Account.EXAMPLE.apiSecret() : secret));
            if ((key == null) != (secret == null)) {
                throw new IllegalArgumentException("There is an API "
                        + (key == null ? "secret, but no API key" : "key, but no API secret")
                        + ": give both, or neither.");
            }
        }
        if (accounts != null) {
            accounts.forEach(account -> builder.account(account(account)));
        }
    }

    private static Account account(String text) {
        Matcher account = ACCOUNT.matcher(text);
        if (!account.matches()) {
            throw new IllegalArgumentException("Invalid value for option '--account': it must be name=key:secret");
        }
        return new Account(account.group("name"), account.group("key"), account.group("secret"));
    }

    private void addFaults(List<String> faults) {
        List<Consumer<FaultScript>> script =
                faults.stream().map(StubOptions::fault).toList();
        builder.faults(empty -> script.forEach(fault -> fault.accept(empty)));
    }

    private static Consumer<FaultScript> fault(String json) {
        try {
            return FaultSpecs.read(json);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("Invalid value for option '--fault': " + e.getMessage());
        }
    }
}
