package net.ixapi.auth.stub;

import io.javalin.Javalin;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.server.runtime.JavalinApi;

/**
 * A running IX-API authentication server. Safe for many threads; whoever started it closes it.
 *
 * <pre>{@code
 * try (StubServer stub = StubServer.builder().account(new Account("me", key, secret)).start()) {
 *     URI baseUri = stub.baseUri();
 * }
 * }</pre>
 */
public final class StubServer implements AutoCloseable {
    /** Only programs on this machine can reach the stub. */
    private static final String LOOPBACK = "127.0.0.1";

    private final Javalin javalin;
    private final URI baseUri;

    private StubServer(Javalin javalin) {
        this.javalin = javalin;
        this.baseUri = URI.create("http://" + LOOPBACK + ":" + javalin.port() + AuthApiRoutes.BASE_PATH);
    }

    /**
     * A server that is not started yet.
     *
     * @return a builder with a free port, no account, access tokens of 15 minutes and refresh tokens of a day
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The address that all paths are relative to.
     *
     * @return such as {@code http://127.0.0.1:41234/api/v2}
     */
    public URI baseUri() {
        return baseUri;
    }

    /** Stops the server; requests under way are cut off. */
    @Override
    public void close() {
        javalin.stop();
    }

    /** Settings of a server. Not safe for use by several threads at once. */
    public static final class Builder {
        private static final int MOST_PORT = 65_535;
        private static final Duration LEAST_LIFETIME = Duration.ofSeconds(1);
        private static final Duration MOST_LIFETIME = Duration.ofDays(36_500);

        private final List<Account> accounts = new ArrayList<>();
        private int port;
        private Clock clock = Clock.systemUTC();
        private Duration accessLifetime = Duration.ofMinutes(15);
        private Duration refreshLifetime = Duration.ofDays(1);

        private Builder() {}

        /**
         * Adds an API user.
         *
         * @param account the user
         * @return this builder
         */
        public Builder account(Account account) {
            accounts.add(account);
            return this;
        }

        /**
         * Sets the port.
         *
         * @param value the port, or 0 for a free one
         * @return this builder
         * @throws IllegalArgumentException if there is no such port
         */
        public Builder port(int value) {
            if (value < 0 || value > MOST_PORT) {
                throw new IllegalArgumentException(
                        "The port must be between 0 and " + MOST_PORT + ", but is " + value + ".");
            }
            port = value;
            return this;
        }

        /**
         * Sets the clock that issues and expires tokens.
         *
         * @param value the clock
         * @return this builder
         */
        public Builder clock(Clock value) {
            clock = value;
            return this;
        }

        /**
         * Sets how long an access token lives. Tokens count in whole seconds.
         *
         * @param value at least a second, at most 36500 days
         * @return this builder
         * @throws IllegalArgumentException if it is shorter or longer
         */
        public Builder accessLifetime(Duration value) {
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
        public Builder refreshLifetime(Duration value) {
            refreshLifetime = lifetime("refresh", value);
            return this;
        }

        /**
         * Starts the server and returns when it accepts connections.
         *
         * @return the running server
         * @throws io.javalin.util.JavalinException if it cannot start, such as on a port that is taken
         */
        public StubServer start() {
            StubProblems problems = new StubProblems();
            StubAuthApi api = new StubAuthApi(
                    new Accounts(accounts), new Tokens(clock, accessLifetime, refreshLifetime), problems);
            Javalin javalin = Javalin.create(
                    config -> JavalinApi.install(config, AuthApiRoutes.BASE_PATH, AuthApiRoutes.of(api), problems));
            return new StubServer(javalin.start(LOOPBACK, port));
        }

        private static Duration lifetime(String token, Duration value) {
            if (value.compareTo(LEAST_LIFETIME) < 0 || value.compareTo(MOST_LIFETIME) > 0) {
                throw new IllegalArgumentException("The " + token + " lifetime must be between a second and "
                        + MOST_LIFETIME.toDays() + " days, such as PT15M.");
            }
            return value;
        }
    }
}
