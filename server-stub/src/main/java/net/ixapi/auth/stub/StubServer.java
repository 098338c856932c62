package net.ixapi.auth.stub;

import io.javalin.Javalin;
import java.net.URI;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.stub.clock.StubClock;
import net.ixapi.auth.stub.control.StubControls;
import net.ixapi.auth.stub.fault.FaultScript;
import net.ixapi.auth.stub.journal.Journal;
import net.ixapi.auth.stub.token.Tokens;

/**
 * A running IX-API authentication server, and what tests can do to it. Safe for many threads; whoever started it closes it.
 *
 * <pre>{@code
 * try (StubServer stub = StubServer.builder().accessLifetime(Duration.ofMinutes(1)).start()) {
 *     URI baseUri = stub.baseUri();
 *     Account account = stub.account();
 * }
 * }</pre>
 */
public final class StubServer implements AutoCloseable {
    private final Javalin javalin;
    private final StubControls controls;
    private final Account account;
    private final URI baseUri;

    StubServer(Javalin javalin, String host, StubControls controls, Account account) {
        this.javalin = javalin;
        this.controls = controls;
        this.account = account;
        this.baseUri = URI.create("http://" + host + ":" + javalin.port() + AuthApiRoutes.BASE_PATH);
    }

    /**
     * A server that is not started yet.
     *
     * @return a builder with a free port, access tokens of 15 minutes and refresh tokens of a day; it knows
     *     {@link Account#EXAMPLE} until it is told an account
     */
    public static StubServerBuilder builder() {
        return new StubServerBuilder();
    }

    /**
     * The address that all paths are relative to.
     *
     * @return such as {@code http://127.0.0.1:41234/api/v2}
     */
    public URI baseUri() {
        return baseUri;
    }

    /**
     * The account to log in with.
     *
     * @return the first that the builder was told, or else {@link Account#EXAMPLE}
     */
    public Account account() {
        return account;
    }

    /**
     * The clock that issues and expires tokens, and by which faults wait.
     *
     * @return the clock, to be moved
     */
    public StubClock clock() {
        return controls.clock();
    }

    /**
     * What goes wrong with the next requests.
     *
     * @return the faults, to be added to
     */
    public FaultScript faults() {
        return controls.faults();
    }

    /**
     * What was requested.
     *
     * @return the journal, to be read
     */
    public Journal journal() {
        return controls.journal();
    }

    /**
     * The tokens, to revoke one or to ask whether one is valid.
     *
     * @return the tokens of this stub
     */
    public Tokens tokens() {
        return controls.tokens();
    }

    /**
     * Makes it as it was when it was started: the clock is as the builder set it, only the faults of the builder are left, the
     * journal is empty, no token is used up or revoked, and whoever waits gets no answer. Tokens issued before remain genuine.
     */
    public void reset() {
        controls.reset();
    }

    /** Stops the server: it accepts nothing more, and requests under way have a moment to be answered. */
    @Override
    public void close() {
        controls.clock().endWaits();
        javalin.stop();
    }
}
