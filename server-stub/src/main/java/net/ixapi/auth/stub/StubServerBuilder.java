package net.ixapi.auth.stub;

import io.javalin.config.JavalinConfig;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.ixapi.auth.stub.clock.StubClock;
import net.ixapi.auth.stub.control.StubControls;
import net.ixapi.auth.stub.fault.FaultScript;
import net.ixapi.auth.stub.http.StubOperations;
import net.ixapi.auth.stub.journal.Journal;
import net.ixapi.auth.stub.journal.JournalEntry;
import org.jspecify.annotations.Nullable;

/** Settings of a {@link StubServer}. Not safe for use by several threads at once; may start several servers. */
public final class StubServerBuilder extends TokenOptions {
    private static final int MIN_ADMIN_TOKEN = 16;

    private final List<Account> accounts = new ArrayList<>();
    BindAddress host = BindAddress.LOOPBACK;
    int port;
    private Clock clock = Clock.systemUTC();
    private @Nullable Instant fixedAt;
    private Consumer<FaultScript> faults = script -> {};
    Consumer<JournalEntry> onRequest = entry -> {};
    Consumer<JavalinConfig> extension = config -> {};
    final Map<String, String> resources = new LinkedHashMap<>(Map.of(StubOperations.PROTECTED_RESOURCE.path(), "[]"));
    String oauth2Path = StubOperations.OAUTH2_TOKEN.path();
    boolean tls;
    boolean adminInterface;
    int adminPort;

    @Nullable String adminToken;

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
        port = BindAddress.requirePort("port", value);
        return this;
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
        fixedAt = StubClock.inRange(value, Duration.ZERO);
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
     * Sets what is told of each request to the API, before its response is sent.
     *
     * @param value called by many threads at once; it should be quick, since the response waits for it, and what it throws makes
     *     the response a 500
     * @return this builder
     */
    public StubServerBuilder onRequest(Consumer<JournalEntry> value) {
        onRequest = value;
        return this;
    }

    /**
     * Adds to the server what the stub has no word for, such as handlers that see each request before a fault meets it, and its
     * response before a fault spoils it.
     *
     * @param value adds it to the configuration of a server that is not started yet
     * @return this builder
     */
    public StubServerBuilder extend(Consumer<JavalinConfig> value) {
        extension = value;
        return this;
    }

    /**
     * Adds a resource that needs an access token. There is one at {@code /accounts} in any case, an empty list.
     *
     * @param path relative to {@link StubServer#baseUri}, such as {@code /accounts}
     * @param json what a {@code GET} is answered with
     * @return this builder
     * @throws IllegalArgumentException if it is not such a path, or not JSON
     */
    public StubServerBuilder resource(String path, String json) {
        resources.put(requirePath(path), BearerResource.requireJson(path, json));
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
     * Sets whether the stub speaks HTTPS, with a certificate of this process: see {@link StubServer#trustStore}.
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
        adminPort = BindAddress.requirePort("admin port", value);
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
        return new StubServer(this);
    }

    /** What controls one server: each has a clock, tokens, faults and a journal of its own. */
    StubControls controls() {
        StubClock stubClock = new StubClock(clock, fixedAt);
        return new StubControls(stubClock, tokens(stubClock), new FaultScript(faults), new Journal());
    }

    /** Who can log in. */
    List<Account> known() {
        return accounts.isEmpty() ? List.of(Account.EXAMPLE) : List.copyOf(accounts);
    }
}
