package net.ixapi.auth.stub;

import io.javalin.Javalin;
import io.javalin.util.JavalinException;
import java.net.URI;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeoutException;
import net.ixapi.auth.server.AuthApiRoutes;
import net.ixapi.auth.stub.admin.AdminApiRoutes;
import net.ixapi.auth.stub.admin.AdminServer;
import net.ixapi.auth.stub.clock.StubClock;
import net.ixapi.auth.stub.control.StubControls;
import net.ixapi.auth.stub.fault.FaultScript;
import net.ixapi.auth.stub.http.Limits;
import net.ixapi.auth.stub.http.Listener;
import net.ixapi.auth.stub.http.SelfSignedCertificate;
import net.ixapi.auth.stub.journal.Journal;
import net.ixapi.auth.stub.token.Tokens;
import org.jspecify.annotations.Nullable;

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
    private final Javalin api;
    private final @Nullable Javalin admin;
    private final @Nullable SelfSignedCertificate certificate;
    private final StubControls controls;
    private final Account account;
    private final URI baseUri;
    private final @Nullable URI adminUri;

    StubServer(StubServerBuilder settings) {
        BindAddress host = settings.host;
        requireSecretsWhereOthersCome(host, settings.known());
        account = settings.known().get(0);
        controls = settings.controls();
        certificate = settings.tls ? SelfSignedCertificate.of(host.name()) : null;
        Listener listener = new Listener(host.address().getHostAddress(), settings.port, certificate, Limits.IDLE);
        api = Javalin.create(config -> StubApi.install(config, settings, listener, controls))
                .start(listener.address(), listener.port());
        admin = settings.adminInterface ? admin(settings, listener) : null;
        String origin = (settings.tls ? "https://" : "http://") + host.inUri() + ":";
        baseUri = URI.create(origin + api.port() + AuthApiRoutes.BASE_PATH);
        adminUri = admin == null ? null : URI.create(origin + admin.port() + AdminApiRoutes.BASE_PATH);
    }

    private static void requireSecretsWhereOthersCome(BindAddress host, List<Account> accounts) {
        if (!host.isLoopback() && accounts.stream().anyMatch(Account::isExample)) {
            throw new IllegalArgumentException("At " + host.name()
                    + " others can reach the stub, and everybody knows the credentials of the contract's example:"
                    + " give it others, or let it listen at " + BindAddress.LOOPBACK.name() + ".");
        }
    }

    private Javalin admin(StubServerBuilder settings, Listener listener) {
        try {
            return AdminServer.start(
                    new Listener(listener.address(), settings.adminPort, certificate, Limits.IDLE),
                    settings.host.inUri(),
                    settings.adminToken,
                    controls,
                    new StubProblems());
        } catch (RuntimeException e) {
            stop(api);
            throw e;
        }
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
     * Where the admin interface is.
     *
     * @return such as {@code http://127.0.0.1:41235/_stub}
     * @throws IllegalStateException if the builder was not told {@code adminInterface(true)}
     */
    public URI adminUri() {
        if (adminUri == null) {
            throw new IllegalStateException("The stub has no admin interface: start it with adminInterface(true).");
        }
        return adminUri;
    }

    /**
     * What a client needs to trust the stub.
     *
     * @return a new key store with the stub's certificate
     * @throws IllegalStateException if the builder was not told {@code tls(true)}
     */
    public KeyStore trustStore() {
        return requireCertificate().trustStore();
    }

    /**
     * The stub's certificate, for clients outside of Java to trust.
     *
     * @return PEM (RFC 7468)
     * @throws IllegalStateException if the builder was not told {@code tls(true)}
     */
    public String certificatePem() {
        return requireCertificate().pem();
    }

    private SelfSignedCertificate requireCertificate() {
        if (certificate == null) {
            throw new IllegalStateException("The stub does not speak HTTPS: start it with tls(true).");
        }
        return certificate;
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
     * journal is empty, no token is used up or revoked, and whoever waits gets no response. Tokens issued before remain genuine.
     */
    public void reset() {
        controls.reset();
    }

    /** Stops the server: it accepts nothing more, and requests under way have five seconds to be answered, or are cut off. */
    @Override
    public void close() {
        controls.clock().endWaits();
        if (admin != null) {
            stop(admin);
        }
        stop(api);
    }

    private static void stop(Javalin server) {
        try {
            server.stop();
        } catch (JavalinException e) {
            // Jetty says so of requests that it has cut off: the server has stopped all the same.
            if (!(e.getCause() instanceof TimeoutException)) {
                throw e;
            }
        }
    }
}
