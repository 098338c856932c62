package net.ixapi.auth.stub;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.server.runtime.JavalinApi;
import net.ixapi.auth.server.runtime.RequestBodyReader;
import net.ixapi.auth.stub.admin.AdminInterface;
import net.ixapi.auth.stub.clock.StubClock;
import net.ixapi.auth.stub.control.InitialState;
import net.ixapi.auth.stub.control.StubControls;
import net.ixapi.auth.stub.docs.DocsPages;
import net.ixapi.auth.stub.fault.FaultFilter;
import net.ixapi.auth.stub.fault.FaultScript;
import net.ixapi.auth.stub.http.GracefulStop;
import net.ixapi.auth.stub.http.Limits;
import net.ixapi.auth.stub.http.Listener;
import net.ixapi.auth.stub.http.NoSessions;
import net.ixapi.auth.stub.http.ResponseHeaders;
import net.ixapi.auth.stub.http.SelfSignedCertificate;
import net.ixapi.auth.stub.http.StubOperations;
import net.ixapi.auth.stub.journal.Journal;
import net.ixapi.auth.stub.journal.JournalEntry;
import net.ixapi.auth.stub.journal.JournalFilter;
import net.ixapi.auth.stub.token.RefreshPolicy;
import net.ixapi.auth.stub.token.SigningKey;
import net.ixapi.auth.stub.token.TokenAlgorithm;
import net.ixapi.auth.stub.token.TokenSettings;
import net.ixapi.auth.stub.token.Tokens;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link StubServer}. Not safe for use by several threads at once; may start several servers. */
public final class StubServerBuilder {
    private static final int MIN_ADMIN_TOKEN = 16;
    private static final int MAX_PORT = 65_535;
    private static final Duration MIN_LIFETIME = Duration.ofSeconds(1);
    private static final Duration MAX_LIFETIME = Duration.ofDays(36_500);

    private final List<Account> accounts = new ArrayList<>();
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private BindAddress host = BindAddress.LOOPBACK;
    private int port;
    private Clock clock = Clock.systemUTC();
    private @Nullable Instant fixedAt;
    private Consumer<FaultScript> faults = script -> {};
    private Duration accessLifetime = Duration.ofMinutes(15);
    private Duration refreshLifetime = Duration.ofDays(1);
    private @Nullable SigningKey signingKey;
    private boolean opaqueTokens;
    private RefreshPolicy refreshPolicy = RefreshPolicy.REUSABLE;
    private Consumer<JournalEntry> onRequest = entry -> {};
    private final Map<String, String> resources =
            new LinkedHashMap<>(Map.of(StubOperations.PROTECTED_RESOURCE.path(), "[]"));
    private String oauth2Path = StubOperations.OAUTH2_TOKEN.path();
    private boolean tls;
    private boolean adminInterface;
    private int adminPort;
    private @Nullable String adminToken;

    StubServerBuilder() {}

    /**
     * Adds an API user. Without any, the stub knows {@link Account#EXAMPLE}.
     *
     * @param account the user, such as {@code Account.random("bob")}
     * @return this builder
     * @throws IllegalArgumentException if another has the same name or the same key
     */
    public StubServerBuilder account(Account account) {
        accounts.forEach(account::requireOtherThan);
        accounts.add(account);
        return this;
    }

    /**
     * Sets the address to listen at. Unless it is told otherwise, only programs on this machine reach the stub.
     *
     * @param value a name or an address, such as {@code 127.0.0.1} or {@code ::1}, which may stand in brackets
     * @return this builder
     * @throws IllegalArgumentException if there is no such host
     */
    public StubServerBuilder host(String value) {
        host = BindAddress.of(value);
        return this;
    }

    /**
     * Sets the port.
     *
     * @param value the port, or 0 for a free one
     * @return this builder
     * @throws IllegalArgumentException if there is no such port
     */
    public StubServerBuilder port(int value) {
        port = requirePort("port", value);
        return this;
    }

    private static int requirePort(String name, int value) {
        if (value < 0 || value > MAX_PORT) {
            throw new IllegalArgumentException(
                    "The " + name + " must be between 0 and " + MAX_PORT + ", but is " + value + ".");
        }
        return value;
    }

    /**
     * Sets the clock that issues and expires tokens. {@link StubServer#clock} goes as it does, until it is moved.
     *
     * @param value the clock
     * @return this builder
     */
    public StubServerBuilder clock(Clock value) {
        clock = value;
        return this;
    }

    /**
     * Stops the clock: {@link StubServer#clock} stands at the start and after each reset, until it is moved.
     *
     * @param value the time to show
     * @return this builder
     * @throws IllegalArgumentException if it is not in the years 1970 to 8999
     */
    public StubServerBuilder fixedAt(Instant value) {
        StubClock.over(Clock.systemUTC()).set(value);
        fixedAt = value;
        return this;
    }

    /**
     * Sets what goes wrong from the start, and after each reset anew.
     *
     * @param value adds the faults to a script that is empty
     * @return this builder
     */
    public StubServerBuilder faults(Consumer<FaultScript> value) {
        faults = value;
        return this;
    }

    /**
     * Sets how long an access token lives. Tokens count in whole seconds.
     *
     * @param value at least a second, at most 36500 days
     * @return this builder
     * @throws IllegalArgumentException if it is shorter or longer
     */
    public StubServerBuilder accessLifetime(Duration value) {
        accessLifetime = lifetime("access", value);
        return this;
    }

    /**
     * Sets how long a refresh token lives. Tokens count in whole seconds.
     *
     * @param value at least a second, at most 36500 days
     * @return this builder
     * @throws IllegalArgumentException if it is shorter or longer
     */
    public StubServerBuilder refreshLifetime(Duration value) {
        refreshLifetime = lifetime("refresh", value);
        return this;
    }

    /**
     * Sets the key that signs tokens. Without one, each start makes its own, for HS256.
     *
     * @param value such as {@code SigningKey.random(TokenAlgorithm.ES256)}
     * @return this builder
     */
    public StubServerBuilder signingKey(SigningKey value) {
        signingKey = value;
        return this;
    }

    /**
     * Sets whether tokens are to be no JWTs. The contract says that they are: this departs from it, as some servers do.
     *
     * @param value true for tokens that no client can read
     * @return this builder
     */
    public StubServerBuilder opaqueTokens(boolean value) {
        opaqueTokens = value;
        return this;
    }

    /**
     * Adds a claim to all tokens.
     *
     * @param name its name
     * @param value what JSON can hold: a text, a number, a boolean, a list or a map
     * @return this builder
     * @throws IllegalArgumentException if the stub sets this claim itself, or the value is not what JSON can hold
     */
    public StubServerBuilder claim(String name, Object value) {
        Tokens.requireClaim(name, value);
        claims.put(name, value);
        return this;
    }

    /**
     * Sets how often a refresh token may be used. Unless it is told otherwise, as often as one likes.
     *
     * @param value the policy
     * @return this builder
     */
    public StubServerBuilder refreshPolicy(RefreshPolicy value) {
        refreshPolicy = value;
        return this;
    }

    /**
     * Sets what is told of each request to the API, before its answer is sent.
     *
     * @param value called by many threads at once; it should be quick, since the answer waits for it, and what it throws makes
     *     the answer a 500
     * @return this builder
     */
    public StubServerBuilder onRequest(Consumer<JournalEntry> value) {
        onRequest = value;
        return this;
    }

    /**
     * Adds a resource that needs an access token. There is one at {@code /accounts} in any case, an empty list.
     *
     * @param path relative to {@link StubServer#baseUri}, such as {@code /accounts}
     * @param json what a {@code GET} is answered with
     * @return this builder
     * @throws IllegalArgumentException if it is not such a path
     */
    public StubServerBuilder resource(String path, String json) {
        resources.put(requirePath(path), json);
        return this;
    }

    /**
     * Sets the path of the OAuth2 token endpoint.
     *
     * @param path relative to {@link StubServer#baseUri}; otherwise {@code /auth/oauth2/token}
     * @return this builder
     * @throws IllegalArgumentException if it is not such a path
     */
    public StubServerBuilder oauth2Path(String path) {
        oauth2Path = requirePath(path);
        return this;
    }

    private static String requirePath(String path) {
        if (!path.matches("(/[A-Za-z0-9._~-]+)+")) {
            throw new IllegalArgumentException(
                    "A path must be such as /accounts: letters, digits, and . _ ~ - between slashes.");
        }
        return path;
    }

    /**
     * Sets whether the stub speaks HTTPS, with a new certificate for each start: see {@link StubServer#trustStore}.
     *
     * @param value true for HTTPS
     * @return this builder
     */
    public StubServerBuilder tls(boolean value) {
        tls = value;
        return this;
    }

    /**
     * Sets whether programs on this machine can control the stub over HTTP, at {@link StubServer#adminUri}. Unless it is told
     * otherwise, they cannot.
     *
     * @param value true to let them
     * @return this builder
     */
    public StubServerBuilder adminInterface(boolean value) {
        adminInterface = value;
        return this;
    }

    /**
     * Sets the port of the admin interface. It has one of its own, so that no client of the API can lock it out.
     *
     * @param value the port, or 0 for a free one
     * @return this builder
     * @throws IllegalArgumentException if there is no such port
     */
    public StubServerBuilder adminPort(int value) {
        adminPort = requirePort("admin port", value);
        return this;
    }

    /**
     * Lets programs on other machines control the stub too, if they send {@code Authorization: Bearer} and this.
     *
     * @param value the token, at least 16 characters
     * @return this builder
     * @throws IllegalArgumentException if it is shorter
     */
    public StubServerBuilder adminToken(String value) {
        if (value.length() < MIN_ADMIN_TOKEN) {
            throw new IllegalArgumentException("The admin token must have at least " + MIN_ADMIN_TOKEN
                    + " characters, but has " + value.length() + ".");
        }
        adminToken = value;
        return this;
    }

    /**
     * Starts the server and returns when it accepts connections.
     *
     * @return the running server
     * @throws IllegalArgumentException if others could reach it with credentials that everybody knows
     * @throws io.javalin.util.JavalinException if it cannot start, such as on a port that is taken
     */
    public StubServer start() {
        requireSecretsWhereOthersCome();
        StubControls controls = controls();
        SelfSignedCertificate certificate = tls ? SelfSignedCertificate.of(host.name()) : null;
        Listener listener = new Listener(host.address().getHostAddress(), port, certificate);
        Javalin api = Javalin.create(config -> configure(config, listener, controls));
        Started started = new Started(listener.start(api), admin(api, certificate, controls));
        return new StubServer(started, listener.scheme() + "://" + host.inUri(), certificate, controls, known().get(0));
    }

    /** The servers of a stub. */
    record Started(Javalin api, @Nullable Javalin admin) {}

    private @Nullable Javalin admin(Javalin api, @Nullable SelfSignedCertificate certificate, StubControls controls) {
        if (!adminInterface) {
            return null;
        }
        try {
            Listener listener = new Listener(host.address().getHostAddress(), adminPort, certificate);
            return AdminInterface.start(listener, adminToken, controls, new StubProblems());
        } catch (RuntimeException e) {
            api.stop();
            throw e;
        }
    }

    private StubControls controls() {
        StubClock stubClock = StubClock.over(clock);
        SigningKey key = signingKey == null ? SigningKey.random(TokenAlgorithm.HS256) : signingKey;
        Tokens tokens = new Tokens(new TokenSettings(
                stubClock, accessLifetime, refreshLifetime, key, opaqueTokens, Map.copyOf(claims), refreshPolicy));
        InitialState initial = new InitialState(fixedAt, faults);
        FaultScript script = new FaultScript();
        initial.restore(stubClock, script);
        return new StubControls(stubClock, tokens, script, new Journal(), initial);
    }

    private void configure(JavalinConfig config, Listener listener, StubControls controls) {
        StubProblems problems = new StubProblems();
        Accounts users = new Accounts(known());
        Tokens tokens = controls.tokens();
        RequestBodyReader bodies = new RequestBodyReader(config.http);
        listener.install(config);
        JavalinApi.install(
                config, AuthApiRoutes.BASE_PATH, AuthApiRoutes.of(new StubAuthApi(users, tokens, problems)), problems);
        new BearerResource(tokens, problems).install(config, Map.copyOf(resources));
        config.routes.post(AuthApiRoutes.BASE_PATH + oauth2Path, new ClientCredentials(users, tokens, bodies)::answer);
        config.routes.get(
                "/.well-known/jwks.json",
                context -> context.contentType("application/jwk-set+json").result(tokens.jwkSet()));
        DocsPages.install(config);
        Limits.install(config, Limits.MAX_CONNECTIONS);
        GracefulStop.install(config);
        NoSessions.install(config);
        // It is started at once: nobody need watch whether it is.
        config.startup.startupWatcherEnabled = false;
        // Where the JDK has them.
        config.concurrency.useVirtualThreads = true;
        StubOperations operations = new StubOperations(oauth2Path, Set.copyOf(resources.keySet()));
        // In this order: what comes later sees a response as those before it have left it.
        ResponseHeaders.install(config);
        new JournalFilter(controls.clock(), controls.journal(), operations, onRequest, users::occurIn).install(config);
        new FaultFilter(
                        controls.faults(),
                        controls.clock(),
                        operations,
                        new AccountFinder(users, tokens, bodies)::account)
                .install(config);
    }

    private List<Account> known() {
        return accounts.isEmpty() ? List.of(Account.EXAMPLE) : accounts;
    }

    private void requireSecretsWhereOthersCome() {
        if (!host.isLoopback() && known().stream().anyMatch(Account::isExample)) {
            throw new IllegalArgumentException("At " + host.name()
                    + " others can reach the stub, and everybody knows the credentials of the contract's example:"
                    + " give it others, or let it listen at " + BindAddress.LOOPBACK.name() + ".");
        }
    }

    private static Duration lifetime(String token, Duration value) {
        if (value.compareTo(MIN_LIFETIME) < 0 || value.compareTo(MAX_LIFETIME) > 0) {
            throw new IllegalArgumentException("The " + token + " lifetime must be between a second and "
                    + MAX_LIFETIME.toDays() + " days, such as PT15M.");
        }
        return value;
    }
}
